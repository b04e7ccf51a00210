import GRDB

/// What came of a sheet of decisions.
public struct ReviewOutcome: Sendable, Equatable {
  /// Inputs about which something new was decided.
  public var paths: [String] = []
  /// Decisions that were taken.
  public var taken = 0
  /// Rows of the sheet that were not taken.
  public var refused: [ReviewRefusal] = []
}

/// A row of a sheet that was not taken.
public struct ReviewRefusal: Sendable, Equatable {
  /// Why it was not.
  public enum Reason: Error, Sendable, Equatable {
    /// The archive has no such place.
    case noPlace
    /// The place is in another input than the sheet says.
    case otherInput
    /// The input was done again with other content after the sheet was made.
    case changedInput
  }

  /// Number of the row as spreadsheets count it: 1 has the heads.
  public var row: Int
  /// The row's key.
  public var key: String
  /// Why it was not taken.
  public var reason: Reason
}

extension Catalogue {
  /// Opens the catalogue in `folder` to write decisions. Throws what the database throws.
  public static func reviewing(_ folder: String) throws -> Catalogue {
    // Refuses to make a catalogue where there is none.
    _ = try Catalogue(reading: folder)
    let catalogue = try Catalogue(writing: folder)
    // A decision that was confirmed outlasts even a power cut.
    try catalogue.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return catalogue
  }

  /// The doubtful places below `confidence`, at most `limit` of the least sure, in order of the inputs; lines give
  /// the context.
  public func doubtfulPlaces(
    below confidence: Double, limit: Int, lines: (_ stem: String) -> [Substring]
  ) throws -> [ReviewSheet.Row] {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (
            SELECT i.id AS id, i.sha256 AS sha256, i.path AS path, i.stem AS stem, e.page AS page,
              e.line AS line, e.start AS start, e."end" AS finish, '' AS field, 0 AS document, 0 AS ordinal,
              e.old AS read, e.new AS now, e.confidence AS confidence, e.alternatives AS alternatives
            FROM edits e JOIN inputs i ON i.id = e.input_id WHERE e.confidence < ?1 AND e.kind <> 'review'
            UNION ALL
            SELECT i.id, i.sha256, i.path, i.stem, d.page, d.line, d.start, d."end", '', 0, 0, d.text, d.text,
              d.confidence, d.alternatives
            FROM doubts d JOIN inputs i ON i.id = d.input_id WHERE d.confidence < ?1
            UNION ALL
            SELECT i.id, i.sha256, i.path, i.stem, f.page, f.line, f.start, f."end", f.name, d.ordinal,
              f.ordinal, f.raw, f.value, f.confidence, ''
            FROM fields f JOIN documents d ON d.id = f.document_id JOIN inputs i ON i.id = d.input_id
            WHERE f.confidence < ?1 AND f.name NOT IN ('legal_bases', 'references')
            ORDER BY confidence, id, start LIMIT ?2) q
          WHERE NOT EXISTS (
            SELECT 1 FROM decisions x WHERE x.path = q.path AND x.sha256 = q.sha256 AND x.start = q.start
              AND x."end" = q.finish AND x.field = q.field AND x.document = q.document
              AND x.ordinal = q.ordinal)
          ORDER BY id, start, field, document, ordinal
          """, arguments: [confidence, limit])
    }
    var (stem, text): (String?, [Substring]) = (nil, [])
    return rows.map { row in
      if stem != row["stem"] as String? {
        stem = row["stem"]
        text = stem.map(lines) ?? []
      }
      let line: Int = row["line"] ?? 1
      let (start, end): (Int, Int) = (row["start"], row["finish"])
      let key = ReviewKey(
        input: row["id"], content: ReviewKey.content(row["sha256"]), range: start..<max(start, end),
        field: row["field"], document: row["document"], ordinal: row["ordinal"])
      return ReviewSheet.Row(
        key: key.text, path: row["path"], page: row["page"] ?? 1, line: line, field: row["field"],
        read: row["read"] ?? "", now: row["now"] ?? "", confidence: row["confidence"],
        alternatives: row["alternatives"] ?? "",
        context: text.indices.contains(line - 1) ? String(text[line - 1]) : "")
    }
  }

  /// Takes the decisions of a sheet, in one transaction. Those about a place replace earlier ones about it.
  ///
  /// `author` is who decided.
  public func decide(_ sheet: [UInt8], author: String = "") throws -> ReviewOutcome {
    var outcome = ReviewOutcome()
    try queue.write { db in
      let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(sheet), 0) + 1 FROM decisions") ?? 1
      var action: Int?
      for row in ReviewSheet.decisions(in: sheet) {
        let decision: ReviewDecision
        switch try Self.decision(row, db) {
        case .success(let taken): decision = taken
        case .failure(let reason):
          outcome.refused.append(ReviewRefusal(row: row.number, key: row.key, reason: reason))
          continue
        }
        let id = try action ?? Self.begin(.sheet, by: author, target: nil, db)
        action = id
        let change = ReviewChange(place: decision.place, read: row.read, after: decision.text)
        try Self.put(change, action: id, by: author, sheet: number, db)
        outcome.taken += 1
        if outcome.paths.last != decision.place.path { outcome.paths.append(decision.place.path) }
      }
    }
    outcome.paths = Array(Set(outcome.paths)).sorted()
    return outcome
  }

  /// Takes back the decisions of the last sheet, or of all; gives the inputs concerned.
  public func takeBack(all: Bool) throws -> [String] {
    try queue.write { db in
      let which = all ? "" : "WHERE sheet = (SELECT max(sheet) FROM decisions)"
      let gone = try Row.fetchAll(db, sql: "SELECT * FROM decisions \(which) ORDER BY path, start")
        .map { ReviewDecision($0) }
      guard !gone.isEmpty else { return [] }
      let action = try Self.begin(.takeBack, by: "", target: nil, db)
      for decision in gone {
        try Self.put(ReviewChange(place: decision.place, read: "", after: nil), action: action, by: "", db)
      }
      return Array(Set(gone.map(\.place.path))).sorted()
    }
  }

  /// All decisions, by input.
  func decisions() throws -> [String: InputDecisions] {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM decisions ORDER BY path, start, \"end\", field, document, ordinal")
    }
    let all = rows.map { ReviewDecision($0) }
    return Dictionary(grouping: all, by: \.place.path).mapValues { InputDecisions(all: $0) }
  }

  /// The decision of a row, if its place is in the input that was looked at, as it was then.
  private static func decision(
    _ row: ReviewSheet.Decided, _ db: Database
  ) throws -> Result<ReviewDecision, ReviewRefusal.Reason> {
    // The id is that of the archive that the sheet was made from; path and content tell the input in any other.
    guard let key = ReviewKey(row.key) else { return .failure(.noPlace) }
    let input = try Row.fetchOne(
      db, sql: "SELECT path, sha256 FROM inputs WHERE path = ? AND status = 'done'", arguments: [row.path])
    guard let input else { return .failure(.noPlace) }
    let own = try String.fetchOne(db, sql: "SELECT path FROM inputs WHERE id = ?", arguments: [key.input])
    guard key.content == ReviewKey.content(input["sha256"]) else {
      return .failure(own == row.path ? .changedInput : own == nil ? .noPlace : .otherInput)
    }
    let text =
      row.decision == "="
      ? row.now
      : row.decision == "<"
        ? row.read
        : row.decision == ReviewSheet.deletion ? "" : row.decision
    return .success(
      ReviewDecision(
        path: row.path, sha256: input["sha256"], range: key.range, field: key.field, document: key.document,
        ordinal: key.ordinal, text: text))
  }
}
