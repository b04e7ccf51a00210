import GRDB
import Platform

/// Decisions as they are taken one by one, with a history in which everything can be undone. Every call that writes
/// is one transaction, on the disk when it returns.
extension Catalogue {
  /// Takes decisions, all or none.
  ///
  /// - Parameters:
  ///   - changes: the places, each with what is right; nil opens a place again.
  ///   - person: who takes them.
  ///   - seen: the number of the last action that the person knew of; nil takes no heed of others.
  /// - Returns: the number of the action.
  /// - Throws: `ReviewConflict` where somebody decided otherwise about one of the places since, and what the database
  ///   throws.
  @discardableResult
  public func decide(_ changes: [ReviewChange], by person: String, seen: Int?) throws -> Int {
    try queue.write { db in
      if let seen {
        for change in changes { try Self.refuseConflict(change, by: person, seen: seen, db) }
      }
      let action = try Self.begin(.decide, by: person, target: nil, db)
      for change in changes { try Self.put(change, action: action, by: person, db) }
      return action
    }
  }

  /// Undoes an action: the one with the number `id`, else the last one of `person` that stands.
  ///
  /// - Returns: the action that was undone.
  /// - Throws: `ReviewConflict` where there is none, or one of its places was decided otherwise since.
  public func undo(_ id: Int? = nil, by person: String) throws -> ReviewAction {
    try reverse(.undo, id, by: person)
  }

  /// Does again what `person` undid last, unless something was decided since; or the action with the number `id`.
  ///
  /// - Returns: the action that was done again.
  /// - Throws: `ReviewConflict` where there is none, or one of its places was decided otherwise since.
  public func redo(_ id: Int? = nil, by person: String) throws -> ReviewAction {
    try reverse(.redo, id, by: person)
  }

  /// The number of the last action; 0 before the first.
  public func lastAction() throws -> Int {
    try queue.read { db in try Int.fetchOne(db, sql: "SELECT max(id) FROM review_actions") ?? 0 }
  }

