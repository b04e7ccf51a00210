import VietText

/// Reads the line of the number: `Số: 15/QĐ-UBND`, `Số      /QĐ-UBND`, `Số: ~4f/QĐ-UBND`, `Số 215 QĐ/UB`.
///
/// Where the number was written by hand, an engine leaves nothing or junk between `Số` and the symbol. The symbol is
/// printed and counts; the number stays open.
struct NumberLine {
  let shapes: LineShapes
  let words: Range<Int>
  private let reading: Reading
  private let text: FoldedText
  /// End of the physical line, or so far on that no number reaches there: a wide gap before the slash is no end of the number.
  private let limit: Int

  /// The line that holds a stretch of words, read from the stretch on.
  init(shapes: LineShapes, words: Range<Int>) {
    self.shapes = shapes
    self.words = words
    reading = shapes.reading
    text = shapes.reading.text
    var end = words.isEmpty ? 0 : Int(reading.words[words.upperBound - 1].end)
    let most = min(text.count, end + Self.longestLine)
    while end < most, text.folded[end] != Folding.newline, text.folded[end] != Folding.formFeed {
      end += 1
    }
    limit = end
  }

  /// More letters behind the words of a number hold none of it.
  private static let longestLine = 400

  /// The code, with as much of it as can be read; nil if the line gives none.
  func code() -> PrintedCode? {
    guard let first = words.first(where: { !reading.words[$0].isEmpty }) else { return nil }
    let mark = words.prefix(4).first { shapes.isNumberMark($0) && $0 <= first + 3 }
    guard let mark else { return bare(first) ?? afterGarbledMark(first) ?? glued(first) }
    if let glued = glued(first) { return glued }
    let start = Int(reading.words[mark].coreEnd)
    return CodeScanner.code(in: text, at: digits(from: start) ?? start, limit: limit, loose: true)
      ?? digits(from: start).flatMap { CodeScanner.oldCode(in: text, at: $0, limit: limit) }
      ?? openNumber(from: start)
  }

  /// The first digit behind the mark if only blanks, marks and `No.` in brackets stand before it.
  private func digits(from start: Int) -> Int? {
    for index in start..<limit {
      let byte = text.folded[index]
      if Folding.isDigit(byte) { return index }
      if byte == 0x2F || byte == 0x2D || Self.junk.contains(byte) { return nil }
      if Folding.isLetter(byte), !isForeignMark(index, start) { return nil }
    }
    return nil
  }

  /// Marks that only hand-writing is read as.
  private static let junk = Set("~{}&%@^#\\".utf8)

  /// A letter of `(No.)`, `(Ref. No.)` behind `Số`.
  private func isForeignMark(_ index: Int, _ start: Int) -> Bool {
    let before = text.folded[start..<index]
    return index - start < Self.longestForeignMark && before.contains(0x28) && !before.contains(0x29)
  }

  /// How far behind `Số` such letters stand at most.
  private static let longestForeignMark = 14

  private func bare(_ first: Int) -> PrintedCode? {
    CodeScanner.code(in: text, at: Int(reading.words[first].coreStart), limit: limit)
  }

  /// `Sở 93-KH/TU`, `$ố 93-KH/TU`: a short first word before a number was the mark, however it reads.
  private func afterGarbledMark(_ first: Int) -> PrintedCode? {
    guard reading.words[first].core.count <= 3, first + 1 < words.upperBound,
      reading.words[first + 1].shape.contains([.digit, .letter]),
      Folding.isDigit(text.folded[Int(reading.words[first + 1].coreStart)])
    else { return nil }
    return CodeScanner.code(
      in: text, at: Int(reading.words[first + 1].coreStart), limit: limit, loose: true)
  }

  /// `Số:93-KH/TU` without a blank.
  private func glued(_ index: Int) -> PrintedCode? {
    let word = reading.words[index]
    guard word.core.count > 3, text.folded[Int(word.coreStart)] == 0x73 else { return nil }
    let start = Int(word.coreStart) + 2
    let digit = (start..<min(Int(word.coreEnd), start + 3)).first { Folding.isDigit(text.folded[$0]) }
    return digit.flatMap { CodeScanner.code(in: text, at: $0, limit: limit, loose: true) }
  }

  /// How far junk may reach from the mark to the symbol: a number of six figures with blanks between them.
  private static let longestGap = 16

  /// The symbol behind a number that is left blank or cannot be read.
  private func openNumber(from start: Int) -> PrintedCode? {
    for index in start..<min(limit, start + Self.longestGap) {
      guard text.folded[index] == 0x2F || text.folded[index] == 0x2D,
        let code = CodeScanner.symbolOnly(in: text, at: index, limit: limit), let symbol = code.symbol,
        isPlain(start..<index) || isSymbol(symbol, code.separator)
      else { continue }
      return code
    }
    return nil
  }

  /// Blanks and dots, where a number is to be filled in.
  private func isPlain(_ gap: Range<Int>) -> Bool {
    gap.allSatisfy { !Folding.isLetter(text.folded[$0]) && !Folding.isDigit(text.folded[$0]) }
  }

  /// Behind junk only what is a symbol beyond doubt: its first group is that of a type or a body.
  private func isSymbol(_ symbol: String, _ separator: String) -> Bool {
    let groups = symbol.split { $0 == "-" || $0 == "/" }
    return groups.count > 1 && groups.contains { shapes.tables.symbols.knows(String($0), toTheLetter: true) }
  }
}
