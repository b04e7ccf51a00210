import Extraction
import GRDB

/// Something that does not fit together in a catalogue: most often a digit that was misread.
public struct CatalogueFinding: Sendable, Equatable {
  /// The kinds of findings; the raw value is stable.
  public enum Kind: String, Sendable, CaseIterable {
    /// A number that is missing in a series.
    case gap
    /// Two documents with one number.
    case double
    /// A document that is dated before one with a lower number.
    case order
    /// A citation whose date is not that of the document with this number.
    case citation
    /// A date outside the years of the document's folder.
    case year
    /// A file of the archive that is gone, or not as it was written.
    case output
  }

  /// What does not fit.
  public var kind: Kind
  /// The series, symbol and year; or the folder.
  public var series: String
  /// The number or date in question.
  public var value: String
  /// The inputs concerned.
  public var paths: [String]
  /// What stands against it.
  public var detail: String
}

extension Catalogue {
  /// Everything that does not fit together, by kind, then by series; with the archive's `folder`, also files of it
  /// that are gone or changed, by size and digest.
  public func check(in folder: String? = nil) throws -> [CatalogueFinding] {
    let documents = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT i.path, d.id, d.form, d.number, d.symbol, d.year, d.date, d.issuing_body, d.document_number
          FROM documents d JOIN inputs i ON i.id = d.input_id ORDER BY i.id, d.ordinal
          """
      ).compactMap(NumberedDocument.init)
    }
    let series = Dictionary(grouping: documents.filter { !$0.seriesKey.isEmpty }, by: \.seriesKey)
    var findings: [CatalogueFinding] = []
    for (key, members) in series.sorted(by: { $0.key < $1.key }) {
      findings += SeriesCheck(key, members).findings
    }
    findings += FolderCheck.findings(documents)
    findings += try citationFindings()
    if let folder { findings += try outputFindings(ArchiveFolder(root: folder)) }
    let order = CatalogueFinding.Kind.allCases
    return findings.sorted {
      (order.firstIndex(of: $0.kind) ?? 0, $0.series, $0.value) < (
        order.firstIndex(of: $1.kind) ?? 0, $1.series, $1.value
      )
    }
  }

  private func outputFindings(_ folder: ArchiveFolder) throws -> [CatalogueFinding] {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT i.path AS input, o.path, o.bytes, o.sha256 FROM outputs o JOIN inputs i ON i.id = o.input_id
          ORDER BY i.id, o.path
          """)
    }
    return rows.compactMap { row in
      let (input, path) = (row.text("input") ?? "", row.text("path") ?? "")
      let file = RelativePath(display: path)
      let detail: String
      if let size = folder.size(file) {
        if size == row.int("bytes"), folder.contents(file).map(SHA256.hex) == row.text("sha256") {
          return nil
        }
        detail = "not as it was written"
      } else {
        detail = "gone"
      }
      return CatalogueFinding(kind: .output, series: input, value: path, paths: [input], detail: detail)
    }
  }

  /// Citations of a number and symbol that is in the archive once, with another date.
  private func citationFindings() throws -> [CatalogueFinding] {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT c.number, c.date, c.line, d.date, i.path, j.path FROM citations c
          JOIN documents d ON d.document_number = c.number AND d.date <> c.date AND length(d.date) = 10
          JOIN documents e ON e.id = c.document_id JOIN inputs i ON i.id = e.input_id
          JOIN inputs j ON j.id = d.input_id
          WHERE length(c.date) = 10 AND e.id <> d.id AND NOT EXISTS (
            SELECT 1 FROM documents f WHERE f.document_number = c.number AND f.date = c.date)
          ORDER BY i.id, c.ordinal
          """)
      return rows.map { row in
        let (number, cited) = (row.text(at: 0) ?? "", row.text(at: 1) ?? "")
        let (line, dated) = (row.int(at: 2), row.text(at: 3) ?? "")
        return CatalogueFinding(
          kind: .citation, series: number, value: cited, paths: [4, 5].compactMap { row.text(at: $0) },
          detail: "line \(line ?? 0) cites \(cited), the document is dated \(dated)")
      }
    }
  }
}

/// A document as far as series go.
struct NumberedDocument {
  var path: String
  var number: Int?
  var symbol: String
  var year: String
  var date: String
  var issuer: String
  var isParty: Bool

  init?(_ row: Row) {
    guard let path = row.text("path") else { return nil }
    self.path = path
    let digits = row.text("number")?.prefix { $0.isNumber && $0.isASCII }
    number = digits.flatMap { Int($0) }
    symbol = row.text("symbol") ?? ""
    date = row.text("date") ?? ""
    year = row.text("year") ?? String(date.prefix(4))
    issuer = row.text("issuing_body") ?? ""
    isParty = row.text("form") == "party"
  }

  /// Symbol and year: state numbers start anew every year; those of the Party run through a term, whose years
  /// are not known here, so theirs are compared within a year as well.
  var seriesKey: String { symbol.isEmpty || year.isEmpty || number == nil ? "" : "\(symbol) \(year)" }
}

/// Gaps, doubles and order within one series.
struct SeriesCheck {
  /// A gap wider than this says that the archive has only part of the series.
  static let widestGap = 5
  let findings: [CatalogueFinding]

  init(_ series: String, _ members: [NumberedDocument]) {
    var findings: [CatalogueFinding] = []
    let byNumber = Dictionary(grouping: members, by: { $0.number ?? 0 }).sorted { $0.key < $1.key }
    for (number, all) in byNumber {
      let same = Self.oncePerScan(all)
      guard same.count > 1 else { continue }
      findings.append(
        CatalogueFinding(
          kind: .double, series: series, value: String(number), paths: same.map(\.path),
          detail: "\(same.count) documents"))
    }
    for (low, high) in zip(byNumber, byNumber.dropFirst()) where high.key - low.key > 1 {
      guard high.key - low.key <= Self.widestGap + 1 else { continue }
      let missing = high.key - low.key == 2 ? "\(low.key + 1)" : "\(low.key + 1)-\(high.key - 1)"
      findings.append(
        CatalogueFinding(
          kind: .gap, series: series, value: missing, paths: [low.value[0].path, high.value[0].path],
          detail: "between \(low.key) and \(high.key)"))
    }
    let dated = byNumber.flatMap { number, same in same.map { (number, $0) } }.filter {
      $0.1.date.count == 10
    }
    for (low, high) in zip(dated, dated.dropFirst()) where low.0 < high.0 && low.1.date > high.1.date {
      findings.append(
        CatalogueFinding(
          kind: .order, series: series, value: String(high.0), paths: [high.1.path, low.1.path],
          detail: "\(high.0) is dated \(high.1.date), \(low.0) is dated \(low.1.date)"))
    }
    self.findings = findings
  }

  /// `documents` without those that another file of the same scan has too: its picture, its text, its markup.
  private static func oncePerScan(_ documents: [NumberedDocument]) -> [NumberedDocument] {
    var files: [RelativePath: String] = [:]
    let scans = documents.map { RelativePath(display: $0.path).scan }
    for (scan, document) in zip(scans, documents) where files[scan] == nil { files[scan] = document.path }
    return zip(scans, documents).filter { files[$0] == $1.path }.map(\.1)
  }
}

/// Dates outside the years that a folder's name states.
enum FolderCheck {
  static func findings(_ documents: [NumberedDocument]) -> [CatalogueFinding] {
    documents.compactMap { document in
      guard let slash = document.path.lastIndex(of: "/"), let year = Int(document.date.prefix(4)) else {
        return nil
      }
      let folder = String(document.path[..<slash])
      let years = years(in: folder)
      guard let first = years.min(), let last = years.max(), year < first || year > last else { return nil }
      return CatalogueFinding(
        kind: .year, series: folder, value: document.date, paths: [document.path],
        detail: first == last ? "the folder is of \(first)" : "the folder is of \(first)-\(last)")
    }
  }

  /// Numbers of four digits that can be years, in the innermost part of the path that has any.
  private static func years(in folder: String) -> [Int] {
    for part in folder.split(separator: "/").reversed() {
      let numbers = part.split { !($0.isASCII && $0.isNumber) }
      let years = numbers.filter { $0.count == 4 }.compactMap { Int($0) }.filter {
        (1930...2099).contains($0)
      }
      if !years.isEmpty { return years }
    }
    return []
  }
}
