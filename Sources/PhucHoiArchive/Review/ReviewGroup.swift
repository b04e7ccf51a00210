import Extraction
import GRDB

/// A word that was read in one way and stands as one text at several places, about which one decision may be made.
struct ReviewGroup: Equatable {
  /// Places less sure than this belong to it.
  let below: Double
  /// How many places it has.
  let count: Int
  /// What tells these places from others.
  let digest: String

  /// The key as the sheet has it: `*:BELOW:COUNT:DIGEST`.
  var key: String { "*:\(below):\(count):\(digest)" }

  /// A group of these places.
  init(below: Double, places: [ReviewPlace]) {
    self.below = below
    count = places.count
    let names = places.map { "\($0.sha256) \($0.range)" }.sorted()
    digest = String(SHA256.hex(Array(names.joined(separator: "\n").utf8)).prefix(16))
  }

  /// Reads a key; nil where `text` is none.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "*", let below = Double(parts[1]), let count = Int(parts[2]) else {
      return nil
    }
    (self.below, self.count, digest) = (below, count, String(parts[3]))
  }

  /// All places where `read` was read and `now` stands, less sure than `below`, whoever has decided about them; a place
  /// whose decision went into the text stands as it was read until somebody decides anew.
  static func places(_ read: String, _ now: String, below: Double, _ db: Database) throws -> [ReviewPlace] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT i.path, i.sha256, e.start, e."end" FROM edits e JOIN inputs i ON i.id = e.input_id
        WHERE e.old = ?1 AND e.new = ?2 AND e.confidence < ?3 AND e.kind <> 'review' AND i.status = 'done'
        UNION ALL
        SELECT i.path, i.sha256, e.start, e."end" FROM edits e JOIN inputs i ON i.id = e.input_id
        WHERE e.old = ?1 AND ?1 = ?2 AND e.kind = 'review' AND i.status = 'done'
        UNION ALL
        SELECT i.path, i.sha256, d.start, d."end" FROM doubts d JOIN inputs i ON i.id = d.input_id
        WHERE d.text = ?1 AND ?1 = ?2 AND d.confidence < ?3 AND i.status = 'done'
        """, arguments: [read, now, below]
    ).compactMap { row in
      guard let path = row.text("path"), let sha256 = row.text("sha256"),
        let range = row.range("start", "end")
      else { return nil }
      return ReviewPlace(path: path, sha256: sha256, range: range)
    }
  }

  /// Those of `places` about which nobody has decided.
  static func open(_ places: [ReviewPlace], _ db: Database) throws -> [ReviewPlace] {
    try places.filter { place in
      try Row.fetchOne(
        db, sql: "SELECT 1 FROM decisions WHERE \(place.condition) LIMIT 1", arguments: place.arguments)
        == nil
    }
  }
}
