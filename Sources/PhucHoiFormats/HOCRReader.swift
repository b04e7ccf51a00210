/// Reads the words of hOCR.
final class HOCRReader: PageReader {
  private(set) var builder = PageTextBuilder()
  private let bytes: [UInt8]
  private var open: [Role] = []
  private var line: [WordSketch] = []
  private var lineText: WordSketch?
  private var lineDepth = 0
  private var word: WordSketch?
  /// Whether every letter of the open word has an element of its own; blanks between those mean nothing.
  private var isSpelt = false

  /// What an open element is.
  private enum Role {
    case page
    case paragraph
    case line
    case word
    case other
  }

  private static let lineClasses: Set<Substring> = [
    "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat",
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func start(_ tag: MarkupTag) {
    let role = role(of: tag)
    open.append(role)
    switch role {
    case .page: builder.startPage(HOCRTitle.frame(in: tag.attributes["title"] ?? ""))
    case .paragraph: builder.startParagraph()
    case .line:
      lineDepth += 1
      if lineDepth == 1 { lineText = sketch(tag, isLine: true) }
    case .word:
      word = sketch(tag, isLine: false)
      isSpelt = false
    case .other:
      // A line end inside a text is a blank, and has no place in a word that is written again.
      if tag.name == "br" {
        word?.text += " "
        lineText?.text += " "
        reference()
      }
      if word != nil, tag.attributes["class"] == "ocrx_cinfo" { isSpelt = true }
    }
  }

  func end(_ name: String, at end: Int) {
    guard let role = open.popLast() else { return }
    switch role {
    case .word:
      guard var word else { break }
      if isSpelt { word.text.removeAll(where: \.isWhitespace) }
      word.place.element = word.place.element.lowerBound..<max(end, word.place.element.upperBound)
      line.append(word)
      self.word = nil
      if lineDepth == 0 { flush(end) }
    case .line:
      lineDepth -= 1
      if lineDepth == 0 { flush(end) }
    default: break
    }
  }

  func text(_ text: String) {
    if word != nil { word?.text += text } else if lineDepth > 0 { lineText?.text += text }
  }

  func reference() {
    word?.place.isFixed = true
    lineText?.place.isFixed = true
  }

  private func role(of tag: MarkupTag) -> Role {
    guard let classes = tag.attributes["class"] else { return .other }
    for name in classes.split(whereSeparator: \.isWhitespace) {
      if name == "ocrx_word" || name == "ocr_word" { return word == nil && !tag.isEmpty ? .word : .other }
      if Self.lineClasses.contains(name) { return word == nil && !tag.isEmpty ? .line : .other }
      if name == "ocr_page" { return .page }
      if name == "ocr_par" || name == "ocr_carea" { return .paragraph }
    }
    return .other
  }

  private func sketch(_ tag: MarkupTag, isLine: Bool) -> WordSketch {
    let title = tag.attributes["title"] ?? ""
    let confidence = HOCRTitle.numbers("x_wconf", in: title).first.map { min(max($0 / 100, 0), 1) }
    return WordSketch(
      box: HOCRTitle.box(in: title), confidence: confidence, id: tag.attributes["id"],
      place: WordPlace(element: tag.range, tag: tag.range, isLine: isLine))
  }

  /// Hands the line over; the text of a line without words counts as one.
  private func flush(_ end: Int) {
    let hasWords = line.contains { $0.text.contains { !$0.isWhitespace } }
    if !hasWords, var text = lineText, line.isEmpty {
      text.place.element = text.place.element.lowerBound..<max(end, text.place.element.upperBound)
      line = [text]
    }
    builder.add(line)
    line = []
    lineText = nil
  }
}
