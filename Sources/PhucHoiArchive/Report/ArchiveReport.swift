import GRDB
import PhucHoi

/// The report of an archive: totals, failures, and the queue of inputs by need of attention.
public struct ArchiveReport {
  private let folder: String
  private let catalogue: Catalogue
  /// Rows on one page of a list.
  static let pageSize = 500
  /// Rows of the queue on the first page.
  private static let firstRows = 20

  /// The report of the archive in `folder`. Throws what the database throws.
  public init(folder: String) throws {
    self.folder = folder
    catalogue = try Catalogue(reading: folder)
  }

  /// Writes the pages. Throws `BatchError` when they cannot be written, and what the database throws.
  public func write(in language: ReportLanguage, lock: ArchiveLock? = nil) throws {
    let output = try lock?.folder ?? OutputFolder(root: folder)
    defer { if lock == nil { output.release() } }
    let failures = try rows("status IN ('failed', 'needs_ocr') OR code IS NOT NULL", order: "id")
    let held = try rows("status = 'held'", order: "id")
    let missing = try rows("status = 'missing'", order: "id")
    let queue = try rows("status = 'done'", order: "attention DESC, id")
    let failureCount = try writeList(failures, "failures", output, language) { row in
      """
      <tr><td>\(HTML.escaped(row.text("path") ?? ""))</td><td>\(HTML.escaped(row.text("code") ?? ""))</td>\
      <td>\(HTML.escaped(language.cause(row.text("code") ?? "", row.text("message") ?? "")))</td></tr>
      """
    }
    let name = { (row: Row) in "<tr><td>\(HTML.escaped(row.text("path") ?? ""))</td><td></td><td></td></tr>" }
    let heldCount = try writeList(held, "held", output, language, name)
    let missingCount = try writeList(missing, "missing", output, language, name)
    let queueCount = try writeList(queue, "queue", output, language) { queueRow($0, language) }
    let first = queue.prefix(Self.firstRows).map { queueRow($0, language) }.joined(separator: "\n")
    let table =
      queue.isEmpty ? "" : "<table><tr>\(heads("queue", language))</tr>\n\(first)\n</table>\n"
    let body =
      try totals(language)
      + section(
        "queue", language.text("Cần xem lại trước", "Most in need of attention"), table,
        queue.count, queueCount, language)
      + section(
        "failures", language.text("Không xử lý được", "Could not be processed"), "",
        failures.count, failureCount, language)
      + (held.isEmpty
        ? "" : section("held", Self.title("held", language), "", held.count, heldCount, language))
      + (missing.isEmpty
        ? "" : section("missing", Self.title("missing", language), "", missing.count, missingCount, language))
    try output.write(
      HTML.page(language.text("Báo cáo phục hồi", "Repair report"), language, body: body),
      to: RelativePath("report/index.html"))
  }

  private func queueRow(_ row: Row, _ language: ReportLanguage) -> String {
    let link = HTML.link(RelativePath(display: row.text("stem") ?? "").appending(".html"))
    return """
      <tr><td class="n">\(row.count("attention"))</td>\
      <td class="file"><a href="documents/\(link)">\(HTML.escaped(row.text("path") ?? ""))</a></td>\
      <td>\(HTML.escaped(row.text("subject") ?? ""))</td>\
      <td class="wide">\(row.text("policy").flatMap(Policy.init).map(language.policyName) ?? "")</td>\
      <td class="n wide">\(row.int("pages") ?? 0)</td><td class="n wide">\(row.int("changes") ?? 0)</td>\
      <td class="n wide">\(row.int("doubtful") ?? 0)</td></tr>
      """
  }

