import VietText

/// A document number as it stands in a text.
struct PrintedCode: Sendable, Equatable {
  var range: Range<Int>
  var number: String?
  var year: String?
  /// `-` or `/` before the symbol, a blank in forms of before 2000 (`215 QĐ/UB`).
  var separator: String
  var symbol: String?
  /// The symbol is not as read: it was likened to one of the tables.
  var isMended = false

  /// Number and symbol as one, without blanks: `30/2020/NĐ-CP`.
  var value: String {
    var result = number ?? ""
    if let year { result += result.isEmpty ? year : "/" + year }
    if let symbol { result += separator + symbol }
    return result
  }

  /// Reads the symbol as the tables know it where the page was misread; `type` is the type that stands before the
  /// number. A printed symbol is evidence: on a page that was read well it is left as it stands.
  mutating func mend(_ tables: ExtractionTables, _ reading: Reading, type: Int? = nil) {
    guard let symbol, reading.isNoisy else { return }
    let heads = type.map { tables.types[$0].symbols } ?? []
    let mended =
      reading.isBadlyRead
      ? tables.symbols.mended(symbol, heads: heads) : tables.symbols.stroked(symbol, heads: heads)
    if mended != symbol { (self.symbol, isMended) = (mended, true) }
  }

  /// The letters before the first hyphen or slash of the symbol: `KH`, `QĐ`, `UBND`.
  var head: String { symbol.map { String($0.prefix { $0 != "-" && $0 != "/" }) } ?? "" }

  /// What follows the head: `TU`, `UBND`.
  var tail: String { symbol.map { String($0.dropFirst(head.count + 1)) } ?? "" }
}

/// Reads document numbers: `93-KH/TU`, `30/2020/NĐ-CP`, `3691 /UBND-VX4`, `12a-KH/HU`, `5053-CV/VPTW/nb`.
struct CodeScanner {
  private let text: FoldedText
  private let limit: Int
  /// Header lines may hold blanks around every separator; running text may not.
  private let loose: Bool
  private var position: Int

  private init(_ text: FoldedText, at position: Int, limit: Int, loose: Bool) {
    self.text = text
    self.limit = min(limit, position + 80)
    self.loose = loose
    self.position = position
  }

  /// The number that starts with a digit exactly at `start`, with its symbol.
  static func code(in text: FoldedText, at start: Int, limit: Int, loose: Bool = false) -> PrintedCode? {
    var scanner = CodeScanner(text, at: start, limit: limit, loose: loose)
    return scanner.scan(start)
  }

  /// A symbol whose number was left blank: `/QĐ-UBND`.
  static func symbolOnly(in text: FoldedText, at start: Int, limit: Int) -> PrintedCode? {
    var scanner = CodeScanner(text, at: start, limit: limit, loose: true)
    return scanner.symbolTail(start)
  }

  private mutating func symbolTail(_ start: Int) -> PrintedCode? {
    var year: String?
    if byte == 0x2F, let printed = yearPart() { year = printed }
    guard let separator, let symbol = symbol() else { return nil }
    return PrintedCode(range: start..<position, number: nil, year: year, separator: separator, symbol: symbol)
  }

  private mutating func scan(_ start: Int) -> PrintedCode? {
    guard let number = numberPart() else { return nil }
    let year = yearPart()
    if let separator, let symbol = symbol() {
      return PrintedCode(
        range: start..<position, number: number, year: year, separator: separator, symbol: symbol)
    }
    return nil
  }

  /// A number of before 2000, whose symbol stands behind a blank: `215 QĐ/UB`, `128 TC/TCT`.
  static func oldCode(in text: FoldedText, at start: Int, limit: Int) -> PrintedCode? {
    var scanner = CodeScanner(text, at: start, limit: limit, loose: false)
    guard let number = scanner.numberPart(), scanner.byte == Folding.blank else { return nil }
    scanner.skipBlank()
    guard let symbol = scanner.symbol(), symbol.contains(where: { $0 == "/" || $0 == "-" }) else {
      return nil
    }
    return PrintedCode(
      range: start..<scanner.position, number: number, year: nil, separator: " ", symbol: symbol)
  }

  private var byte: UInt8? { position < limit ? text.folded[position] : nil }

  /// Digits, and at most one letter: `05`, `12a`.
  private mutating func numberPart() -> String? {
    let start = position
    while position - start < 6, let byte, Folding.isDigit(byte) { position += 1 }
    guard position > start else { return nil }
    if let byte, Folding.isLetter(byte), byte < 0x69, text.scalars[position] < 0x80, position + 1 < limit,
      !Folding.isLetter(text.folded[position + 1]), !VietLetter.isUppercase(text.scalars[position]) || loose
    {
      position += 1
    }
    return text.string(start..<position)
  }

  /// `/2020` before another slash.
  private mutating func yearPart() -> String? {
    let start = position
    skipBlank()
    if byte == 0x2F {
      position += 1
      skipBlank()
      let first = position
      while position - first < 5, let byte, Folding.isDigit(byte) { position += 1 }
      let digits = text.string(first..<position)
      let after = position
      skipBlank()
      if digits.count == 4, let year = Int(digits), year > 1900, year < 2100, byte == 0x2F || byte == 0x2D {
        position = after
        return digits
      }
    }
    position = start
    return nil
  }

  /// The separator before a symbol or between its groups, or nil (and the place kept).
  private var separator: String? {
    mutating get {
      let start = position
      skipBlank()
      if let byte, byte == 0x2D || byte == 0x2F {
        position += 1
        let afterMark = position
        skipLineEnd()
        if position == afterMark { if loose { skipBlank() } else { skipDoubleDash() } }
        return byte == 0x2D ? "-" : "/"
      }
      position = start
      return nil
    }
  }

