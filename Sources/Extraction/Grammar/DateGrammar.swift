/// Reads dates out of folded text: `ngày 05 tháng 9 năm 2016`, `18/8/2014`, `tháng 10/2023`, `quý II/2024`.
///
/// Blanks may be missing or stand inside numbers, digits may be read as letters, words may hold one error.
enum DateGrammar {
  private static let rules = Grammar<DateValues>(
    """
    ofYear = ( .. nam [ .. {year} ] | .. '/' [ '/' ] _ {year} | .. '-' _ {year} )
    dashed = _ '-' _ {month} _ '-/' _ {year}
    dotted = _ '.' _ {month} _ './' _ {year}
    slashes = ( _ '/' _ {month} _ '/' _ {year} | {dashed} | {dotted} | _ '/' _ {month} {end} )
    spelled day in figures = ngay~ .. [ {openDay} ] {day} {slashes}
    spelled day = ngay~ .. [ {openDay} ] [ {day} ] .. thang~ .. [ {anyMonth} ] [ {ofYear} ]
    spelled month in figures = ngay~ .. {openDay} {month} _ '-/.' _ {wholeYear}
    spelled month behind a day that cannot be read = ngay~ {illegible} thang~ .. {month} {ofYear}
    month of year = thang~ .. {month} [ {ofYear} ]
    quarter of year = quy _ {quarter} [ {ofYear} ]
    day in figures = {day} {slashes}
    spelled month = {day} .. thang~ .. [ {anyMonth} ] [ {ofYear} ]
    month in figures = {month} '/' {wholeYear}
    """)

  /// The date that starts exactly at `start`; O(1).
  static func date(in folded: [UInt8], at start: Int, limit: Int) -> PrintedDate? {
    for rule in rules.names.indices.dropFirst(4) {
      var cursor = Cursor(folded: folded, limit: min(limit, start + 80), position: start)
      var values = DateValues()
      guard rules.fits(rule, &values, &cursor), !values.isEmpty else { continue }
      return PrintedDate(
        range: start..<cursor.position, day: values.day, month: values.month, quarter: values.quarter,
        year: values.year, spelled: rules.names[rule].hasPrefix("spelled"))
    }
    return nil
  }
}

/// The figures of a date.
struct DateValues: RuleReader {
  enum Value: String { case openDay, illegible, day, month, anyMonth, quarter, year, wholeYear, end }

  private(set) var day: Int?
  private(set) var month: Int?
  private(set) var quarter: Int?
  private(set) var year: Int?

  var isEmpty: Bool { day == nil && month == nil && quarter == nil && year == nil }

  mutating func read(_ value: Value, _ cursor: inout Cursor) -> Bool {
    switch value {
    case .openDay: return cursor.skipOpenDay()
    case .illegible: return cursor.skipToMonth()
    case .day: day = cursor.number(maximum: 31); return day != nil
    case .month: month = cursor.number(maximum: 12); return month != nil
    case .anyMonth:
      month = cursor.number(maximum: 12) ?? cursor.lookalike()
      return month != nil || cursor.skipIllegible()
    case .quarter: quarter = cursor.roman() ?? cursor.number(maximum: 4); return quarter != nil
    case .year, .wholeYear: year = cursor.year(isWhole: value == .wholeYear); return year != nil
    case .end: return cursor.byte.map { !Folding.isDigit($0) && !Folding.isLetter($0) } ?? true
    }
  }
}

extension Cursor {
  fileprivate var isDigit: Bool { byte.map(Folding.isDigit) ?? false }

  /// A dash or a stroke for a day left open, or two figures that are no day: `ngày - tháng 7`, `ngày 32 tháng 4`.
  fileprivate mutating func skipOpenDay() -> Bool {
    let start = position
    while byte == 0x2D || byte == 0x2F { position += 1 }
    if position == start, position + 2 < limit, folded[position + 2] == Folding.blank,
      Folding.isDigit(folded[position]), Folding.isDigit(folded[position + 1]),
      (Int(folded[position]) - 48) * 10 + Int(folded[position + 1]) - 48 > 31
    {
      position += 2
    }
    guard position > start else { return false }
    while let byte, Self.blanks.contains(byte) || Self.openMarks.contains(byte) { position += 1 }
    return true
  }

