import Platform

/// A sheet of records: heads and rows of text cells, ready for CSV or a workbook.
public struct RecordSheet: Sendable {
  /// Heads of the columns.
  public let heads: [String]
  /// The cells, row by row, as many as there are heads.
  public private(set) var rows: [[String]] = []
  private let profile: ExportProfile
  private let codes: [String: String]

  /// An empty sheet with the columns of `profile`; `tables` holds the codes of document types.
  public init(profile: ExportProfile, tables: ExtractionTables) {
    self.profile = profile
    heads = profile.columns.map(\.name)
    codes = Dictionary(tables.types.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds one row for every document of a record.
  public mutating func append(_ record: Record) {
    for (index, document) in record.documents.enumerated() {
      append(document, path: record.path, ordinal: index + 1)
    }
  }

  /// Adds a row for a document, which is the `ordinal`th of its input, counted from 1.
  public mutating func append(_ document: DocumentRecord, path: String, ordinal: Int) {
    rows.append(profile.columns.map { cell($0, document, path: path, ordinal: ordinal) })
  }

  private func cell(_ column: ExportProfile.Column, _ document: DocumentRecord, path: String, ordinal: Int)
    -> String
  {
    let rules = column.rules
    if let constant = rules.constant { return constant }
    var values = RowSource.values(column.source, document, path: path, ordinal: ordinal)
    if rules.takesFirst { values = Array(values.prefix(1)) }
    if rules.usesDayFirst { values = values.map { dayFirst($0, zeros: rules.fillsZeros) } }
    var text = values.joined(separator: rules.separator + " ")
    guard !text.isEmpty else { return "" }
    if rules.usesCode { text = codes[text] ?? "32" }
    if rules.startsWithSlash, !text.hasPrefix("/") { text = separator(document) + text }
    if rules.dropsStop { while text.hasSuffix(".") { text.removeLast() } }
    if rules.isUpper { text = text.uppercased() }
    if rules.isCapital { text = text.prefix(1).uppercased() + text.dropFirst() }
    if let maximum = rules.maximum { text = String(text.prefix(maximum)) }
    return text
  }

  /// What stands between the figures and the symbol of the number: `/` of the State (`12/QĐ-UBND`), `-` of the Party
  /// (`93-KH/TU`); `/` where neither can be seen.
  private func separator(_ document: DocumentRecord) -> String {
    guard let number = document.documentNumber, let figures = number.number,
      number.whole.value.hasPrefix(figures), number.whole.value.dropFirst(figures.count).first == "-"
    else { return document.form == .party ? "-" : "/" }
    return "-"
  }

  /// `2019-05-30` as `30/05/2019`; partial dates as zeros (`00/05/2019`) or as what is known (`05/2019`).
  private func dayFirst(_ iso: String, zeros: Bool) -> String {
    let parts = iso.split(separator: "-").map(String.init)
    guard !parts.contains(where: { $0.hasPrefix("Q") }) else {
      return parts.reversed().joined(separator: "/")
    }
    guard zeros else { return parts.reversed().joined(separator: "/") }
    return ((0..<(3 - min(3, parts.count))).map { _ in "00" } + parts.reversed()).joined(separator: "/")
  }
}

/// Writes a sheet as CSV (RFC 4180) that spreadsheets open with the right letters.
public struct CSVText: Sendable {
  /// The byte-order mark by which spreadsheets know UTF-8.
  public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The whole sheet: mark, heads, rows, CRLF line ends.
  public static func bytes(_ sheet: RecordSheet) -> [UInt8] {
    mark + line(sheet.heads) + sheet.rows.flatMap(line)
  }

  /// One line of cells.
  public static func line(_ cells: [String]) -> [UInt8] {
    Array((cells.map(cell).joined(separator: ",") + "\r\n").utf8)
  }

  /// Quotes a cell where it must be. A cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab) is
  /// made text by an apostrophe before it.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    // Scalar by scalar: a mark that is set on a quote makes it no other letter for whoever reads the sheet.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
