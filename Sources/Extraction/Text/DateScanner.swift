/// Reads dates out of folded text: `ngày 05 tháng 9 năm 2016`, `18/8/2014`, `tháng 10/2023`, `quý II/2024`.
///
/// Blanks may be missing or stand inside numbers, digits may be read as letters, words may hold one error.
struct DateScanner {
  private let folded: [UInt8]
  private let limit: Int
  private var position: Int

  /// A scanner of `folded` that reads up to `limit`.
  init(_ folded: [UInt8], at position: Int, limit: Int) {
    self.folded = folded
    self.position = position
    self.limit = limit
  }

  /// The date that starts exactly at the scanner's place.
  static func date(in folded: [UInt8], at start: Int, limit: Int) -> PrintedDate? {
    var scanner = DateScanner(folded, at: start, limit: min(limit, start + 80))
    return scanner.scan()
  }

  private mutating func scan() -> PrintedDate? {
    let start = position
    if keyword("ngay") { return dayDate(from: start, spelled: true) ?? restart(start) }
    if keyword("thang") { return monthDate(from: start) ?? restart(start) }
    if keyword("quy") { return quarterDate(from: start) ?? restart(start) }
    guard position < limit, Folding.isDigit(folded[position]) else { return nil }
    return dayDate(from: start, spelled: false) ?? restart(start) ?? monthSlashYear(from: start)
  }

  private mutating func restart(_ start: Int) -> PrintedDate? {
    position = start
    return nil
  }

  /// After `ngày`: `18/8/2014`, `05 tháng 9 năm 2016`, with parts left blank or dotted.
  private mutating func dayDate(from start: Int, spelled: Bool) -> PrintedDate? {
    skipFiller(dots: spelled)
    if spelled { skipOpenDay() }
    let day = number(maximum: 31)
    let afterDay = position
    if day != nil, let (month, year) = slashed() {
      return PrintedDate(range: start..<position, day: day, month: month, year: year, spelled: spelled)
    }
    position = afterDay
    skipFiller(dots: true)
    guard keyword("thang") else { return nil }
    skipFiller(dots: true)
    let month = number(maximum: 12) ?? lookalike() ?? skippingWord()
    var end = position
    let year = yearAfterWord(&end)
    guard day != nil || month != nil || year != nil else { return nil }
    position = end
    return PrintedDate(range: start..<end, day: day, month: month, year: year, spelled: true)
  }

  /// A dash for a day left open, or two figures that are no day: `ngày - tháng 7`, `ngày 32 tháng 4`.
  private mutating func skipOpenDay() {
    let start = position
    while let byte, byte == 0x2D { position += 1 }
    if position == start, position + 2 < limit, folded[position + 2] == Folding.blank,
      Folding.isDigit(folded[position]), Folding.isDigit(folded[position + 1]),
      (Int(folded[position]) - 48) * 10 + Int(folded[position + 1]) - 48 > 31
    {
      position += 2
    }
    skipFiller(dots: true)
  }

  /// `năm 2016`, or a slash and the year; `end` moves behind what was read.
  private mutating func yearAfterWord(_ end: inout Int) -> Int? {
    skipFiller(dots: true)
    if keyword("nam") {
      end = position
      skipFiller(dots: true)
      let year = yearNumber()
      if year != nil { end = position }
      return year
    }
    guard let separator = byte, separator == 0x2F || separator == 0x2D else { return nil }
    while let byte, byte == separator { position += 1 }
    skipBlanks()
    let year = yearNumber()
    if year != nil { end = position }
    return year
  }

  /// After `tháng`: `10/2023`, `9 năm 2021`, `11`.
  private mutating func monthDate(from start: Int) -> PrintedDate? {
    skipFiller(dots: true)
    guard let month = number(maximum: 12) else { return nil }
    var end = position
    let year = yearAfterWord(&end)
    position = end
    return PrintedDate(range: start..<end, month: month, year: year)
  }

  /// After `quý`: `II/2024`, `2 năm 2024`.
  private mutating func quarterDate(from start: Int) -> PrintedDate? {
    skipBlanks()
    guard let quarter = roman() ?? number(maximum: 4) else { return nil }
    var end = position
    let year = yearAfterWord(&end)
    position = end
    return PrintedDate(range: start..<end, quarter: quarter, year: year)
  }

  /// `10/2023` without a word before it.
  private mutating func monthSlashYear(from start: Int) -> PrintedDate? {
    position = start
    guard let month = number(maximum: 12), byte == 0x2F else { return nil }
    position += 1
    guard let year = yearNumber(), year > 1900 else { return nil }
    return PrintedDate(range: start..<position, month: month, year: year)
  }

