import GRDB

/// What to look for in a catalogue; every part that is given must fit.
public struct CatalogueQuery: Sendable {
  /// Words of the full text; in a row when quoted; with marks or without.
  public var text: String?
  /// Tên loại.
  public var type: String?
  /// Part of the issuing body's name.
  public var issuer: String?
  /// Part of a signer's name.
  public var signer: String?
  /// Part of a recipient's name.
  public var recipient: String?
  /// Part of the number and symbol.
  public var number: String?
  /// Number of a document that is cited.
  public var cites: String?
  /// The earliest date: a year, a month or a day.
  public var from: String?
  /// The latest date: a year, a month or a day, itself included.
  public var until: String?
  /// At most so many documents.
  public var limit = 50

  /// A query that everything fits.
  public init() {}
}

/// A document that was found.
public struct CatalogueHit: Sendable, Equatable {
  /// Its input.
  public var path: String
  /// Number and symbol.
  public var number: String?
  /// Tên loại.
  public var type: String?
  /// ISO date.
  public var date: String?
  /// Cơ quan ban hành.
  public var issuer: String?
  /// Trích yếu.
  public var subject: String?
  /// First page of the input that holds it.
  public var page: Int
  /// A piece of the full text around the first match, the words found between `[` and `]`.
  public var snippet: String?
}

extension Catalogue {
  /// The documents that fit `query`, the best matches first, then by date.
  public func find(_ query: CatalogueQuery) throws -> [CatalogueHit] {
    var hits: [CatalogueHit] = []
    let columns = """
      i.path, d.document_number, d.document_type, d.date, d.issuing_body, d.subject, d.first_page, \(snippet(query))
      """
    try select(columns, query) { row in
      hits.append(
        CatalogueHit(
          path: row.text(at: 0) ?? "", number: row.text(at: 1), type: row.text(at: 2), date: row.text(at: 3),
          issuer: row.text(at: 4), subject: row.text(at: 5), page: row.int(at: 6) ?? 1,
          snippet: SearchText.marking(row.text(at: 7), marked: row.text(at: 8), bare: row.text(at: 9))))
    }
    return hits
  }

  /// The columns that a snippet is cut from: the piece that was found, and the text with and without marks.
  private func snippet(_ query: CatalogueQuery) -> String {
    guard let text = query.text, !SearchText.query(text).isEmpty else { return "NULL, NULL, NULL" }
    if SearchText.hasMarks(text) { return "snippet(fulltext, 0, '[', ']', '…', 16), NULL, NULL" }
    return "snippet(fulltext, 1, '[', ']', '…', 16), fulltext.marked, fulltext.bare"
  }

  /// Gives `body` the columns of the documents that fit.
  func select(_ columns: String, _ query: CatalogueQuery, _ body: (Row) throws -> Void) throws {
    let words = query.text.map(SearchText.query) ?? ""
    // Words were asked for, but nothing of them can be looked for.
    if words.isEmpty, let text = query.text, text.contains(where: { !$0.isWhitespace }) { return }
    let (conditions, arguments) = conditions(query, words)
    let join = words.isEmpty ? "" : "JOIN fulltext ON fulltext.rowid = d.input_id"
    let order = words.isEmpty ? "i.id, d.ordinal" : "fulltext.rank, i.id, d.ordinal"
    let sql = """
      SELECT \(columns) FROM documents d JOIN inputs i ON i.id = d.input_id \(join)
      \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?
      """
    try queue.read { db in
      SearchFunctions.add(to: db)
      let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments + [query.limit]))
      while let row = try rows.next() { try body(row) }
    }
  }

  private func conditions(
    _ query: CatalogueQuery, _ words: String
  ) -> (conditions: [String], arguments: [any DatabaseValueConvertible]) {
    let parts: [(condition: String, value: String?)] = [
      ("fulltext MATCH ?", words),
      ("folded(d.document_type) = folded(?)", query.type),
      ("folded_contains(d.issuing_body, ?)", query.issuer),
      ("folded_contains(d.document_number, ?)", query.number),
      (
        "EXISTS (SELECT 1 FROM signers s WHERE s.document_id = d.id AND folded_contains(s.name, ?))",
        query.signer
      ),
      (
        "EXISTS (SELECT 1 FROM recipients r WHERE r.document_id = d.id AND folded_contains(r.name, ?))",
        query.recipient
      ),
      (
        "EXISTS (SELECT 1 FROM citations c WHERE c.document_id = d.id AND folded_contains(c.number, ?))",
        query.cites
      ),
      ("d.date >= ?", query.from),
      // A year or a month takes in all of its days.
      ("d.date < ? || '~'", query.until),
    ]
    var (conditions, arguments): ([String], [any DatabaseValueConvertible]) = ([], [])
    for (condition, value) in parts {
      guard let value, !value.isEmpty else { continue }
      conditions.append(condition)
      arguments.append(value)
    }
    return (conditions, arguments)
  }
}

/// Comparisons that know no capitals and, where the query has none, no marks.
enum SearchFunctions {
  static func add(to db: Database) {
    db.add(
      function: DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(SearchText.bare)
      })
    db.add(
      function: DatabaseFunction("folded_contains", argumentCount: 2, pure: true) { values in
        guard let text = String.fromDatabaseValue(values[0]), let part = String.fromDatabaseValue(values[1])
        else {
          return false
        }
        return SearchText.hasMarks(part)
          ? SearchText.marked(text).contains(SearchText.marked(part))
          : SearchText.bare(text).contains(SearchText.bare(part))
      })
  }
}