  /// `08- -NQ/TU`, `1874/SKHĐT- VX ngày`: a dash that was read twice, a blank behind it.
  private mutating func skipDoubleDash() {
    var next = position
    while next < limit, next - position < 3, text.folded[next] == Folding.blank || text.folded[next] == 0x2D {
      next += 1
    }
    guard next > position, next + 2 < limit, VietLetter.isUppercase(text.scalars[next]),
      VietLetter.isUppercase(text.scalars[next + 1])
    else { return }
    if text.folded[position..<next].contains(0x2D) || isShortGroup(next) { position = next }
  }

  /// Two to four capitals before a blank and a word in lower case.
  private func isShortGroup(_ start: Int) -> Bool {
    var end = start
    while end < limit, VietLetter.isUppercase(text.scalars[end]) { end += 1 }
    guard end - start <= 4, end + 1 < limit, text.folded[end] == Folding.blank else { return false }
    return Folding.isLetter(text.folded[end + 1]) && !VietLetter.isUppercase(text.scalars[end + 1])
  }

  /// Groups of capitals joined by hyphens and slashes.
  private mutating func symbol() -> String? {
    guard var result = group() else { return nil }
    if loose, result == "TT" || result == "CT", skipTornLetter() { result += "r" }
    while true {
      let end = position
      if let part = innerPart() {
        result += part
        continue
      }
      guard loose || byte != Folding.blank, let mark = separator, let next = group() ?? internalMark() else {
        position = end
        return result.count > 1 ? result : nil
      }
      result += mark + next
    }
  }

  /// A group behind another mark, with no blank between: `V.I`, `UBND.ĐT`, `KD+TT`, `BCA(X11)`; on number lines `NC,TH`.
  private mutating func innerPart() -> String? {
    let start = position
    let marks: [UInt8] = loose ? [0x2E, 0x2B, 0x26, 0x2C, 0x28] : [0x2E, 0x2B, 0x26, 0x28]
    guard let mark = byte, marks.contains(mark) else { return nil }
    position += 1
    if var part = group() ?? figures() {
      if mark != 0x28 { return String(UnicodeScalar(mark)) + part }
      if byte == 0x29, loose || isOffice(part) {
        position += 1
        part = "(" + part + ")"
        return part
      }
    }
    position = start
    return nil
  }

  /// `X11`, `PX15`: an office of the police; `(1)` in running text is a note.
  private func isOffice(_ part: String) -> Bool {
    let letters = part.utf8.prefix { (0x41...0x5A).contains($0) }
    let digits = part.utf8.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...2).contains(digits.count)
      && digits.allSatisfy(Folding.isDigit)
  }

  /// One or two digits as a group of their own: `P.12`, `UBND(2)`.
  private mutating func figures() -> String? {
    let start = position
    while position - start < 2, let byte, Folding.isDigit(byte) { position += 1 }
    if position > start, byte.map({ !Folding.isDigit($0) && !Folding.isLetter($0) }) ?? true {
      return text.string(start..<position)
    }
    position = start
    return nil
  }

  /// `TT r-SGDĐT`, `TT: t-SGDĐT`: the small letter of `TTr` and `CTr` torn from its capitals.
  private mutating func skipTornLetter() -> Bool {
    var next = position
    while next < limit, next - position < 3, text.folded[next] == Folding.blank || text.folded[next] == 0x3A {
      next += 1
    }
    guard next > position, next + 1 < limit, text.folded[next + 1] == 0x2D,
      [0x72, 0x74, 0x66, 0x69].contains(text.folded[next])
    else { return false }
    position = next + 1
    return true
  }

  /// `nb` (nội bộ), the one lower-case group.
  private mutating func internalMark() -> String? {
    guard position + 2 <= limit, text.folded[position] == 0x6E, text.folded[position + 1] == 0x62 else {
      return nil
    }
    if position + 2 < limit, Folding.isLetter(text.folded[position + 2]) { return nil }
    position += 2
    return "nb"
  }

  private mutating func group() -> String? {
    let start = position
    var (uppers, lowers) = (0, 0)
    while let byte, Folding.isLetter(byte) || Folding.isDigit(byte) || byte == 0x26 {
      if Folding.isLetter(byte) {
        if VietLetter.isUppercase(text.scalars[position]) { uppers += 1 } else { lowers += 1 }
      }
      position += 1
    }
    if uppers > 0, uppers >= lowers, position - start <= 14, VietLetter.isUppercase(text.scalars[start]) {
      return letters(start..<position)
    }
    position = start
    return nil
  }

  /// The group with Vietnamese letters only: `Ð` of other alphabets is `Đ`, `Č` is `C`.
  private func letters(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for index in range {
      let scalar = text.scalars[index]
      var value = scalar
      if scalar == 0xD0 || scalar == 0x189 { value = 0x110 }
      if scalar > 0x7F, value == scalar, !VietLetter.isVietnamese(scalar),
        Folding.isLetter(text.folded[index])
      {
        value =
          VietLetter.isUppercase(scalar)
          ? VietLetter.uppercased(UInt32(text.folded[index])) : UInt32(text.folded[index])
      }
      if let letter = Unicode.Scalar(value) { result.append(letter) }
    }
    return String(result)
  }

  private mutating func skipBlank() {
    while let byte, byte == Folding.blank || loose && byte == 0x2A { position += 1 }
  }

  /// A number broken after its hyphen goes on at the start of the next line.
  private mutating func skipLineEnd() {
    let start = position
    while let byte, byte == Folding.blank { position += 1 }
    guard byte == Folding.newline else { position = start; return }
    while let byte, byte == Folding.blank || byte == Folding.newline || byte == Folding.formFeed {
      position += 1
    }
  }
}
