import GRDB

extension Catalogue {
  /// Does `body`, which takes the decisions of a sheet, or takes some back, and does inputs again; where it fails, the
  /// places that it decided about are as they were before. What others decide meanwhile stays.
  ///
  /// Inputs that were done again until then are done once more by the next run, which sees what went into them.
  public func orNothing<Value>(_ body: () throws -> Value) throws -> Value {
    let (decisions, last) = try queue.read { db in
      (
        try Row.fetchAll(db, sql: "SELECT * FROM decisions"),
        try Int.fetchOne(db, sql: "SELECT max(id) FROM review_actions") ?? 0
      )
    }
    do {
      return try body()
    } catch let failure as ReviewedWithout {
      throw failure
    } catch {
      try queue.write { db in try Self.restore(decisions, after: last, db) }
      throw error
    }
  }

  /// Puts `decisions` back at the places that nameless actions after `last` changed: those of sheets, whose run is the
  /// only one at work; everybody at the review page has a name.
  private static func restore(_ decisions: [Row], after last: Int, _ db: Database) throws {
    let own = """
      (SELECT id FROM review_actions WHERE id > \(last) AND person = '' AND kind IN ('sheet', 'take_back'))
      """
    let exact = """
      path = ?1 AND sha256 = ?2 AND start = ?3 AND "end" = ?4 AND field = ?5 AND document = ?6 AND ordinal = ?7
      """
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM review_changes WHERE action IN \(own)")
    var restored = Set<ReviewPlace>()
    for place in Set(rows.map { ReviewPlace($0) }) {
      let arguments: StatementArguments = [
        place.path, place.sha256, place.range.lowerBound, place.range.upperBound, place.field, place.document,
        place.ordinal,
      ]
      let others = "SELECT 1 FROM review_changes WHERE action > \(last) AND action NOT IN \(own) AND \(exact)"
      guard try Int.fetchOne(db, sql: others, arguments: arguments) == nil else { continue }
      try db.execute(sql: "DELETE FROM decisions WHERE \(exact)", arguments: arguments)
      restored.insert(place)
    }
    for row in decisions where restored.contains(ReviewPlace(row)) {
      let places = row.columnNames.map { _ in "?" }.joined(separator: ", ")
      let names = row.columnNames.map { "\"\($0)\"" }.joined(separator: ", ")
      try db.execute(
        sql: "INSERT INTO decisions (\(names)) VALUES (\(places))",
        arguments: StatementArguments(row.databaseValues))
    }
    try db.execute(sql: "DELETE FROM review_changes WHERE action IN \(own)")
    try db.execute(sql: "DELETE FROM review_actions WHERE id IN \(own)")
  }
}

/// Decisions were taken and kept, though some of their inputs could not be done again.
public struct ReviewedWithout: Error, Sendable {
  /// How many inputs.
  public let inputs: Int

  /// Says that `inputs` could not be done again.
  public init(inputs: Int) { self.inputs = inputs }
}
