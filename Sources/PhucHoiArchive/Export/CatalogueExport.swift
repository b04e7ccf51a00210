import Extraction
import JSON

extension Catalogue {
  /// Gives `body` the records of the documents that fit `query`, one input and document at a time.
  public func records(_ query: CatalogueQuery, _ body: (_ path: String, _ document: JSONValue) throws -> Void)
    throws
  {
    try select("i.path, d.record", query) { row in
      guard let path = row.text(at: 0), let text = row.text(at: 1) else {
        throw CatalogueError.damaged("documents.record")
      }
      try body(path, try JSONParser.parse(Array(text.utf8)))
    }
  }

  /// Gives `body` the rows of a sheet by `profile` for the documents that fit `query`, of inputs whose path `isShown`
  /// takes.
  public func rows(
    _ query: CatalogueQuery, profile: ExportProfile, tables: ExtractionTables,
    isShown: (_ path: String) -> Bool = { _ in true }, _ body: ([String]) throws -> Void
  ) throws {
    var (last, ordinal) = ("", 0)
    try records(query) { path, json in
      guard isShown(path) else { return }
      ordinal = path == last ? ordinal + 1 : 0
      last = path
      var sheet = RecordSheet(profile: profile, tables: tables)
      // The place within the file is told by the number of documents before this one.
      let empty = DocumentRecord(pages: Extent(first: 1, last: 1), lines: Extent(first: 1, last: 1))
      let documents = Array(repeating: empty, count: ordinal) + [DocumentRecord(json: json)]
      sheet.append(Record(path: path, sha256: "", pages: 1, documents: documents))
      if let row = sheet.rows.last { try body(row) }
    }
  }
}
