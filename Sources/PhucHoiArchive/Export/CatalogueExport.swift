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

  /// The sheet by `profile` of the documents that fit `query`, of inputs whose path `isShown` takes.
  public func sheet(
    _ query: CatalogueQuery, profile: ExportProfile, tables: ExtractionTables,
    isShown: (_ path: String) -> Bool = { _ in true }
  ) throws -> Sheet {
    var sheet = RecordSheet(profile: profile, tables: tables)
    var (last, ordinal) = ("", 0)
    try records(query) { path, json in
      guard isShown(path) else { return }
      ordinal = path == last ? ordinal + 1 : 1
      last = path
      sheet.append(DocumentRecord(json: json), path: path, ordinal: ordinal)
    }
    return Sheet(sheet)
  }
}
