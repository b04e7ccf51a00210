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

  /// What was read at a place, and what stands there.
  struct Word: Hashable {
    let read, now: String
  }

  /// All places less sure than `below` by their words, whoever has decided about them; those of `word` alone where it is
  /// given. A place whose decision went into the text stands as it was read until somebody decides anew. O(rows).
  static func places(
    of word: Word? = nil, below: Double, _ db: Database
  ) throws -> [Word: [ReviewPlace]] {
    var words: [Word: [ReviewPlace]] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT i.path, i.sha256, x.start, x."end", x.read, x.now FROM (
          SELECT input_id, start, "end", old AS read, new AS now FROM edits WHERE confidence < ?1 AND kind <> 'review'
          UNION ALL SELECT input_id, start, "end", old, old FROM edits WHERE kind = 'review'
          UNION ALL SELECT input_id, start, "end", text, text FROM doubts WHERE confidence < ?1
        ) x JOIN inputs i ON i.id = x.input_id
        WHERE i.status = 'done' AND (?2 IS NULL OR x.read = ?2 AND x.now = ?3)
        """, arguments: [below, word?.read, word?.now])
    while let row = try cursor.next() {
      guard let path = row.text("path"), let sha256 = row.text("sha256"),
        let range = row.range("start", "end")
      else { continue }
      let word = Word(read: row.text("read") ?? "", now: row.text("now") ?? "")
      words[word, default: []].append(ReviewPlace(path: path, sha256: sha256, range: range))
    }
    return words
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
