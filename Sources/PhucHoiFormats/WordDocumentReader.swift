/// Reads the running text of Word's DOCX (ECMA-376 part 1): runs with their fonts, so that texts in the fonts of the
/// time before Unicode come out right.
final class WordDocumentReader: MarkupHandler {
  private var flow = FlowText()
  private let styles: WordStyles
  private var run = Properties()
  private var paragraphStyle: String?
  private var depth = (text: 0, run: 0, rowCells: 0, hidden: 0)

  private struct Properties {
    var font: String?
    var style: String?
    var isCapital = false
    var isHidden = false
  }

  private init(_ styles: WordStyles) { self.styles = styles }

  /// The text of the file. Throws `FormatError`.
  static func text(of bytes: [UInt8]) throws(FormatError) -> String {
    let archive = ZipArchive(bytes)
    let styles = WordStyles()
    let limit = archive.expectedLimit
    if let sheet = try? archive.read("word/styles.xml", limit: limit) { try MarkupReader.read(sheet, styles) }
    let reader = WordDocumentReader(styles)
    try MarkupReader.read(try archive.read("word/document.xml", limit: limit), reader)
    return reader.flow.finished()
  }

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "p": paragraphStyle = nil
    case "pStyle": paragraphStyle = tag.attributes["val"]
    case "r":
      run = Properties()
      depth.run += 1
    case "rStyle": run.style = tag.attributes["val"]
    case "rFonts": if depth.run > 0 { run.font = WordStyles.font(tag) ?? run.font }
    case "caps": if depth.run > 0 { run.isCapital = WordStyles.isOn(tag) }
    case "vanish": if depth.run > 0 { run.isHidden = WordStyles.isOn(tag) }
    case "t": depth.text += 1
    case "tab": if depth.run > 0 { flow.add(sign: "\t") }
    case "br", "cr": flow.add(sign: tag.attributes["type"] == "page" ? "\u{0C}" : "\n")
    case "noBreakHyphen": add("-")
    case "tr": depth.rowCells = 0
    case "tc":
      if depth.rowCells > 0 { flow.add(sign: "\t") }
      depth.rowCells += 1
    // What was deleted, and what stands for older programs, is no text of the document.
    case "del", "moveFrom", "Fallback", "instrText": depth.hidden += 1
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    switch name {
    case "t": depth.text -= 1
    case "r": depth.run -= 1
    case "p": if depth.rowCells == 0 { flow.add(sign: "\n") } else { add(" ") }
    case "tr":
      depth.rowCells = 0
      flow.add(sign: "\n")
    case "del", "moveFrom", "Fallback", "instrText": depth.hidden -= 1
    default: break
    }
  }

  func text(_ text: String) { if depth.text > 0 { add(text) } }

  func reference() {}

  private func add(_ text: String) {
    guard depth.hidden == 0, !run.isHidden else { return }
    let font =
      run.font ?? styles.font(of: run.style) ?? styles.font(of: paragraphStyle) ?? styles.standardFont
    flow.add(text, font: font, isCapital: run.isCapital)
  }
}

/// The fonts of a Word file's styles.
final class WordStyles: MarkupHandler {
  /// The font where nothing names another.
  private(set) var standardFont: String?
  private var fonts: [String: String] = [:]
  private var bases: [String: String] = [:]
  private var style: String?
  private var isStandard = false

  /// The font of a style or of one that it is based on; nil where none names any.
  func font(of style: String?) -> String? {
    var next = style
    for _ in 0..<32 {
      guard let name = next else { return nil }
      if let font = fonts[name] { return font }
      next = bases[name]
    }
    return nil
  }

  func start(_ tag: MarkupTag) {
    switch tag.name {
    case "docDefaults": isStandard = true
    case "style": style = tag.attributes["styleId"]
    case "basedOn": if let style { bases[style] = tag.attributes["val"] }
    case "rFonts":
      guard let font = Self.font(tag) else { break }
      if isStandard { standardFont = font } else if let style { fonts[style] = font }
    default: break
    }
  }

  func end(_ name: String, at end: Int) {
    if name == "docDefaults" { isStandard = false }
    if name == "style" { style = nil }
  }

  func text(_ text: String) {}
  func reference() {}

  /// The font that `rFonts` names: the one for letters of the upper half, where the old codes stand.
  static func font(_ tag: MarkupTag) -> String? { tag.attributes["hAnsi"] ?? tag.attributes["ascii"] }

  /// Whether a switch is on.
  static func isOn(_ tag: MarkupTag) -> Bool {
    !["0", "false", "off"].contains(tag.attributes["val"] ?? "1")
  }
}