  /// `/8/2014` after the day; the year may be missing, then only the month is given.
  private mutating func slashed() -> (month: Int, year: Int?)? {
    skipBlanks()
    guard let separator = byte, separator == 0x2F || separator == 0x2D || separator == 0x2E else {
      return nil
    }
    position += 1
    skipBlanks()
    guard let month = number(maximum: 12) else { return nil }
    let end = position
    skipBlanks()
    if byte == separator || byte == 0x2F {
      position += 1
      skipBlanks()
      if let year = yearNumber() { return (month, year) }
    }
    position = end
    if let next = byte, Folding.isDigit(next) || Folding.isLetter(next) { return nil }
    return separator == 0x2F ? (month, nil) : nil
  }

  private var byte: UInt8? { position < limit ? folded[position] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == Folding.blank || byte == Folding.newline { position += 1 }
  }

  /// Blanks, and where parts are left open the dots, dashes and marks that stand in them.
  private mutating func skipFiller(dots: Bool) {
    while let byte {
      let open = Self.openMarks.contains(byte)
      guard byte == Folding.blank || byte == Folding.newline || (dots && open) else { return }
      position += 1
    }
  }

  private static let openMarks: Set<UInt8> = [0x2E, 0x5F, 0x2A, 0x2C, 0x27, 0x22, 0x60, 0x7E, Folding.other]

  /// A keyword with at most one wrong letter that is not its first.
  private mutating func keyword(_ word: StaticString) -> Bool {
    let size = word.utf8CodeUnitCount
    guard position + size <= limit else { return false }
    var errors = 0
    word.withUTF8Buffer { letters in
      for index in 0..<size where folded[position + index] != letters[index] {
        errors += index == 0 || !Folding.isLetter(folded[position + index]) ? 9 : 1
      }
    }
    guard errors <= (size > 3 ? 1 : 0) else { return false }
    let end = position + size
    if end < limit, Folding.isLetter(folded[end]), !looksLikeDigit(folded[end]) { return false }
    position = end
    return true
  }

  private func looksLikeDigit(_ byte: UInt8) -> Bool { byte == 0x6F || byte == 0x6C }

  /// One or two digits; `l`, `o` count as digits beside one, a lone zero may stand apart from the next digit.
  private mutating func number(maximum: Int) -> Int? {
    let start = position
    var (value, digits, real) = (0, 0, 0)
    while digits < 2, let byte, let digit = digit(byte) {
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
    if real > 0, value >= 1, value <= maximum, !followedByDigit { return value }
    position = start
    return nil
  }

  private var followedByDigit: Bool { byte.map(Folding.isDigit) ?? false }

  /// `II` before `năm`: ones read as letters.
  private mutating func lookalike() -> Int? {
    let start = position
    var value = 0
    while position - start < 2, let byte, let digit = digit(byte) {
      value = value * 10 + digit
      position += 1
    }
    if position > start, value >= 1, value <= 12, byte == Folding.blank { return value }
    position = start
    return nil
  }

  /// Leaves out a month that cannot be read, up to three letters.
  private mutating func skippingWord() -> Int? {
    let start = position
    while position - start < 3, let byte, byte != Folding.blank, byte != Folding.newline { position += 1 }
    if byte != Folding.blank || position == start
      || start + 3 < limit && folded[start] == 0x6E && folded[start + 1] == 0x61
    {
      position = start
    }
    return nil
  }

  private func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 48...57: Int(byte) - 48
    case 0x6F: 0
    case 0x6C, 0x69, 0x5D, 0x5B, 0x7C: 1
    default: nil
    }
  }

  /// Four digits of a plausible year, or two.
  private mutating func yearNumber() -> Int? {
    let start = position
    var (value, digits) = (0, 0)
    while digits < 4, let byte, Folding.isDigit(byte) {
      value = value * 10 + Int(byte) - 48
      digits += 1
      position += 1
    }
    if !followedByDigit {
      if digits == 4, value > 1900, value < 2100 { return value }
      if digits == 2 { return value < 40 ? 2000 + value : 1900 + value }
    }
    position = start
    return nil
  }

  private mutating func roman() -> Int? {
    let start = position
    var letters: [UInt8] = []
    while letters.count < 3, let byte, byte == 0x69 || byte == 0x76 || byte == 0x6C || byte == 0x31 {
      letters.append(byte == 0x76 ? byte : 0x69)
      position += 1
    }
    if let byte, Folding.isLetter(byte) { letters = [] }
    switch letters {
    case [0x69]: return 1
    case [0x69, 0x69]: return 2
    case [0x69, 0x69, 0x69]: return 3
    case [0x69, 0x76]: return 4
    default:
      position = start
      return nil
    }
  }
}