  /// The last actions, the latest first, each with at most `places` of its changes; those about the input `path` alone
  /// where it is given.
  public func history(limit: Int, places: Int = 3, path: String? = nil) throws -> [ReviewAction] {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.*, (SELECT count(*) FROM review_changes c WHERE c.action = a.id) AS count
          FROM review_actions a
          WHERE ?2 IS NULL OR EXISTS (SELECT 1 FROM review_changes c WHERE c.action = a.id AND c.path = ?2)
          ORDER BY a.id DESC LIMIT ?1
          """, arguments: [limit, path])
      return try rows.compactMap { try Self.action($0, places: places, db) }
    }
  }

  /// The names that persons gave, the latest first.
  public func people() throws -> [String] {
    try queue.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM review_people ORDER BY since DESC, name LIMIT 50")
    }
  }

  /// Keeps the name of a person.
  public func meet(_ person: String) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO review_people VALUES (?, ?)", arguments: [person, Self.now()])
    }
  }

  /// The decisions about the input `path` with content `sha256`, in order of their places.
  public func decisions(about path: String, sha256: String) throws -> [ReviewDecision] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM decisions WHERE path = ? AND sha256 = ? ORDER BY start, "end", field, document, ordinal
          """, arguments: [path, sha256]
      ).map { ReviewDecision($0) }
    }
  }

  // MARK: -

  /// Writes down that something is done; gives its number.
  static func begin(
    _ kind: ReviewAction.Kind, by person: String, target: Int?, _ db: Database
  ) throws -> Int {
    try db.execute(
      sql: "INSERT INTO review_actions (time, person, kind, target) VALUES (?, ?, ?, ?)",
      arguments: [now(), person, kind.rawValue, target])
    return Int(db.lastInsertedRowID)
  }

  /// Puts a decision in the place of those about the same place, and writes the change down.
  static func put(
    _ change: ReviewChange, action: Int, by person: String, sheet: Int = 0, _ db: Database
  ) throws {
    let place = change.place
    let own = try fetch(place, db)
    for other in try overlapping(place, db) {
      try db.execute(sql: "DELETE FROM decisions WHERE rowid = ?", arguments: [other.rowID])
      guard other.decision.place != place else { continue }
      let gone = ReviewChange(
        place: other.decision.place, read: change.read, before: other.decision.text, after: nil)
      try note(gone, action, db)
    }
    if let text = change.after {
      try db.execute(
        sql: """
          INSERT INTO decisions (path, sha256, start, "end", field, document, ordinal, text, sheet, author, decided_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          place.path, place.sha256, place.range.lowerBound, place.range.upperBound, place.field,
          place.document, place.ordinal, text, sheet, person, now(),
        ])
    }
    var noted = change
    noted.before = own
    try note(noted, action, db)
  }

  private static func note(_ change: ReviewChange, _ action: Int, _ db: Database) throws {
    let place = change.place
    try db.execute(
      sql: "INSERT INTO review_changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        action, place.path, place.sha256, place.range.lowerBound, place.range.upperBound, place.field,
        place.document, place.ordinal, change.read, change.before, change.after,
      ])
  }

  /// What is decided about just this place.
  private static func fetch(_ place: ReviewPlace, _ db: Database) throws -> String? {
    try overlapping(place, db).first { $0.decision.place == place }?.decision.text
  }

  /// Decisions about the same place.
  private static func overlapping(
    _ place: ReviewPlace, _ db: Database
  ) throws -> [(rowID: Int64, decision: ReviewDecision)] {
    try Row.fetchAll(
      db, sql: "SELECT rowid, * FROM decisions WHERE \(place.condition)", arguments: place.arguments
    ).map { ($0["rowid"], ReviewDecision($0)) }
  }

  private static func refuseConflict(
    _ change: ReviewChange, by person: String, seen: Int, _ db: Database
  ) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.person, review_changes.after FROM review_changes JOIN review_actions a ON a.id = action
        WHERE action > ?8 AND \(change.place.condition) ORDER BY action DESC, review_changes.rowid DESC LIMIT 1
        """, arguments: change.place.arguments + [seen])
    guard let row, row.text("person") != person, row.text("after") != change.after else { return }
    throw ReviewConflict.decidedMeanwhile(by: row.text("person") ?? "", text: row.text("after"))
  }

  private func reverse(_ kind: ReviewAction.Kind, _ id: Int?, by person: String) throws -> ReviewAction {
    try queue.write { db in
      let isUndo = kind == .undo
      guard let id = try id ?? Self.candidate(kind, by: person, db),
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT *, 0 AS count FROM review_actions WHERE id = ? AND undone = ? AND kind IN ('decide', 'sheet', 'take_back')
            """, arguments: [id, !isUndo]),
        var action = try Self.action(row, places: .max, db)
      else { throw ReviewConflict.nothing }
      let number = try Self.begin(kind, by: person, target: id, db)
      // What an action took away comes back after what it put there is gone.
      let changes = isUndo ? action.changes.reversed() : action.changes
      for change in changes {
        let (from, to) = isUndo ? (change.after, change.before) : (change.before, change.after)
        let current = try Self.fetch(change.place, db)
        guard current == from else {
          throw ReviewConflict.decidedMeanwhile(by: "", text: current)
        }
        try Self.put(
          ReviewChange(place: change.place, read: change.read, after: to), action: number, by: person, db)
      }
      try db.execute(
        sql: "UPDATE review_actions SET undone = ? WHERE id = ?", arguments: [isUndo, id])
      (action.isUndone, action.count) = (isUndo, action.changes.count)
      return action
    }
  }

  /// The action that a person takes back, or does again, without naming it.
  private static func candidate(
    _ kind: ReviewAction.Kind, by person: String, _ db: Database
  ) throws -> Int? {
    if kind == .undo {
      return try Int.fetchOne(
        db,
        sql: """
          SELECT max(id) FROM review_actions
          WHERE person = ? AND undone = 0 AND kind IN ('decide', 'sheet', 'take_back')
          """, arguments: [person])
    }
    return try Int.fetchOne(
      db,
      sql: """
        SELECT a.id FROM review_actions u JOIN review_actions a ON a.id = u.target AND a.undone = 1
        WHERE u.person = ?1 AND u.kind = 'undo' AND NOT EXISTS (
          SELECT 1 FROM review_actions x WHERE x.person = ?1 AND x.id > u.id AND x.kind IN ('decide', 'sheet'))
        ORDER BY u.id DESC LIMIT 1
        """, arguments: [person])
  }

  private static func action(_ row: Row, places: Int, _ db: Database) throws -> ReviewAction? {
    guard let kind = row.text("kind").flatMap(ReviewAction.Kind.init), let id = row.int("id") else {
      return nil
    }
    let changes = try Row.fetchAll(
      db, sql: "SELECT * FROM review_changes WHERE action = ? ORDER BY rowid LIMIT ?",
      arguments: [id, places])
    return ReviewAction(
      id: id, time: row.text("time") ?? "", person: row.text("person") ?? "", kind: kind,
      target: row.int("target"), isUndone: row.int("undone") == 1, count: row.int("count") ?? 0,
      changes: changes.map { change in
        ReviewChange(
          place: ReviewPlace(change), read: change.text("read") ?? "", before: change.text("before"),
          after: change.text("after"))
      })
  }

  /// This moment, to the millisecond.
  private static func now() -> String {
    Date.now.formatted(
      .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted))
  }
}
