import VietText

/// Keywords of the layout, found at the start of a piece of a line in spite of misread letters.
enum LayoutKeyword {
  static let national = KeywordMatcher("Cộng hòa xã hội chủ nghĩa Việt Nam", lettersPerError: 4)
  static let motto = KeywordMatcher("Độc lập - Tự do - Hạnh phúc", lettersPerError: 4)
  static let nationalTail = KeywordMatcher("hòa xã hội chủ nghĩa Việt Nam", lettersPerError: 5)
  static let mottoTail = KeywordMatcher("lập - Tự do - Hạnh phúc", lettersPerError: 5)
  static let party = KeywordMatcher("Đảng Cộng sản Việt Nam", lettersPerError: 5)
  static let youth = KeywordMatcher("Đoàn TNCS Hồ Chí Minh", lettersPerError: 6)
  static let recipients = KeywordMatcher("Nơi nhận", lettersPerError: 4)
  static let addressee = KeywordMatcher("Kính gửi", lettersPerError: 4)
  static let basis = KeywordMatcher("Căn cứ", lettersPerError: 6)
  static let annex = KeywordMatcher("Phụ lục", lettersPerError: 6)
  static let attached = KeywordMatcher("Kèm theo", lettersPerError: 7)
  static let issuedWith = KeywordMatcher("Ban hành kèm theo", lettersPerError: 7)
}

/// Cuts lines into the pieces of their columns.
///
/// OCR engines often read two columns as one line: the body's name runs into the national title, `Nơi nhận:`
/// into the signer's authority. Cuts are made where the layout says so (cells, wide gaps) and where a keyword
/// of the other column begins.
struct Segmenter {
  let reading: Reading
  let tables: ExtractionTables
  private let shapes: LineShapes

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
    shapes = LineShapes(reading: reading, tables: tables)
  }

  /// The pieces of all lines in reading order; blank lines, rules and page numbers give none.
  func segments() -> [Segment] {
    var result: [Segment] = []
    result.reserveCapacity(reading.lines.count)
    var gap = true
    for (index, line) in reading.lines.enumerated() {
      if shapes.isFurniture(line.words) {
        gap = true
        continue
      }
      for (column, piece) in pieces(of: line).enumerated() {
        let words = index < 6 ? shapes.withoutLeadingSpecks(piece.words) : piece.words
        result.append(
          Segment(words: words, line: index, column: column, afterGap: gap, isCell: piece.isCell))
        gap = false
      }
    }
    return result
  }

  private func pieces(of line: TextLine) -> [(words: Range<Int>, isCell: Bool)] {
    let first = line.words.lowerBound
    let pipes = line.words.reduce(0) { $0 + (isPipe($1) ? 1 : 0) }
    let isRow = pipes > 1 || pipes == 1 && !isPipe(first) && line.words.count < 400
    var pieces: [(words: Range<Int>, isCell: Bool)] = []
    if isRow {
      var start = first
      for index in first...line.words.upperBound where index == line.words.upperBound || isPipe(index) {
        if start < index { pieces += cut(start..<index).map { ($0, true) } }
        start = index + 1
      }
    } else {
      pieces = cut(line.words).map { ($0, false) }
    }
    return pieces.filter { !shapes.isFurniture($0.words) }
  }

  private func isPipe(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.end == word.start + 1 && reading.text.scalars[Int(word.start)] == 0x7C
  }

  /// Cuts one cell or line; long lines are running text and stay whole, but for lists of recipients in a cell.
  private func cut(_ words: Range<Int>) -> [Range<Int>] {
    var cuts: [Int] = []
    let isList = shapes.startsList(words)
    if words.count <= 60 || isList {
      addTitleCuts(words, &cuts)
      addGapCuts(words, &cuts)
      addHeaderCuts(words, &cuts)
    }
    addClosingCuts(words, isList: isList, &cuts)
    guard !cuts.isEmpty else { return [words] }
    var pieces: [Range<Int>] = []
    var start = words.lowerBound
    for cut in Set(cuts).sorted() where cut > start && cut < words.upperBound {
      pieces.append(start..<cut)
      start = cut
    }
    pieces.append(start..<words.upperBound)
    return pieces
  }

  /// Before and after the national title, the motto and the Party's title.
  private func addTitleCuts(_ words: Range<Int>, _ cuts: inout [Int]) {
    guard words.count <= 40 else { return }
    var index = words.lowerBound
    while index < words.upperBound {
      let mayOpen =
        index == words.lowerBound || reading.words[index].shape.contains(.upper)
        || reading.words[index].core.count == 3
        || index + 1 < words.upperBound
          && (reading.words[index + 1].shape.contains(.upper)
            || reading.words[index].key == LayoutKeyword.national.firstKey && opensWithBody(words)
            || reading.words[index + 1].key == WordKey.of("lap"))
      if mayOpen, let end = shapes.titleEnd(at: index, limit: words.upperBound) {
        cuts += [index, end]
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  private func opensWithBody(_ words: Range<Int>) -> Bool {
    guard let first = words.first(where: { !reading.words[$0].isEmpty }) else { return false }
    return tables.bodyPhrases.match(reading, at: first, limit: words.upperBound) != nil
  }

  /// At wide gaps, unless they are blanks left open in a date or a number.
  private func addGapCuts(_ words: Range<Int>, _ cuts: inout [Int]) {
    for index in words.dropFirst() {
      let gap = Int(reading.words[index].start - reading.words[index - 1].end)
      guard gap >= 3 || hasTab(before: index) else { continue }
      if shapes.isOpenBlank(before: index) { continue }
      cuts.append(index)
    }
  }

  private func hasTab(before index: Int) -> Bool {
    let (low, high) = (Int(reading.words[index - 1].end), Int(reading.words[index].start))
    return reading.text.scalars[low..<high].contains(9)
  }

  /// Between number, subject and date when they share a line.
  private func addHeaderCuts(_ words: Range<Int>, _ cuts: inout [Int]) {
    guard words.count <= 60 else { return }
    for index in words where shapes.isSubjectMark(index) && index > words.lowerBound {
      if shapes.startsWithNumber(words.lowerBound..<index) { cuts.append(index) }
    }
    if let date = shapes.trailingDate(words), date > words.lowerBound { cuts.append(date) }
    for index in words.dropFirst() where shapes.isFormCode(reading.words[index]) {
      cuts += [shapes.formCodeStart(index, words.lowerBound), index + 1]
    }
    if let page = shapes.pageMark(words), page > words.lowerBound { cuts.append(page) }
  }

  /// Between recipients and the signer's column.
  private func addClosingCuts(_ words: Range<Int>, isList: Bool, _ cuts: inout [Int]) {
    if isList {
      for index in words.dropFirst() where shapes.isDash(index) && shapes.endsItem(index - 1) {
        cuts.append(index)
      }
    }
    guard words.count <= 60 || isList else { return }
    if let end = shapes.headEnd(words) { cuts.append(end) }
    let starts = [words.lowerBound] + cuts.filter { words.contains($0) }
    for start in starts.suffix(2) where shapes.mayHoldSigner(start..<words.upperBound) {
      if let cut = shapes.signerStart(start..<words.upperBound) { cuts.append(cut) }
    }
    shapes.addSignerCuts(words, &cuts)
  }
}
