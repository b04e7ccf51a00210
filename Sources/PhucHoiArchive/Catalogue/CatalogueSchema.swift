import GRDB

/// The tables of the catalogue, step by step: a catalogue of an earlier version is brought up to date when a run
/// opens it. Steps are only added.
enum CatalogueSchema {
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 tables", foreignKeyChecks: .immediate) { try $0.execute(sql: tables) }
    migrator.registerMigration("2 memory", foreignKeyChecks: .immediate) { try $0.execute(sql: memory) }
    migrator.registerMigration("3 review", foreignKeyChecks: .immediate) { try $0.execute(sql: review) }
    return migrator
  }

  /// Brings the catalogue up to date. Throws `BatchError` where a later version made it, and what the database throws.
  static func bring(_ queue: DatabaseQueue, upToDateAt path: String) throws {
    let isLater = try queue.read { db in
      // Before steps had names, 1 was the number of the only version.
      try migrator.hasBeenSuperseded(db)
        || (!db.tableExists("grdb_migrations") && Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 > 1)
    }
    guard !isLater else {
      throw BatchError(code: .output, message: "\(path): made by a later version of this program")
    }
    try migrator.migrate(queue)
  }

  /// The policy that a text was repaired by, what was written for an input, who decided something and when (ISO 8601,
  /// UTC).
  private static let memory = """
    ALTER TABLE inputs ADD COLUMN policy TEXT;
    CREATE TABLE outputs (
      input_id INTEGER NOT NULL REFERENCES inputs(id), path TEXT NOT NULL, bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL);
    CREATE INDEX outputs_input ON outputs(input_id);
    ALTER TABLE decisions ADD COLUMN author TEXT NOT NULL DEFAULT '';
    ALTER TABLE decisions ADD COLUMN decided_at TEXT NOT NULL DEFAULT '';
    PRAGMA user_version = 2;
    """

  /// What persons did in the review, with what was decided before and after, and their names.
  private static let review = """
    CREATE TABLE review_actions (
      id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL,
      target INTEGER, undone INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE review_changes (
      action INTEGER NOT NULL REFERENCES review_actions(id), path TEXT NOT NULL, sha256 TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, field TEXT NOT NULL, document INTEGER NOT NULL,
      ordinal INTEGER NOT NULL, read TEXT NOT NULL, before TEXT, after TEXT);
    CREATE INDEX review_changes_action ON review_changes(action);
    CREATE INDEX review_changes_path ON review_changes(path);
    CREATE TABLE review_people (name TEXT PRIMARY KEY, since TEXT NOT NULL);
    """

  private static let tables = """
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
