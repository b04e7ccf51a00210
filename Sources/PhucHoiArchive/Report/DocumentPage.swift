import Extraction

/// The page of one input: the original beside the repaired text, what was changed, what was read.
struct DocumentPage {
  let title: String
  let source: [UInt8]
  let reading: EngineReading
  let language: ReportLanguage
  /// The way from the page's folder to the report's first page.
  let home: String

  /// The page, written straight into its bytes: pieces of a long line would take several times its memory. O(n).
  func html() -> [UInt8] {
    var page: [UInt8] = []
    // Room that is not used costs nothing.
    page.reserveCapacity(4096 + 3 * source.count + 256 * (reading.changes.count + reading.doubts.count))
    page += (HTML.head(title, language) + beginning()).utf8
    writeRows(into: &page)
    page += "</table>\n".utf8
    page += HTML.foot.utf8
    return page
  }

  /// All above the rows of the text.
  private func beginning() -> String {
    let path = HTML.escaped(title)
    var body = "<nav><a href=\"\(home)\">\(language.text("Báo cáo", "Report"))</a></nav>\n<h1>\(path)</h1>\n"
    let numbers = [
      (reading.pages, language.text("trang", "pages")), (reading.tokenCount, language.text("từ", "words")),
      (reading.changes.count, language.text("chỗ sửa", "changes")),
      (reading.doubtful, language.text("chỗ cần kiểm tra", "doubtful")),
    ]
    body += "<div class=\"cards\">"
    for (number, label) in numbers { body += "<div><b>\(language.grouped(number))</b>\(label)</div>" }
    if let policy = reading.policy {
      body += "<div><b>\(language.policyName(policy))</b>\(language.text("mức sửa", "policy"))</div>"
    }
    body += "</div>\n"
    for (index, document) in reading.documents.enumerated() {
      body += fields(of: document, isOpen: index == 0)
    }
    body += "<h2>\(language.text("Bản gốc và bản phục hồi", "Original and repaired text"))</h2>\n"
    return body + "<table class=\"text\"><colgroup><col class=\"n\"><col><col></colgroup>\n"
  }

  /// The fields of a document; of several, all but the first are folded up.
  private func fields(of document: DocumentRecord, isOpen: Bool) -> String {
    var rows = ""
    for field in RecordField.shown {
      for item in field.items(of: document) {
        let (line, confidence) = (item.place.span.line, item.place.confidence)
        rows += """
          <tr><th>\(language.fieldName(field.rawValue))</th><td>\(HTML.escaped(item.words ?? ""))</td>\
          <td class="n"><mark class="\(grade(confidence))">\(percent(confidence))</mark></td>\
          <td class="n"><a href="#L\(line)">\(language.text("dòng", "line")) \(line)</a></td></tr>

          """
      }
    }
    guard !rows.isEmpty else { return "" }
    let names = [document.documentType?.value, document.documentNumber?.value, document.subject?.value]
      .compactMap { $0 }
    let pages = document.pages
    let place =
      reading.documents.count == 1
      ? ""
      : " · \(language.text("trang", "page")) \(pages.first)\(pages.last > pages.first ? "–\(pages.last)" : "")"
    let title = names.isEmpty ? language.text("Thông tin đọc được", "Fields") : names.joined(separator: " · ")
    return """
      <details\(isOpen ? " open" : "")><summary>\(HTML.escaped(title))<span class="soft">\(place)</span></summary>
      <table>
      \(rows)</table></details>

      """
  }

  /// Lines from which fields were read, with the names of the fields.
  private func fieldLines() -> [Int: [String]] {
    var lines: [Int: [String]] = [:]
    for document in reading.documents {
      for field in RecordField.shown {
        let name = language.fieldName(field.rawValue)
        for item in field.items(of: document) {
          let line = item.place.span.line
          if lines[line]?.last != name { lines[line, default: []].append(name) }
        }
      }
    }
    return lines
  }

