import Foundation
import GRDB

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
    try queue.write { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard try version == CatalogueSchema.version || !db.tableExists("inputs") else {
        throw BatchError(
          code: .output, message: "\(folder)/catalogue.sqlite: made by another version of this program")
      }
      try db.execute(sql: CatalogueSchema.sql + "PRAGMA user_version = \(CatalogueSchema.version);")
    }
  }

  /// Opens the catalogue in `folder` for reading.
  public init(reading folder: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: folder + "/catalogue.sqlite", configuration: configuration)
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
        db, sql: "SELECT path, sha256, stamp, stem, status, decisions FROM inputs")
      while let row = try rows.next() {
        guard let outcome = BatchOutcome(rawValue: row["status"]) else { continue }
        entries[row["path"]] = JournalEntry(
          sha256: row["sha256"] ?? "", stamp: row["stamp"] ?? "", stem: row["stem"] ?? "",
          decisions: row["decisions"] ?? "", outcome: outcome)
      }
      return entries
    }
  }
}

/// The tables.
enum CatalogueSchema {
  /// Counted up with every change of the tables.
  static let version = 1

  static let sql = """
    CREATE TABLE IF NOT EXISTS runs (
      stamp TEXT PRIMARY KEY, version TEXT NOT NULL, model TEXT NOT NULL, options TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS inputs (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, status TEXT NOT NULL, code TEXT, message TEXT,
      sha256 TEXT, bytes INTEGER, format TEXT, stem TEXT, stamp TEXT, secrecy TEXT, pages INTEGER,
      tokens INTEGER, changes INTEGER, doubtful INTEGER, unapplied INTEGER, confidence REAL, attention REAL,
      decisions TEXT NOT NULL DEFAULT '');
    CREATE TABLE IF NOT EXISTS documents (
      id INTEGER PRIMARY KEY, input_id INTEGER NOT NULL REFERENCES inputs(id), ordinal INTEGER NOT NULL,
      first_page INTEGER, last_page INTEGER, first_line INTEGER, last_line INTEGER, form TEXT,
      document_number TEXT, number TEXT, year TEXT, symbol TEXT, document_type TEXT, issuing_body TEXT,
      superior_body TEXT, place TEXT, date TEXT, subject TEXT, archive_note TEXT, secrecy TEXT, urgency TEXT,
      copy_form TEXT, record TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS documents_input ON documents(input_id);
    CREATE INDEX IF NOT EXISTS documents_number ON documents(document_number);
    CREATE TABLE IF NOT EXISTS fields (
      document_id INTEGER NOT NULL REFERENCES documents(id), name TEXT NOT NULL, ordinal INTEGER NOT NULL,
      value TEXT, raw TEXT, confidence REAL, page INTEGER, line INTEGER, start INTEGER, "end" INTEGER);
    CREATE INDEX IF NOT EXISTS fields_document ON fields(document_id);
    CREATE TABLE IF NOT EXISTS citations (
      document_id INTEGER NOT NULL REFERENCES documents(id), ordinal INTEGER NOT NULL, type TEXT, number TEXT,
      date TEXT, issuer TEXT, title TEXT, line INTEGER, confidence REAL);
    CREATE INDEX IF NOT EXISTS citations_document ON citations(document_id);
    CREATE INDEX IF NOT EXISTS citations_number ON citations(number);
    CREATE TABLE IF NOT EXISTS recipients (
      document_id INTEGER NOT NULL REFERENCES documents(id), ordinal INTEGER NOT NULL, name TEXT, confidence REAL);
    CREATE INDEX IF NOT EXISTS recipients_document ON recipients(document_id);
    CREATE TABLE IF NOT EXISTS signers (
      document_id INTEGER NOT NULL REFERENCES documents(id), ordinal INTEGER NOT NULL, authority TEXT,
      title TEXT, name TEXT, confidence REAL);
    CREATE INDEX IF NOT EXISTS signers_document ON signers(document_id);
    CREATE TABLE IF NOT EXISTS edits (
      input_id INTEGER NOT NULL REFERENCES inputs(id), ordinal INTEGER NOT NULL, page INTEGER, line INTEGER,
      start INTEGER, "end" INTEGER, old TEXT, new TEXT, kind TEXT, confidence REAL,
      alternatives TEXT);
    CREATE INDEX IF NOT EXISTS edits_input ON edits(input_id);
    CREATE TABLE IF NOT EXISTS doubts (
      input_id INTEGER NOT NULL REFERENCES inputs(id), ordinal INTEGER NOT NULL, page INTEGER, line INTEGER,
      start INTEGER, "end" INTEGER, text TEXT, confidence REAL, alternatives TEXT);
    CREATE INDEX IF NOT EXISTS doubts_input ON doubts(input_id);
    CREATE TABLE IF NOT EXISTS decisions (
      path TEXT NOT NULL, sha256 TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      field TEXT NOT NULL, document INTEGER NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL,
      sheet INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS decisions_path ON decisions(path);
    CREATE VIRTUAL TABLE IF NOT EXISTS fulltext USING fts5(
      marked, bare, tokenize = "unicode61 remove_diacritics 0");
    """
}
