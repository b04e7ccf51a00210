/// A piece of a line that is no word and that no language model may rewrite.
public struct ProtectedSpan: Sendable, Equatable {
  /// What the piece is.
  public enum Kind: String, Sendable, CaseIterable {
    /// `12`, `3.500,5`, `75%`.
    case number
    /// `05/9/2023`, `01-10-1997`, `9/2023`.
    case date
    /// *Số, ký hiệu*: `353-KH/BTGTW`, `30/2020/NĐ-CP`, `QĐ-UBND`.
    case documentNumber
    case email
    case url
    /// `III`, `XIV`; a single letter only where it is a label.
    case romanNumeral
    /// `a)`, `1.`, `2.1.`, `IV.` at the head of a line.
    case listLabel
    /// One of the abbreviations that the finder was given.
    case abbreviation
  }

  /// What the piece is.
  public var kind: Kind
  /// Half-open range of scalar indices in the line.
  public var range: Range<Int>

  /// Makes a span from its parts.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// Finds the protected spans of a line.
public struct ProtectedSpanFinder: Sendable {
  private let abbreviations: Set<[UInt32]>

  /// Makes a finder that knows `abbreviations`, in the case in which they are written.
  public init(abbreviations: some Sequence<String> = []) {
    self.abbreviations = Set(abbreviations.map { $0.unicodeScalars.map(\.value) })
  }

  /// Appends the spans of `line` (NFC scalars) to `spans`, in order, not overlapping.
  /// - Complexity: O(n).
  public func find(in line: UnsafeBufferPointer<UInt32>, into spans: inout [ProtectedSpan]) {
    var isFirst = true
    forEachWord(line) { word in
      let range = Self.trimmed(line, word.startIndex..<word.endIndex)
      if isFirst, let label = Self.label(line, word.startIndex..<word.endIndex) {
        spans.append(ProtectedSpan(kind: .listLabel, range: label))
      } else if let kind = kind(line, range) {
        spans.append(ProtectedSpan(kind: kind, range: range))
      }
      isFirst = false
    }
  }

  /// The spans of `line`.
  public func spans(in line: String) -> [ProtectedSpan] {
    var spans: [ProtectedSpan] = []
    Array(line.unicodeScalars.map(\.value)).withUnsafeBufferPointer { find(in: $0, into: &spans) }
    return spans
  }

  /// The word without the signs around it.
  private static func trimmed(_ line: UnsafeBufferPointer<UInt32>, _ word: Range<Int>) -> Range<Int> {
    func isPart(_ scalar: UInt32) -> Bool {
      VietLetter.isLetter(scalar) || ModelTokenizer.isDigit(scalar) || scalar == 0x25
    }
    guard let first = word.first(where: { isPart(line[$0]) }),
      let last = word.last(where: { isPart(line[$0]) })
    else { return word.lowerBound..<word.lowerBound }
    return first..<last + 1
  }

  private func kind(_ line: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> ProtectedSpan.Kind? {
    guard !range.isEmpty else { return nil }
    let word = UnsafeBufferPointer(rebasing: line[range])
    let shape = WordShape(word)
    if shape.isEmail { return .email }
    if shape.letters > 0, WordShape.isURL(word) { return .url }
    if shape.digits > 0, shape.letters == 0 { return shape.isDate ? .date : .number }
    if shape.isDocumentNumber { return .documentNumber }
    if word.count > 1, WordShape.isRomanNumeral(word) { return .romanNumeral }
    return !abbreviations.isEmpty && abbreviations.contains(Array(word)) ? .abbreviation : nil
  }

  /// `a)`, `1.`, `2.1.`, `IV.`, `IV-`: the label with its sign.
  private static func label(_ line: UnsafeBufferPointer<UInt32>, _ word: Range<Int>) -> Range<Int>? {
    var end = word.lowerBound
    while end < word.upperBound, VietLetter.isLetter(line[end]) { end += 1 }
    let letters = end - word.lowerBound
    if letters > 0 {
      guard end < word.upperBound, [0x29, 0x2E, 0x2D].contains(line[end]) else { return nil }
      let head = UnsafeBufferPointer(rebasing: line[word.lowerBound..<end])
      let isLetterLabel = letters == 1 && line[end] != 0x2D
      guard isLetterLabel || WordShape.isRomanNumeral(head), end + 1 == word.upperBound else { return nil }
      return word.lowerBound..<end + 1
    }
    while end < word.upperBound, ModelTokenizer.isDigit(line[end]) || line[end] == 0x2E { end += 1 }
    guard end > word.lowerBound, ModelTokenizer.isDigit(line[word.lowerBound]), end - word.lowerBound <= 9
    else { return nil }
    if end < word.upperBound, line[end] == 0x29 { end += 1 }
    let isSigned = line[end - 1] == 0x2E || line[end - 1] == 0x29
    return isSigned && end == word.upperBound ? word.lowerBound..<end : nil
  }
}

/// What a word is made of.
struct WordShape {
  private(set) var digits = 0
  private(set) var letters = 0
  private var capitals = 0
  private var slashes = 0
  private var hyphens = 0
  private var dots = 0
  private var ats = 0
  private var others = 0
  /// Digits of the longest run.
  private var longestNumber = 0
  private var startsWithDigit = false

