import Extraction

/// A table of texts with heads, as CSV or as a workbook.
public struct Sheet: Sendable {
  /// What it is called in a workbook.
  public var name: String
  /// The heads of its columns.
  public var heads: [String]
  /// Its rows.
  public var rows: [[String]]
  /// What a workbook offers to be picked in the last cell of a row, by the number of the row.
  public var choices: [Int: [String]] = [:]

  /// The formats; the raw value is the extension of a file's name.
  public enum Format: String, Sendable {
    /// Text that marks itself as UTF-8, as spreadsheets ask for it; it offers no choices.
    case csv
    /// A workbook, with choices to pick from.
    case xlsx

    /// The format that the name of a file asks for; nil for none.
    public init?(of path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
  }

  /// A sheet from its parts.
  public init(name: String, heads: [String], rows: [[String]] = []) {
    (self.name, self.heads, self.rows) = (name, heads, rows)
  }

  /// The sheet of `records`.
  public init(_ records: RecordSheet) {
    self.init(name: "Văn bản", heads: records.heads, rows: records.rows)
  }

  /// The sheet as a file. Throws `BatchError` when the place for temporary files cannot be written.
  public func bytes(_ format: Format) throws(BatchError) -> [UInt8] {
    switch format {
    case .csv: rows.reduce(into: CSVText.mark + CSVText.line(heads)) { $0 += CSVText.line($1) }
    case .xlsx: try Workbook.bytes(self)
    }
  }
}