  private func rows(_ condition: String, order: String) throws -> [Row] {
    try catalogue.queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, stem, code, message, pages, changes, doubtful, attention, policy,
            (SELECT subject FROM documents WHERE input_id = inputs.id AND ordinal = 0) AS subject
          FROM inputs WHERE \(condition) ORDER BY \(order)
          """)
    }
  }

  private func totals(_ language: ReportLanguage) throws -> String {
    let (counts, sums) = try catalogue.queue.read { db in
      (
        try Row.fetchAll(db, sql: "SELECT status, count(*) FROM inputs GROUP BY status"),
        try Row.fetchOne(
          db,
          sql: """
            SELECT total(pages), total(tokens), total(changes), total(doubtful),
              (SELECT count(*) FROM documents) FROM inputs WHERE status = 'done'
            """)
      )
    }
    let byStatus = Dictionary(
      counts.map { ($0.text(at: 0) ?? "", $0.int(at: 1) ?? 0) }, uniquingKeysWith: +)
    func sum(_ column: Int) -> Int { sums?.count(at: column) ?? 0 }
    let cards = [
      (byStatus["done"] ?? 0, language.text("tệp xong", "files done")),
      (sum(4), language.text("văn bản", "documents")),
      (sum(0), language.text("trang", "pages")), (sum(1), language.text("từ", "words")),
      (sum(2), language.text("chỗ sửa", "changes")),
      (sum(3), language.text("chỗ cần kiểm tra", "doubtful words")),
      (byStatus["failed"] ?? 0, language.text("tệp lỗi", "failed")),
      (byStatus["needs_ocr"] ?? 0, language.text("cần OCR", "need OCR")),
      (byStatus["held"] ?? 0, language.text("mật, để riêng", "secret, put aside")),
      (byStatus["missing"] ?? 0, language.text("không còn tệp vào", "inputs gone")),
    ]
    let title = language.text("Báo cáo phục hồi", "Repair report")
    return "<h1>\(title)</h1>\n<div class=\"cards\">"
      + cards.filter { $0.0 > 0 }.map { "<div><b>\(language.grouped($0.0))</b>\($0.1)</div>" }.joined()
      + "</div>\n"
  }

  /// A heading, the first rows of a list, and the ways to its pages.
  private func section(
    _ name: String, _ title: String, _ table: String, _ count: Int, _ pages: Int, _ language: ReportLanguage
  ) -> String {
    let links = (1...max(1, pages)).prefix(pages).map { "<a href=\"\(name)-\($0).html\">\($0)</a>" }
    return """
      <h2>\(title) (\(language.grouped(count)))</h2>
      \(table)<p class="pages">\(links.joined(separator: " "))</p>

      """
  }

  /// Writes a list in pages; gives their number.
  private func writeList(
    _ rows: [Row], _ name: String, _ output: OutputFolder, _ language: ReportLanguage, _ cell: (Row) -> String
  ) throws -> Int {
    let pages = (rows.count + Self.pageSize - 1) / Self.pageSize
    for page in 0..<pages {
      let part = rows[(page * Self.pageSize)..<min(rows.count, (page + 1) * Self.pageSize)]
      let before = page > 0 ? "<a href=\"\(name)-\(page).html\">‹ \(page)</a> " : ""
      let after = page + 1 < pages ? " <a href=\"\(name)-\(page + 2).html\">\(page + 2) ›</a>" : ""
      let title = Self.title(name, language)
      let body = """
        <nav><a href="index.html">\(language.text("Báo cáo", "Report"))</a> · \(before)\(page + 1)/\(pages)\(after)</nav>
        <h1>\(title)</h1>
        <table><tr>\(heads(name, language))</tr>
        \(part.map(cell).joined(separator: "\n"))
        </table>
        """
      try output.write(
        HTML.page(title, language, body: body), to: RelativePath("report/\(name)-\(page + 1).html"))
    }
    return pages
  }

  private static func title(_ name: String, _ language: ReportLanguage) -> String {
    switch name {
    case "queue": language.text("Cần xem lại trước", "Most in need of attention")
    case "held": language.text("Mật, để riêng", "Secret, put aside")
    case "missing": language.text("Không còn trong thư mục vào", "Gone from the input folder")
    default: language.text("Không xử lý được", "Could not be processed")
    }
  }

  private func heads(_ name: String, _ language: ReportLanguage) -> String {
    let heads =
      name == "queue"
      ? [
        ("", language.text("Điểm", "Score")), ("", language.text("Tệp", "File")),
        ("", language.text("Trích yếu", "Subject")),
        ("wide", language.text("Mức sửa", "Policy")),
        ("wide", language.text("Trang", "Pages")), ("wide", language.text("Sửa", "Changes")),
        ("wide", language.text("Cần kiểm tra", "Doubtful")),
      ]
      : [
        ("", language.text("Tệp", "File")), ("", language.text("Mã", "Code")),
        ("", language.text("Lý do", "Cause")),
      ]
    return heads.map { "<th class=\"\($0.0)\">\($0.1)</th>" }.joined()
  }
}