  private func writeRows(into output: inout [UInt8]) {
    let named = fieldLines()
    let marks = marks()
    var (start, line, page, next) = (0, 1, 1, 0)
    while start < source.count {
      var end = lineEnd(from: start)
      var last = next
      // A change that reaches over a line end keeps its lines together.
      while last < marks.count, marks[last].range.lowerBound < max(end, start + 1) {
        let reach = marks[last].range.upperBound
        if reach > end { end = lineEnd(from: reach - 1) }
        last += 1
      }
      let fields = named[line]
      let mark = fields.map { " class=\"f\" title=\"\(HTML.escaped($0.joined(separator: ", ")))\"" } ?? ""
      output += "<tr id=\"L\(line)\"\(mark)><td class=\"n\">\(line)</td><td class=\"o\">".utf8
      writeCell(start..<end, marks[next..<last], isNew: false, into: &output)
      output += "</td><td>".utf8
      writeCell(start..<end, marks[next..<last], isNew: true, into: &output)
      output += "</td></tr>\n".utf8
      line += max(1, source[start..<min(end + 1, source.count)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) })
      let breaks = source[start..<end].reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
      if breaks > 0 {
        page += breaks
        let name = language.text("trang", "page")
        output += "<tr class=\"page\"><td class=\"n\"></td><td colspan=\"2\">\(name) \(page)</td></tr>\n".utf8
      }
      next = last
      start = end + 1
    }
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] != 0x0A { end += 1 }
    return end
  }

  /// A piece of the text that is marked.
  private struct Mark {
    var range: Range<Int>
    /// Its place among the changes, or among the doubtful words.
    var index: Int
    var isChange: Bool
  }

  /// Changes and doubtful words, by place. O(n log n).
  private func marks() -> [Mark] {
    let changed = reading.changes.enumerated().map { Mark(range: $1.range, index: $0, isChange: true) }
    let doubtful = reading.doubts.enumerated().map { Mark(range: $1.range, index: $0, isChange: false) }
    guard !doubtful.isEmpty else { return changed }
    return (changed + doubtful).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A stretch of the original, or of the repaired text.
  private func writeCell(
    _ range: Range<Int>, _ marks: ArraySlice<Mark>, isNew: Bool, into output: inout [UInt8]
  ) {
    var cursor = range.lowerBound
    for mark in marks
    where mark.range.lowerBound >= cursor && mark.range.upperBound <= range.upperBound {
      writeText(cursor..<mark.range.lowerBound, into: &output)
      output += (mark.isChange ? self.change(mark.index, isNew) : doubt(mark.index, isNew)).utf8
      cursor = mark.range.upperBound
    }
    writeText(cursor..<range.upperBound, into: &output)
  }

  private func change(_ index: Int, _ isNew: Bool) -> String {
    let change = reading.changes[index]
    guard isNew else { return "<del>\(HTML.escaped(change.old))</del>" }
    let others = change.alternatives.prefix(4).map { "\($0.text) \(percent($0.confidence))" }
    let hint = ([percent(change.confidence)] + others).joined(separator: " · ")
    let shown = change.new.isEmpty ? "∅" : change.new
    return
      "<mark class=\"\(grade(change.confidence))\" title=\"\(HTML.escaped(hint))\">\(HTML.escaped(shown))</mark>"
  }

  private func doubt(_ index: Int, _ isNew: Bool) -> String {
    let doubt = reading.doubts[index]
    let word = HTML.escaped(doubt.text)
    guard isNew else { return word }
    let hint = ([percent(doubt.confidence)] + doubt.alternatives).joined(separator: " · ")
    return "<span class=\"d\" title=\"\(HTML.escaped(hint))\">\(word)</span>"
  }

  private func writeText(_ range: Range<Int>, into output: inout [UInt8]) {
    HTML.escape(source[range].lazy.filter { $0 != 0x0C && $0 != 0x0D }, into: &output)
  }

  private func grade(_ confidence: Double) -> String {
    confidence >= 0.95 ? "s" : confidence >= 0.7 ? "m" : "w"
  }

  private func percent(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }
}
