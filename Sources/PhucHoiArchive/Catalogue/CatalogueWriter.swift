import Extraction
import GRDB
import JSON

extension Catalogue {
  /// Writes down a run's models and options; runs with the same ones share a row.
  func begin(stamp: String, engine: any TextEngine) throws {
    let options = String(decoding: JSONWriter.bytes(.object(engine.options)), as: UTF8.self)
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?)",
        arguments: [stamp, engine.version, engine.model, options])
    }
  }

  /// Writes down what became of inputs, all in one transaction; what was known of them before goes.
  func file(_ results: [FileResult], stamp: String) throws {
    try queue.write { db in
      let ids = try results.map { try Self.file($0, stamp, db) }
      // Last: every other statement would make the index write down what it has gathered.
      for (id, result) in zip(ids, results) where result.reading != nil {
        try db.run(
          "INSERT INTO fulltext (rowid, marked, bare) VALUES (?, ?, ?)",
          [id, result.searched.marked, result.searched.bare])
      }
    }
  }

  /// The largest id of an input.
  private static let mostInputs: Int64 = 1 << 48

  /// Writes down all but the full text; gives the input's id.
  private static func file(_ result: FileResult, _ stamp: String, _ db: Database) throws -> Int64 {
    if result.keepsEarlier {
      try db.run(
        "UPDATE inputs SET code = ?, message = ? WHERE path = ?",
        [result.failure?.code, result.failure?.message, result.input.path.display])
      return 0
    }
    let id = try clear(result.input.path.display, db)
    try insert(result, id, stamp, db)
    guard let reading = result.reading else { return id }
    try insert(result.written, id, db)
    try insert(reading.changes, id, db)
    try insert(reading.doubts, id, db)
    for (ordinal, document) in zip(reading.documents, result.records).enumerated() {
      try insert(document.0, record: document.1, ordinal, id, db)
    }
    return id
  }

  /// Removes all rows of an input; gives the id that it had, or a new one.
  private static func clear(_ path: String, _ db: Database) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT id FROM inputs WHERE path = ?")
    guard let id = try Int64.fetchOne(known, arguments: [path]) else {
      let next = try db.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM inputs")
      let last = try DatabaseValue.fetchOne(next).flatMap(Int64.fromDatabaseValue) ?? 0
      // Documents have ids that follow from it.
      guard (0..<mostInputs).contains(last) else { throw CatalogueError.damaged("inputs.id") }
      return last + 1
    }
    guard (1...mostInputs).contains(id) else { throw CatalogueError.damaged("inputs.id") }
    for table in ["fields", "citations", "recipients", "signers"] {
      try db.run(
        "DELETE FROM \(table) WHERE document_id IN (SELECT id FROM documents WHERE input_id = ?)", [id])
    }
    for table in ["documents", "edits", "doubts", "outputs"] {
      try db.run("DELETE FROM \(table) WHERE input_id = ?", [id])
    }
    try db.run("DELETE FROM fulltext WHERE rowid = ?", [id])
    try db.run("DELETE FROM inputs WHERE id = ?", [id])
    return id
  }

  /// Removes all rows of an input.
  static func remove(_ path: String, _ db: Database) throws { _ = try clear(path, db) }

  private static func insert(_ result: FileResult, _ id: Int64, _ stamp: String, _ db: Database) throws {
    let reading = result.reading
    try db.run(
      """
      INSERT INTO inputs (id, path, status, code, message, sha256, bytes, format, stem, stamp, secrecy, pages,
        tokens, changes, doubtful, unapplied, confidence, attention, decisions, policy)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, result.input.path.display, result.outcome.rawValue, result.failure?.code, result.failure?.message,
        result.sha256, result.byteCount, result.format?.rawValue, result.names.stem.display, stamp,
        result.secrecy,
        reading?.pages, reading?.tokenCount, reading?.changes.count, reading?.doubtful, result.unapplied,
        reading.map { ($0.confidence * 10_000).rounded() / 10_000 }, reading.map(Attention.score),
        result.decisions, reading?.policy?.rawValue,
      ])
  }

  private static func insert(_ written: [WrittenFile], _ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO outputs VALUES (?, ?, ?, ?)")
    for file in written {
      try statement.execute(arguments: [id, file.path.display, file.byteCount, file.sha256])
    }
  }

  private static func insert(_ changes: [Change], _ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, change) in changes.enumerated() {
      try statement.execute(arguments: [
        id, ordinal, change.page, change.line, change.range.lowerBound, change.range.upperBound, change.old,
        change.new, change.kind, (change.confidence * 10_000).rounded() / 10_000,
        // Only what may be looked at again needs them.
        change.confidence < 0.95 ? change.alternatives.map(\.text).joined(separator: " | ") : nil,
      ])
    }
  }

  private static func insert(_ doubts: [Doubt], _ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO doubts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (ordinal, doubt) in doubts.enumerated() {
      try statement.execute(arguments: [
        id, ordinal, doubt.page, doubt.line, doubt.range.lowerBound, doubt.range.upperBound, doubt.text,
        (doubt.confidence * 10_000).rounded() / 10_000, doubt.alternatives.joined(separator: " | "),
      ])
    }
  }

  private static func insert(
    _ document: DocumentRecord, record: String, _ ordinal: Int, _ input: Int64, _ db: Database
  ) throws {
    // Documents of an input have neighbouring ids, whatever was written before them.
    let id = input * 10_000 + Int64(min(ordinal, 9_999))
    let number = document.documentNumber
    try db.run(
      """
      INSERT OR REPLACE INTO documents VALUES
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, input, ordinal, document.pages.first, document.pages.last, document.lines.first,
        document.lines.last, document.form.rawValue, number?.value, number?.number, number?.year,
        number?.symbol, document.documentType?.value, document.issuingBody?.value,
        document.superiorBody?.value, document.place?.value, document.date?.value, document.subject?.value,
        document.archiveNote?.value, document.secrecy?.value, document.urgency?.value,
        document.copyForm?.value, record,
      ])
    try insertFields(document, id, db)
    try insertLists(document, id, db)
  }

  /// Every scalar and every item of a list, with confidence and place.
  private static func insertFields(_ document: DocumentRecord, _ id: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for field in RecordField.allCases {
      for (ordinal, item) in field.items(of: document).enumerated() {
        let (place, span) = (item.place, item.place.span)
        try statement.execute(arguments: [
          id, field.rawValue, ordinal, item.words, place.raw, rounded(place.confidence), span.page, span.line,
          span.start, span.end,
        ])
      }
    }
  }

  private static func insertLists(_ document: DocumentRecord, _ id: Int64, _ db: Database) throws {
    for (ordinal, item) in document.references.enumerated() {
      try db.run(
        "INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, item.type, item.number, item.date, item.issuer, item.title, item.place.span.line,
          rounded(item.place.confidence),
        ])
    }
    for (ordinal, item) in document.recipients.enumerated() {
      try db.run(
        "INSERT INTO recipients VALUES (?, ?, ?, ?)", [id, ordinal, item.value, rounded(item.confidence)])
    }
    for (ordinal, item) in document.signers.enumerated() {
      try db.run(
        "INSERT INTO signers VALUES (?, ?, ?, ?, ?, ?)",
        [id, ordinal, item.authority, item.title, item.name, rounded(item.place.confidence)])
    }
  }

  /// A confidence as records tell it, with three places.
  private static func rounded(_ confidence: Double) -> Double { (confidence * 1000).rounded() / 1000 }
}

extension Database {
  /// Executes a statement that is kept for the next time.
  fileprivate func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

/// How much a document needs a person's eyes.
enum Attention {
  /// 0 for nothing to look at; grows with doubtful words a page, unsure changes a page, and missing fields.
  static func score(_ reading: EngineReading) -> Double {
    let pages = Double(max(1, reading.pages))
    let unsure = Double(reading.changes.filter { $0.confidence < 0.9 }.count)
    var score = (2 * Double(reading.doubtful) + unsure) / pages
    let none = DocumentRecord(pages: Extent(first: 1, last: 1), lines: Extent(first: 1, last: 1))
    for document in reading.documents.isEmpty ? [none] : reading.documents {
      for value in [document.documentNumber?.whole, document.date, document.issuingBody, document.subject] {
        score += 5 * (1 - (value?.confidence ?? 0))
      }
    }
    return (score * 100).rounded() / 100
  }
}
