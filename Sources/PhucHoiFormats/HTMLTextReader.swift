/// Reads the running text of HTML: blocks as lines, cells of a row with tabs between them.
final class HTMLTextReader: MarkupHandler {
  private var flow = FlowText()
  private var hidden = 0
  private var kept = 0
  private var endsInBlank = true
  private var hasCell = false

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "p",
    "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]
  private static let unseen: Set<String> = ["head", "script", "style", "template", "noscript", "title"]

  /// The text of `bytes`, which are UTF-8. Throws `FormatError`.
  static func text(
    of bytes: [UInt8], until end: ContinuousClock.Instant? = nil
  ) throws(FormatError) -> String {
    let reader = HTMLTextReader()
    try MarkupReader.readHTML(bytes, reader, until: end)
    return reader.flow.finished()
  }

  func start(_ tag: MarkupTag) {
    if Self.unseen.contains(tag.name) { hidden += 1 }
    if tag.name == "pre" { kept += 1 }
    switch tag.name {
    case "br": newLine(always: true)
    case "tr":
      hasCell = false
      newLine(always: false)
    case "td", "th":
      if hasCell { flow.add(sign: "\t") }
      (hasCell, endsInBlank) = (true, true)
    default: if Self.blocks.contains(tag.name) { newLine(always: false) }
    }
  }

  func end(_ name: String, at end: Int) {
    if Self.unseen.contains(name) { hidden = max(0, hidden - 1) }
    if name == "pre" { kept = max(0, kept - 1) }
    if name == "tr" || name == "table" { hasCell = false }
    // A paragraph inside a cell is no line of its own.
    if Self.blocks.contains(name), !(hasCell && name == "p") { newLine(always: false) }
  }

  func text(_ text: String) {
    guard hidden == 0 else { return }
    guard kept == 0 else { return flow.add(text) }
    var output = ""
    for character in text.unicodeScalars {
      let isBlank = character == " " || character == "\n" || character == "\r" || character == "\t"
      if !isBlank { output.unicodeScalars.append(character) } else if !endsInBlank { output += " " }
      endsInBlank = isBlank
    }
    flow.add(output)
  }

  func reference() {}

  private func newLine(always: Bool) {
    if always { flow.add(sign: "\n") } else if !(hasCell && endsInBlank) { flow.startLine() }
    endsInBlank = true
  }
}
