import PhucHoi

/// The page of `repair --html`: old beside new, changes coloured by confidence. It needs no other file.
struct ComparisonPage: Sendable {
  /// The language of headings and notes.
  let language: Language

  /// The page for all inputs of a run.
  func html(_ comparisons: [Comparison]) -> [UInt8] {
    var page = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>PhucHoi</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>

      """
    page += legend()
    for comparison in comparisons { append(comparison, to: &page) }
    page += "</body>\n</html>\n"
    return Array(page.utf8)
  }

  private func say(_ vi: String, _ en: String) -> String { Message(vi: vi, en: en).text(in: language) }

  private func legend() -> String {
    """
    <header>
    <h1>PhucHoi <small>\(PhucHoiCommand.version)</small></h1>
    <p class="legend">\(say("Thay đổi theo độ tin cậy:", "Changes by confidence:"))
    <ins class="sure">≥ 95 %</ins> <ins class="likely">80–95 %</ins> <ins class="weak">&lt; 80 %</ins>
    <span class="doubt">\(say("giữ nguyên nhưng còn ngờ", "left as it was, doubtful"))</span></p>
    </header>

    """
  }

  private func append(_ comparison: Comparison, to page: inout String) {
    let edits = comparison.repair.edits
    page += "<section>\n<h2>\(Self.escaped(comparison.name))</h2>\n<p class=\"counts\">"
    page += say("\(edits.count) thay đổi", edits.count == 1 ? "1 change" : "\(edits.count) changes")
    let kinds = EditKind.allCases.compactMap { kind -> String? in
      let count = edits.count { $0.kind == kind }
      return count == 0 ? nil : "\(name(of: kind)) \(count)"
    }
    if !kinds.isEmpty { page += ": " + kinds.joined(separator: " · ") }
    page += "</p>\n<table>\n<thead><tr><th></th><th>\(say("Bản đọc", "As read"))</th>"
    page += "<th>\(say("Phục hồi", "Repaired"))</th></tr></thead>\n<tbody>\n"
    for row in comparison.rows() { append(row, to: &page) }
    page += "</tbody>\n</table>\n</section>\n"
  }

  private func append(_ row: Comparison.Row, to page: inout String) {
    page += "<tr><td class=\"n\">\(row.number)</td><td>"
    for piece in row.old {
      page += piece.note == nil ? Self.escaped(piece.text) : "<del>\(Self.escaped(piece.text))</del>"
    }
    page += "</td><td>"
    for piece in row.new { append(piece, to: &page) }
    page += "</td></tr>\n"
  }

  private func append(_ piece: Comparison.Piece, to page: inout String) {
    guard let note = piece.note else { return page += Self.escaped(piece.text) }
    let percent = Int((note.confidence * 100).rounded())
    var title = "\(percent) %"
    if let kind = note.kind { title = "\(name(of: kind)), \(title) ← \(note.other)" }
    if !note.alternatives.isEmpty { title += " · " + note.alternatives.joined(separator: ", ") }
    let (tag, style) = note.kind == nil ? ("span", "doubt") : ("ins", Self.style(of: note.confidence))
    page += "<\(tag) class=\"\(style)\" title=\"\(Self.escaped(title))\">\(Self.escaped(piece.text))</\(tag)>"
  }

  private static func style(of confidence: Double) -> String {
    confidence >= 0.95 ? "sure" : confidence >= 0.8 ? "likely" : "weak"
  }

  private func name(of kind: EditKind) -> String {
    switch kind {
    case .diacritics: say("dấu", "marks")
    case .letters: say("chữ", "letters")
    case .split: say("tách", "split")
    case .merge: say("nối", "merged")
    case .case: say("hoa thường", "case")
    case .code: say("số ký hiệu", "codes")
    case .noise: say("nhiễu", "noise")
    case .encoding: say("bảng mã", "encoding")
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0C}": result += "<hr>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