  init(_ word: UnsafeBufferPointer<UInt32>) {
    var run = 0
    for (index, scalar) in word.enumerated() {
      let isDigit = ModelTokenizer.isDigit(scalar)
      run = isDigit ? run + 1 : 0
      longestNumber = max(longestNumber, run)
      if index == 0 { startsWithDigit = isDigit }
      switch scalar {
      case _ where isDigit: digits += 1
      case 0x2F: slashes += 1
      case 0x2D: hyphens += 1
      case 0x2E: dots += 1
      case 0x40: ats += 1
      default:
        let isLetter = VietLetter.isLetter(scalar)
        letters += isLetter ? 1 : 0
        others += isLetter ? 0 : 1
        capitals += VietLetter.isUppercase(scalar) ? 1 : 0
      }
    }
  }

  var isEmail: Bool { ats == 1 && dots > 0 && letters > 0 }

  /// Two or three numbers of at most four digits, joined by one kind of sign.
  var isDate: Bool {
    let joints = max(slashes, hyphens, dots)
    guard slashes + hyphens + dots == joints, others == 0, longestNumber <= 4 else { return false }
    return joints == 2 ? digits <= 8 && digits >= 4 : joints == 1 && slashes == 1 && longestNumber == 4
  }

  /// A number joined to letters, or groups of capitals joined to each other.
  var isDocumentNumber: Bool {
    guard slashes + hyphens > 0, others == 0, letters > 0 else { return false }
    return startsWithDigit ? capitals > 0 || letters == 1 : 2 * capitals > letters && letters >= 3
  }

  /// An address that begins with its scheme or `www`, or a host below a common domain.
  static func isURL(_ word: UnsafeBufferPointer<UInt32>) -> Bool {
    let beginnings: [StaticString] = ["http://", "https://", "www."]
    if beginnings.contains(where: { starts(word, with: $0, at: 0) }) { return true }
    let ends: [StaticString] = [".vn", ".com", ".org", ".net"]
    return word.count > 5
      && ends.contains { starts(word, with: $0, at: word.count - $0.utf8CodeUnitCount) }
  }

  private static func starts(
    _ word: UnsafeBufferPointer<UInt32>, with text: StaticString, at start: Int
  ) -> Bool {
    guard start >= 0, word.count >= start + text.utf8CodeUnitCount else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy {
      VietLetter.lowercased(word[start + $0]) == UInt32(text.utf8Start[$0])
    }
  }

  /// A well-formed roman numeral in capitals below forty, or a longer one of L and C.
  static func isRomanNumeral(_ word: UnsafeBufferPointer<UInt32>) -> Bool {
    guard word.count > 0, word.count <= 9 else { return false }
    var (last, run) = (Int.max, 0)
    var index = 0
    while index < word.count {
      guard let value = romanValue(word[index]) else { return false }
      let next = index + 1 < word.count ? romanValue(word[index + 1]) ?? 0 : 0
      let isPair = next > value
      if isPair, !(value == 1 || value == 10) || next > 10 * value { return false }
      let amount = isPair ? next - value : value
      run = amount == last ? run + 1 : 1
      if amount > last || run > 3 || (run > 1 && (isPair || value == 5 || value == 50)) { return false }
      last = isPair ? value - 1 : amount
      if last == 0, index + 2 < word.count { return false }
      index += isPair ? 2 : 1
    }
    return true
  }

  private static func romanValue(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x49: 1
    case 0x56: 5
    case 0x58: 10
    case 0x4C: 50
    case 0x43: 100
    default: nil
    }
  }
}
