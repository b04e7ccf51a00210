/// A date as a document prints it: complete, or only as much as is there.
struct PrintedDate: Sendable, Equatable {
  /// Scalar range, from `ngày`, `tháng`, `quý` or the first digit on.
  var range: Range<Int>
  var day: Int?
  var month: Int?
  var quarter: Int?
  var year: Int?
  /// The words `ngày ... tháng ... năm` were printed, whatever was filled in.
  var spelled = false

  /// `2019-05-30`, `2019-05`, `2024-Q2`, `2025`; nil without a year and for a day that does not exist.
  var iso: String? {
    guard let year else { return nil }
    if let quarter { return "\(year)-Q\(quarter)" }
    guard let month else { return "\(year)" }
    guard let day else { return "\(year)-\(Self.twoDigits(month))" }
    guard day <= Self.days(in: month, of: year) else { return nil }
    return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  var isComplete: Bool { day != nil && month != nil && year != nil }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
