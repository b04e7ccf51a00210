import GRDB
import Platform

/// The catalogue of an archive, `catalogue.sqlite`: what was processed, what it says, where to find it.
///
/// The table `inputs` is also the journal of the runs: an input is done when its row is there.
public final class Catalogue: Sendable {
  let queue: DatabaseQueue

  /// Opens the catalogue in `folder` for writing, made if need be. Throws `BatchError` and what the database throws.
  init(writing folder: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // What is written refers to rows of the same transaction; to look them up again would take time for nothing.
    configuration.foreignKeysEnabled = false
    queue = try DatabaseQueue(path: folder + "/catalogue.sqlite", configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    }
    try CatalogueSchema.bring(queue, upToDateAt: folder + "/catalogue.sqlite")
  }

  /// Opens the catalogue in `folder` for reading.
  public init(reading folder: String) throws {
    let path = folder + "/catalogue.sqlite"
    var configuration = Configuration()
    configuration.readonly = true
    // Whoever opens the catalogue first after a crash sets it right, and others wait for that.
    configuration.busyMode = .timeout(10)
    do {
      queue = try Self.opened(path, configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      // A crash left a journal that is to be rolled back, which needs leave to write.
      configuration.readonly = false
      _ = try Self.opened(path, configuration)
      configuration.readonly = true
      queue = try Self.opened(path, configuration)
    }
  }

  /// A database that can be read; whether it can is told by the first look into it.
  private static func opened(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
    return queue
  }

  /// Puts everything into the one file, unless somebody reads it just now: then it stays in two, and is whole.
  func finish() throws {
    try queue.writeWithoutTransaction { db in
      do {
        try db.execute(
          sql: """
            PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE
            """)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {}
    }
  }

  /// What is known of inputs that were processed, by path.
  func journal() throws -> [String: JournalEntry] {
    try queue.read { db in
      var entries: [String: JournalEntry] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path, sha256, stamp, stem, status, decisions, secrecy FROM inputs")
      while let row = try rows.next() {
        guard let path = row.text("path"), let outcome = row.text("status").flatMap(BatchOutcome.init) else {
          continue
        }
        let stem = row.text("stem") ?? ""
        // A row that names a place outside the archive is none of a run's.
        guard stem.isEmpty || RelativePath(display: stem).isInside else { continue }
        entries[path] = JournalEntry(
          sha256: row.text("sha256") ?? "", stamp: row.text("stamp") ?? "", stem: stem,
          decisions: row.text("decisions") ?? "", outcome: outcome, isSecret: row.text("secrecy") != nil)
      }
      // A catalogue that is only read may be of an earlier version.
      guard try db.tableExists("outputs") else { return entries }
      let outputs = try Row.fetchCursor(
        db, sql: "SELECT i.path AS input, o.path, o.bytes FROM outputs o JOIN inputs i ON i.id = o.input_id")
      while let row = try outputs.next() {
        guard let input = row.text("input"), let path = row.text("path"), let count = row.int("bytes") else {
          continue
        }
        entries[input]?.outputs.append((RelativePath(display: path), count))
      }
      return entries
    }
  }
}