  /// What an engine made of a day written by hand, up to `tháng`: `ngày A5 tháng 11 năm 2023`.
  fileprivate mutating func skipToMonth() -> Bool {
    for end in position..<min(limit, position + Self.longestDay) {
      if folded[end] == Folding.newline || endsWord(end) { return false }
      var next = Cursor(folded: folded, limit: limit, position: end)
      guard end > position, !Folding.isLetter(folded[end - 1]), next.skipWord(Self.month, mayErr: true) else {
        continue
      }
      position = end
      return true
    }
    return false
  }

  /// Whether three letters end here: a word, of which no day is made.
  private func endsWord(_ end: Int) -> Bool {
    end >= position + 2 && folded[end - 2...end].allSatisfy(Folding.isLetter)
      && !folded[end - 2..<limit].starts(with: Self.month.prefix(3))
  }

  private static let month = Array("thang".utf8)
  /// Two figures and the strokes around them.
  private static let longestDay = 12

  /// One or two digits; `l`, `o` count as digits beside one, a lone zero may stand apart from the next digit.
  fileprivate mutating func number(maximum: Int) -> Int? {
    let start = position
    var (value, digits, real) = (0, 0, 0)
    while digits < 2, let byte, let digit = Self.digit(byte) {
      if value * 10 + digit > maximum, !Folding.isDigit(byte), !Folding.isLetter(byte) { break }
      value = value * 10 + digit
      digits += 1
      real += Folding.isDigit(byte) ? 1 : 0
      position += 1
      if digits == 1, value == 0, self.byte == Folding.blank, position + 1 < limit,
        Folding.isDigit(folded[position + 1])
      {
        position += 1
      }
    }
    if real > 0, value >= 1, value <= maximum, !isDigit { return value }
    position = start
    return nil
  }

  /// `II` before `năm`: ones read as letters.
  fileprivate mutating func lookalike() -> Int? {
    let start = position
    var value = 0
    while position - start < 2, let byte, let digit = Self.digit(byte) {
      value = value * 10 + digit
      position += 1
    }
    if position > start, value >= 1, value <= 12, byte == Folding.blank { return value }
    position = start
    return nil
  }

  /// A month that cannot be read, up to three letters; `nam` is none.
  fileprivate mutating func skipIllegible() -> Bool {
    let start = position
    while position - start < 3, let byte, !Self.blanks.contains(byte) { position += 1 }
    if position > start, byte == Folding.blank, !folded[start..<position].starts(with: [0x6E, 0x61]) {
      return true
    }
    position = start
    return false
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 0x6F: 0
    case 0x6C, 0x69, 0x5D, 0x5B, 0x7C: 1
    default: nil
    }
  }

  /// Four digits of a plausible year, or two.
  fileprivate mutating func year(isWhole: Bool) -> Int? {
    let start = position
    while position - start < 4, isDigit { position += 1 }
    let value = folded[start..<position].reduce(0) { $0 * 10 + Int($1) - 48 }
    if !isDigit {
      if position - start == 4, value > 1900, value < 2100 { return value }
      if position - start == 2, !isWhole { return value < 40 ? 2000 + value : 1900 + value }
    }
    position = start
    return nil
  }

  /// `I`, `II`, `III`, `IV`, however an engine reads their strokes.
  fileprivate mutating func roman() -> Int? {
    let start = position
    while position - start < 3, let byte, [0x69, 0x6C, 0x31, 0x76].contains(byte) { position += 1 }
    let letters = folded[start..<position].map { $0 == 0x76 ? UInt8(0x76) : 0x69 }
    if !(byte.map(Folding.isLetter) ?? false), let value = Self.romans.firstIndex(of: letters) {
      return value + 1
    }
    position = start
    return nil
  }

  private static let romans: [[UInt8]] = [[0x69], [0x69, 0x69], [0x69, 0x69, 0x69], [0x69, 0x76]]
}
