import GRDB

/// What came of a sheet of decisions.
public struct ReviewOutcome: Sendable, Equatable {
  /// Inputs about which something new was decided.
  public var paths: [String] = []
  /// Decisions that were taken.
  public var taken = 0
  /// Rows whose place is not in the archive, or not as it was when the sheet was made.
  public var refused: [String] = []
}

extension Catalogue {
  /// Opens the catalogue in `folder` to write decisions. Throws what the database throws.
  public static func reviewing(_ folder: String) throws -> Catalogue {
    // Refuses to make a catalogue where there is none.
    _ = try Catalogue(reading: folder)
    return try Catalogue(writing: folder)
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
            SELECT i.id AS id, i.path AS path, i.stem AS stem, e.page AS page, e.line AS line,
              e.start AS start, e."end" AS finish, '' AS field, 0 AS document, 0 AS ordinal, e.old AS read,
              e.new AS now, e.confidence AS confidence, e.alternatives AS alternatives
            FROM edits e JOIN inputs i ON i.id = e.input_id WHERE e.confidence < ?1 AND e.kind <> 'review'
            UNION ALL
            SELECT i.id, i.path, i.stem, d.page, d.line, d.start, d."end", '', 0, 0, d.text, d.text,
              d.confidence, d.alternatives
            FROM doubts d JOIN inputs i ON i.id = d.input_id WHERE d.confidence < ?1
            UNION ALL
            SELECT i.id, i.path, i.stem, f.page, f.line, f.start, f."end", f.name, d.ordinal, f.ordinal,
              f.raw, f.value, f.confidence, ''
            FROM fields f JOIN documents d ON d.id = f.document_id JOIN inputs i ON i.id = d.input_id
            WHERE f.confidence < ?1 AND f.name NOT IN ('legal_bases', 'references')
            ORDER BY confidence, id, start LIMIT ?2) q
          WHERE NOT EXISTS (
            SELECT 1 FROM decisions x WHERE x.path = q.path AND x.start = q.start AND x."end" = q.finish
              AND x.field = q.field AND x.document = q.document AND x.ordinal = q.ordinal)
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
      let place = "\(row["id"] as Int):\(start)-\(end):\(row["field"] as String)"
      return ReviewSheet.Row(
        key: "\(place):\(row["document"] as Int):\(row["ordinal"] as Int)", path: row["path"],
        page: row["page"] ?? 1, line: line, field: row["field"], read: row["read"] ?? "",
        now: row["now"] ?? "", confidence: row["confidence"], alternatives: row["alternatives"] ?? "",
        context: text.indices.contains(line - 1) ? String(text[line - 1]) : "")
    }
  }

  /// Takes the decisions of a sheet, in one transaction. Those about a place replace earlier ones about it.
  public func decide(_ sheet: [UInt8]) throws -> ReviewOutcome {
    var outcome = ReviewOutcome()
    try queue.write { db in
      let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(sheet), 0) + 1 FROM decisions") ?? 1
      for row in ReviewSheet.decisions(in: sheet) {
        guard let decision = try Self.decision(row, db) else {
          outcome.refused.append(row.key)
          continue
        }
        try db.execute(
          sql: """
            DELETE FROM decisions WHERE path = ?1 AND start < ?3 AND "end" > ?2 AND field = ?4 AND ordinal = ?5
              AND document = ?6
            """,
          arguments: [
            decision.path, decision.range.lowerBound, decision.range.upperBound, decision.field,
            decision.ordinal, decision.document,
          ])
        try db.execute(
          sql: "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: [
            decision.path, decision.sha256, decision.range.lowerBound, decision.range.upperBound,
            decision.field, decision.document, decision.ordinal, decision.text, number,
          ])
        outcome.taken += 1
        if outcome.paths.last != decision.path { outcome.paths.append(decision.path) }
      }
    }
    outcome.paths = Array(Set(outcome.paths)).sorted()
    return outcome
  }

  /// Takes back the decisions of the last sheet, or of all; gives the inputs concerned.
  public func takeBack(all: Bool) throws -> [String] {
    try queue.write { db in
      let which = all ? "" : "WHERE sheet = (SELECT max(sheet) FROM decisions)"
      let paths = try String.fetchAll(
        db, sql: "SELECT DISTINCT path FROM decisions \(which) ORDER BY path")
      try db.execute(sql: "DELETE FROM decisions \(which)")
      return paths
    }
  }

  /// All decisions, by input.
  func decisions() throws -> [String: InputDecisions] {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM decisions ORDER BY path, start, \"end\", field, document, ordinal")
    }
    let all = rows.map { row in
      ReviewDecision(
        path: row["path"], sha256: row["sha256"], range: (row["start"] as Int)..<(row["end"] as Int),
        field: row["field"], document: row["document"], ordinal: row["ordinal"], text: row["text"])
    }
    return Dictionary(grouping: all, by: \.path).mapValues { InputDecisions(all: $0) }
  }

  /// The decision of a row, if its input is there and its place can be one.
  private static func decision(
    _ row: (key: String, read: String, now: String, decision: String), _ db: Database
  ) throws -> ReviewDecision? {
    let parts = row.key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 5, let id = Int(parts[0]), let document = Int(parts[3]),
      let ordinal = Int(parts[4])
    else { return nil }
    let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1],
      let input = try Row.fetchOne(
        db, sql: "SELECT path, sha256 FROM inputs WHERE id = ? AND status = 'done'", arguments: [id])
    else { return nil }
    let text = row.decision == "=" ? row.now : row.decision == "<" ? row.read : row.decision
    return ReviewDecision(
      path: input["path"], sha256: input["sha256"], range: ends[0]..<ends[1], field: String(parts[2]),
      document: document, ordinal: ordinal, text: text)
  }
}
