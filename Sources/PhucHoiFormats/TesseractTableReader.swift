/// Reads the table of words that Tesseract writes (`tsv`): level, page, block, paragraph, line, word, box, confidence.
struct TesseractTableReader {
  private(set) var builder = PageTextBuilder()
  private var line: [WordSketch] = []
  /// Page, block, paragraph and line of the words at hand.
  private var place: [Int] = []

  /// The words of `table`. O(n).
  init(_ table: String) {
    for row in table.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst() {
      let cells = row.split(separator: 0x09, omittingEmptySubsequences: false)
      let numbers = cells.prefix(11).map { Double(String(decoding: $0, as: UTF8.self)) }
      guard cells.count >= 11, !numbers.contains(nil) else { continue }
      let text = cells.dropFirst(11).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      add(numbers.map { $0 ?? 0 }, text)
    }
    builder.add(line)
    line = []
  }

  private mutating func add(_ numbers: [Double], _ text: String) {
    let next = numbers[1...4].map { Int(clamping: Int64(max(-1e9, min(1e9, $0)))) }
    if next != place {
      builder.add(line)
      line = []
      if next.first != place.first { builder.startPage() }
      if next.prefix(3) != place.prefix(3) { builder.startParagraph() }
      place = next
    }
    guard numbers[0] == 5 else { return }
    let (x, y) = (numbers[6], numbers[7])
    line.append(
      WordSketch(
        text: text, box: Box(x0: x, y0: y, x1: x + numbers[8], y1: y + numbers[9]),
        confidence: numbers[10] < 0 ? nil : min(numbers[10] / 100, 1),
        place: WordPlace(element: 0..<0, tag: 0..<0, isFixed: true)))
  }
}
