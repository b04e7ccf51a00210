/// Cuts lines at wide blanks and between the cells of tables.
struct Segmenter {
  let reading: Reading
  private let shapes: LineShapes

  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
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
    guard isRow else { return cut(line.words).filter { !shapes.isFurniture($0) }.map { ($0, false) } }
    var pieces: [Range<Int>] = []
    var start = first
    for index in first...line.words.upperBound where index == line.words.upperBound || isPipe(index) {
      if start < index { pieces += cut(start..<index) }
      start = index + 1
    }
    return pieces.filter { !shapes.isFurniture($0) }.map { ($0, true) }
  }

  private func isPipe(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.end == word.start + 1 && reading.text.scalars[Int(word.start)] == 0x7C
  }

  /// Cuts at wide gaps, unless they are blanks left open in a date or a number.
  private func cut(_ words: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = words.lowerBound
    for index in words.dropFirst() {
      let gap = Int(reading.words[index].start - reading.words[index - 1].end)
      guard gap >= 3 || hasTab(before: index) else { continue }
      if shapes.isOpenBlank(before: index) { continue }
      pieces.append(start..<index)
      start = index
    }
    pieces.append(start..<words.upperBound)
    return pieces
  }

  private func hasTab(before index: Int) -> Bool {
    let (low, high) = (Int(reading.words[index - 1].end), Int(reading.words[index].start))
    return reading.text.scalars[low..<high].contains(9)
  }
}
