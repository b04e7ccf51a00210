/// Reads the words of ALTO XML, versions 2 to 4.
final class ALTOReader: PageReader {
  private(set) var builder = PageTextBuilder()
  private var line: [WordSketch] = []
  private var word: WordSketch?
  /// The name of the picture, and whether it is being read.
  private var image: String?
  private var isNamingImage = false

  init(_ bytes: [UInt8]) {}

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "fileName": isNamingImage = true
    case "Page":
      let sizes = ["WIDTH", "HEIGHT"].map { tag.attributes[$0].flatMap(Double.init) }
      let name = builder.pages == 0 ? image : nil
      builder.startPage(PageFrame(image: name, width: sizes[0], height: sizes[1]))
    case "TextBlock": builder.startParagraph()
    case "String": word = sketch(tag)
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    switch name {
    case "fileName": isNamingImage = false
    case "String":
      guard var word else { break }
      word.place.element = word.place.element.lowerBound..<max(end, word.place.element.upperBound)
      line.append(word)
      self.word = nil
    case "TextLine":
      builder.add(line)
      line = []
    default: break
    }
  }

  func text(_ text: String) {
    guard isNamingImage else { return }
    let name = (image ?? "") + text
    image = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func reference() {}

  private func sketch(_ tag: MarkupTag) -> WordSketch {
    let attributes = tag.attributes
    let numbers = ["HPOS", "VPOS", "WIDTH", "HEIGHT"].compactMap { attributes[$0].flatMap(Double.init) }
    let box =
      numbers.count == 4 && numbers.allSatisfy { abs($0) < 1e9 }
      ? Box(x0: numbers[0], y0: numbers[1], x1: numbers[0] + numbers[2], y1: numbers[1] + numbers[3]) : nil
    // A word that is divided at the end of its line has its whole form in another attribute, on both lines.
    let isDivided = attributes["SUBS_TYPE"] != nil
    let content = attributes["CONTENT"] ?? ""
    return WordSketch(
      text: content, box: box, confidence: attributes["WC"].flatMap(Double.init).map { min(max($0, 0), 1) },
      id: attributes["ID"],
      place: WordPlace(
        element: tag.range, tag: tag.range,
        isFixed: isDivided
          || content.utf8.contains(UInt8(ascii: "&"))
            && hasForeignReference(content)
      ))
  }

  /// Whether a decoded value still holds a reference that is not one of XML's own.
  private func hasForeignReference(_ content: String) -> Bool {
    content.split(separator: "&").dropFirst().contains { piece in
      piece.prefix { $0.isLetter || $0.isNumber }.count > 1 && piece.contains(";")
    }
  }
}
