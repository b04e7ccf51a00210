/// Reads the words of PAGE XML (PcGts): those of words where lines have them, else the text of lines.
final class PageXMLReader: PageReader {
  private(set) var builder = PageTextBuilder()
  /// Texts of lines and regions that repeat what their words say.
  private(set) var repeats: [RepeatedText] = []
  private var open: [Part] = []

  /// An element of the page that can have a text.
  private struct Part {
    let kind: Kind
    let tag: MarkupTag
    /// How many words of the file stand before it.
    let firstWord: Int
    var box: Box?
    var coordinates: Range<Int>?
    /// The place of its text, and the text.
    var content: Range<Int>?
    var text = ""
    var confidence: Double?
    var words: [WordSketch] = []
  }

  private enum Kind { case region, line, word, equivalent, unicode }

  private static let kinds: [String: Kind] = [
    "TextRegion": .region, "TextLine": .line, "Word": .word, "TextEquiv": .equivalent, "Unicode": .unicode,
  ]

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "Page":
      let sizes = ["imageWidth", "imageHeight"].map { tag.attributes[$0].flatMap(Double.init) }
      builder.startPage(
        PageFrame(image: tag.attributes["imageFilename"], width: sizes[0], height: sizes[1]))
    case "TextRegion": builder.startParagraph()
    case "Coords":
      guard let last = open.indices.last, open[last].coordinates == nil else { break }
      open[last].coordinates = tag.range
      open[last].box = Self.box(tag.attributes["points"] ?? "")
    default: break
    }
    guard let kind = Self.kinds[tag.name] else { return }
    open.append(Part(kind: kind, tag: tag, firstWord: builder.words.count))
  }

  func end(_ name: String, at end: Int) {
    guard Self.kinds[name] != nil, let part = open.popLast() else { return }
    switch part.kind {
    case .unicode:
      guard let last = open.indices.last, open[last].kind == .equivalent, !part.tag.isEmpty else { break }
      let close = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
      (open[last].content, open[last].text) = (part.tag.range.upperBound..<close, part.text)
    case .equivalent:
      // Of several the first, or the one with the lowest index, is the reading; the others are alternatives.
      guard let last = open.indices.last, open[last].content == nil, let content = part.content else { break }
      (open[last].content, open[last].text) = (content, part.text)
      open[last].confidence = part.tag.attributes["conf"].flatMap(Double.init).map { min(max($0, 0), 1) }
    case .word:
      if let last = open.indices.last, let sketch = sketch(part, end, isLine: false) {
        open[last].words.append(sketch)
      }
    case .line: endLine(part, end)
    case .region: addRepeat(part, separator: "\n")
    }
  }

  func text(_ text: String) {
    if let last = open.indices.last, open[last].kind == .unicode { open[last].text += text }
  }

  func reference() {}

  private func endLine(_ part: Part, _ end: Int) {
    let hasWords = part.words.contains { $0.text.contains { !$0.isWhitespace } }
    if hasWords {
      builder.add(part.words)
      addRepeat(part, separator: " ")
    } else if let line = sketch(part, end, isLine: true) {
      builder.add([line])
    }
  }

  private func addRepeat(_ part: Part, separator: String) {
    guard let content = part.content, part.firstWord < builder.words.count else { return }
    repeats.append(
      RepeatedText(content: content, words: part.firstWord..<builder.words.count, separator: separator))
  }

  private func sketch(_ part: Part, _ end: Int, isLine: Bool) -> WordSketch? {
    guard let content = part.content else { return nil }
    var place = WordPlace(element: part.tag.range.lowerBound..<end, tag: content, isLine: isLine)
    place.coordinates = part.coordinates
    return WordSketch(
      text: part.text, box: part.box, confidence: part.confidence, id: part.tag.attributes["id"], place: place
    )
  }

  /// The box around points, `x,y x,y …`.
  private static func box(_ points: String) -> Box? {
    let numbers = points.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count >= 4, numbers.count % 2 == 0, numbers.allSatisfy({ abs($0) < 1e9 }) else {
      return nil
    }
    let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let x0 = xs.min(), let x1 = xs.max(), let y0 = ys.min(), let y1 = ys.max() else { return nil }
    return Box(x0: x0, y0: y0, x1: x1, y1: y1)
  }
}

/// A text that repeats those of words.
struct RepeatedText: Sendable {
  /// Where it stands in the file.
  let content: Range<Int>
  /// The words that it repeats.
  let words: Range<Int>
  /// What stands between them; between words of one line it is a blank.
  let separator: String
}

/// Writes PAGE XML again with other words.
struct PageXMLWriter {
  let bytes: [UInt8]
  let words: [PageWord]
  let repeats: [RepeatedText]

  /// The markup with `revisions` made. No element is added: what becomes two words stays in one. O(n log n).
  func revised(_ revisions: [WordRevision]) -> [UInt8] {
    guard !revisions.isEmpty else { return bytes }
    var texts: [Int: String?] = [:]
    var changes: [(range: Range<Int>, bytes: [UInt8])] = []
    for revision in revisions {
      for (place, number) in revision.words.enumerated() {
        let isLast = number == revision.words.upperBound
        let rest = revision.pieces.dropFirst(place)
        let text = isLast ? rest.joined(separator: " ") : rest.first ?? ""
        texts[number] = text.isEmpty ? .some(nil) : text
        let word = words[number].place
        guard !text.isEmpty else {
          changes.append((word.element, []))
          continue
        }
        changes.append((word.tag, Markup.escaped(text)))
        let isCut = revision.pieces.count != revision.words.count && place < revision.boxes.count
        if isCut, let box = revision.boxes[place], let coordinates = word.coordinates, !word.isLine {
          changes.append((coordinates, self.coordinates(coordinates, box)))
        }
      }
    }
    for text in repeats where text.words.contains(where: { texts[$0] != nil }) {
      changes.append((text.content, Markup.escaped(joined(text, texts))))
    }
    return applied(changes.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private func joined(_ text: RepeatedText, _ texts: [Int: String?]) -> String {
    var output = ""
    var line: Int?
    for number in text.words {
      guard let word = texts[number] ?? words[number].text else { continue }
      if let line { output += line == words[number].line ? " " : text.separator }
      output += word
      line = words[number].line
    }
    return output
  }

  private func coordinates(_ range: Range<Int>, _ box: Box) -> [UInt8] {
    var tag = TagScanner(bytes[range])
    let corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    tag.set("points", to: corners.map { "\(written($0.0)),\(written($0.1))" }.joined(separator: " "))
    return tag.bytes
  }

  private func applied(_ changes: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    var cursor = 0
    for change in changes where change.range.lowerBound >= cursor {
      output += bytes[cursor..<change.range.lowerBound]
      output += change.bytes
      cursor = change.range.upperBound
    }
    return output + bytes[cursor...]
  }
}
