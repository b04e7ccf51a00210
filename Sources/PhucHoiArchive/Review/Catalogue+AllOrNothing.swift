import GRDB

extension Catalogue {
  /// Does `body`, which decides something and does inputs again; where it fails, all decisions are as they were before.
  ///
  /// Inputs that were done again until then are done once more by the next run, which sees what went into them.
  public func orNothing<Value>(_ body: () throws -> Value) throws -> Value {
    let before = try queue.read { db in
      (
        decisions: try Row.fetchAll(db, sql: "SELECT * FROM decisions"),
        action: try db.tableExists("review_actions")
          ? Int.fetchOne(db, sql: "SELECT max(id) FROM review_actions") ?? 0 : nil
      )
    }
    do {
      return try body()
    } catch let failure as ReviewedWithout {
      throw failure
    } catch {
      try queue.write { db in
        try db.execute(sql: "DELETE FROM decisions")
        for row in before.decisions {
          let places = row.columnNames.map { _ in "?" }.joined(separator: ", ")
          let names = row.columnNames.map { "\"\($0)\"" }.joined(separator: ", ")
          try db.execute(
            sql: "INSERT INTO decisions (\(names)) VALUES (\(places))",
            arguments: StatementArguments(row.databaseValues))
        }
        if let last = before.action {
          try db.execute(sql: "DELETE FROM review_changes WHERE action > ?", arguments: [last])
          try db.execute(sql: "DELETE FROM review_actions WHERE id > ?", arguments: [last])
        }
      }
      throw error
    }
  }
}

/// Decisions were taken and kept, though some of their inputs could not be done again.
public struct ReviewedWithout: Error, Sendable {
  /// How many inputs.
  public let inputs: Int

  /// Says that `inputs` could not be done again.
  public init(inputs: Int) { self.inputs = inputs }
}
