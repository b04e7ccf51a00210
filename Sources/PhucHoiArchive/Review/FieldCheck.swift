/// Checks what a person writes into a field.
public enum FieldCheck {
  /// What is wrong with a value.
  public enum Problem: String, Error, Sendable {
    /// No date, or a day that does not exist.
    case date
    /// No number with its symbol. It may be right all the same, if the person says so again.
    case number
    /// Longer than any value.
    case length
  }

  /// The longest value, in UTF-8 bytes.
  private static let longest = 4000

  /// `text` as the record keeps it: a date in ISO form, all else without blanks at its ends. Empty is always right:
  /// it says that there is no value.
  ///
  /// `isSure` says that the person was told and stands by it. O(n).
  public static func value(
    _ text: String, of field: String, isSure: Bool = false
  ) throws(Problem) -> String {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return "" }
    guard text.utf8.count <= longest else { throw .length }
    switch field {
    case "date":
      guard let date = date(text) else { throw .date }
      return date
    case "document_number":
      guard isSure || isNumber(text) else { throw .number }
      return text
    default: return text
    }
  }

  /// A date that a person wrote: `05/03/2020`, `5-3-2020`, `2020-03-05`, `ngày 5 tháng 3 năm 2020`, `03/2020`, `2020`; in ISO
  /// form, nil where there is no such day.
  public static func date(_ text: String) -> String? {
    let groups = text.split { !($0.isASCII && $0.isNumber) }
    let words = text.lowercased().split { $0.isNumber || $0.isWhitespace || "/-.,".contains($0) }
    guard words.allSatisfy({ ["ngày", "tháng", "năm"].contains($0) }) else { return nil }
    let numbers = groups.compactMap { Int($0) }
    guard numbers.count == groups.count else { return nil }
    let parts: (year: Int, month: Int?, day: Int?)
    switch numbers.count {
    case 3 where groups[0].count == 4: parts = (numbers[0], numbers[1], numbers[2])
    case 3 where groups[2].count == 4: parts = (numbers[2], numbers[1], numbers[0])
    case 2 where groups[0].count == 4: parts = (numbers[0], numbers[1], nil)
    case 2 where groups[1].count == 4: parts = (numbers[1], numbers[0], nil)
    case 1 where groups[0].count == 4: parts = (numbers[0], nil, nil)
    default: return nil
    }
    return iso(parts.year, parts.month, parts.day)
  }

  private static func iso(_ year: Int, _ month: Int?, _ day: Int?) -> String? {
    guard (1800...2199).contains(year) else { return nil }
    guard let month else { return "\(year)" }
    guard (1...12).contains(month) else { return nil }
    guard let day else { return "\(year)-\(twoDigits(month))" }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `12a/2020/QĐ-UBND`, `93-KH/TU`, `215 QĐ/UB`: figures, then a symbol with letters.
  private static func isNumber(_ text: String) -> Bool {
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(figures.count)
    guard !figures.isEmpty, figures.count <= 6, rest.count <= 60 else { return false }
    let signs = rest.drop { $0.isLetter }
    guard rest.count - signs.count <= 2, let sign = signs.first, "/- ".contains(sign) else { return false }
    return signs.dropFirst().contains { $0.isLetter }
  }
}
