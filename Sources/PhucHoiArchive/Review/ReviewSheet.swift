/// The sheet of doubtful places that a person edits.
///
/// The last column is for the decision: empty to leave the place open, `=` when what stands now is right, `<` to take
/// back what was read, `(xóa)` to delete, anything else is the right text. A word that was read in the same way at
/// several places has a row for all of them, above theirs, whose decisions go before it.
public enum ReviewSheet {
  /// A row.
  public struct Row: Sendable, Equatable {
    /// Names the place: input and its content, range, field.
    public var key: String
    /// The input.
    public var path: String
    /// 1-based page.
    public var page: Int
    /// 1-based line.
    public var line: Int
    /// Key of the field; empty for a piece of text.
    public var field: String
    /// What was read.
    public var read: String
    /// What stands now.
    public var now: String
    /// How sure that is.
    public var confidence: Double
    /// Other readings.
    public var alternatives: String
    /// The line as it stands now.
    public var context: String
    /// How many places the row is about.
    public var places = 1
  }

  /// A row with a decision.
  public struct Decided: Sendable, Equatable {
    /// Number of the row as spreadsheets count it: 1 has the heads.
    public var number: Int
    /// Names the place.
    public var key: String
    /// The input.
    public var path: String
    /// What was read.
    public var read: String
    /// What stood when the sheet was made.
    public var now: String
    /// The decision.
    public var decision: String
  }

  /// Heads of the columns.
  static func heads(in language: ReportLanguage) -> [String] {
    [
      "ID", language.text("Tệp", "File"), language.text("Trang", "Page"), language.text("Dòng", "Line"),
      language.text("Trường", "Field"), language.text("Đã đọc", "Read"),
      language.text("Hiện là", "Now"), language.text("Tin cậy", "Confidence"),
      language.text("Cách đọc khác", "Other readings"), language.text("Số chỗ", "Places"),
      language.text("Ngữ cảnh", "Context"), language.text("Quyết định", "Decision"),
    ]
  }

  /// The decision that deletes: a speck, a value, an item.
  public static let deletion = "(xóa)"

  /// The sheet of `rows`, each with what is decided so far.
  public static func sheet(_ rows: [(row: Row, decision: String)], in language: ReportLanguage) -> Sheet {
    var sheet = Sheet(
      name: language.text("Cần kiểm tra", "To check"), heads: heads(in: language),
      rows: rows.map { cells($0.row, $0.decision, in: language) })
    for (number, row) in rows.enumerated() { sheet.choices[number] = choices(for: row.row) }
    return sheet
  }

  /// The sheet of open places.
  public static func sheet(_ rows: [Row], in language: ReportLanguage) -> Sheet {
    sheet(rows.map { ($0, "") }, in: language)
  }

  /// What can be picked as the decision of a row.
  private static func choices(for row: Row) -> [String] {
    let marks = row.read == row.now ? ["="] : ["=", "<"]
    let isMissing = row.now.isEmpty && row.read.isEmpty
    return isMissing ? [] : marks + [deletion] + Catalogue.alternatives(row.alternatives)
  }

  /// The cells of a row, under the heads.
  static func cells(_ row: Row, _ decision: String, in language: ReportLanguage) -> [String] {
    [
      row.key, row.path, row.page > 0 ? "\(row.page)" : "", row.line > 0 ? "\(row.line)" : "",
      row.field.isEmpty ? "" : language.fieldName(row.field), row.read, row.now,
      "\((row.confidence * 1000).rounded() / 1000)", row.alternatives, "\(row.places)", row.context, decision,
    ]
  }

  /// Longer cells are no heads, in bytes.
  private static let longestHead = 200

  /// The rows that have a decision.
  ///
  /// Takes what spreadsheets make of the sheet: XLSX, or CSV with commas, semicolons or tabs, with or without a mark.
  /// Columns are found by their heads, in either language and any order.
  ///
  /// - Throws: `SheetError` where the file is no such sheet, damaged, or saved with fewer letters.
  public static func decisions(in bytes: [UInt8]) throws(SheetError) -> [Decided] {
    let rows = try SheetFile.rows(of: bytes)
    guard let heads = rows.first else { throw SheetError(.foreign) }
    func column(_ index: Int) -> Int? {
      let names = ReportLanguage.allCases.map { Self.heads(in: $0)[index] }
      return heads.firstIndex { $0.utf8.count < longestHead && names.contains($0.trimmed) }
    }
    // Without these nothing can be decided; the others are for the eye, or told by the catalogue.
    guard let key = column(0), let path = column(1), let decision = column(11) else {
      throw SheetError(.foreign)
    }
    let (read, now) = (column(5), column(6))
    return rows.enumerated().dropFirst().compactMap { index, cells in
      func cell(_ column: Int?) -> String {
        column.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
      }
      let text = cell(decision).trimmed
      guard !text.isEmpty else { return nil }
      return Decided(
        number: index + 1, key: cell(key).trimmed, path: cell(path), read: cell(read), now: cell(now),
        decision: text)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\u{A0}" }
    var scalars = unicodeScalars[...]
    scalars = scalars.drop(while: isBlank)
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
