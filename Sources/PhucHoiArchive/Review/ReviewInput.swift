import GRDB
import Platform

/// An input of an archive as the review lists it.
public struct ReviewInput: Sendable, Equatable {
  /// Its id in the catalogue.
  public var id: Int
  /// Its path.
  public var path: String
  /// What its outputs are named after.
  public var stem: String
  /// SHA-256 of its content.
  public var sha256: String
  /// The format of the file.
  public var format: String
  /// How many pages it has.
  public var pages: Int
  /// How much it needs a person's eyes.
  public var attention: Double
  /// The subject of its first document, for lists.
  public var subject: String
  /// What tells the decisions that its outputs were made with.
  var decisions: String

  /// Makes an input from its parts; its outputs were made without decisions.
  public init(
    id: Int, path: String, stem: String, sha256: String, format: String, pages: Int, attention: Double,
    subject: String
  ) {
    (self.id, self.path, self.stem, self.sha256, self.format) = (id, path, stem, sha256, format)
    (self.pages, self.attention, self.subject, decisions) = (pages, attention, subject, "")
  }
}

/// A doubtful place: open as long as nobody has decided about it.
public struct OpenPlace: Sendable, Equatable {
  /// Id of the input.
  public var input: Int
  /// The place.
  public var place: ReviewPlace
  /// 1-based page.
  public var page: Int
  /// 1-based line.
  public var line: Int
  /// What was read.
  public var read: String
  /// What stands there now.
  public var now: String
  /// How sure that is; 0 for a field that is missing.
  public var confidence: Double
  /// Other readings, the likeliest first.
  public var alternatives: [String]
  /// Whether it is a field that was not read at all.
  public var isMissing: Bool

  /// Makes a place from its parts.
  public init(
    input: Int, place: ReviewPlace, page: Int, line: Int, read: String, now: String, confidence: Double,
    alternatives: [String], isMissing: Bool
  ) {
    (self.input, self.place, self.page, self.line) = (input, place, page, line)
    (self.read, self.now, self.confidence) = (read, now, confidence)
    (self.alternatives, self.isMissing) = (alternatives, isMissing)
  }

  /// What names the place in a sheet.
  public var key: String { ReviewKey(input: input, place).text }
}

extension ReviewKey {
  /// The key of `place` in the input with the id `input`.
  init(input: Int, _ place: ReviewPlace) {
    self.init(
      input: input, content: Self.content(place.sha256), range: place.range, field: place.field,
      document: place.document, ordinal: place.ordinal)
  }
}

extension Catalogue {
  /// Leaves out documents that say, or of which a person said, that they are secret.
  private static let notSecret = """
    AND i.secrecy IS NULL
    AND NOT EXISTS (SELECT 1 FROM documents s WHERE s.input_id = i.id AND s.secrecy IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM decisions s WHERE s.path = i.path AND s.field = 'secrecy' AND s.text <> '')
    """

  /// The inputs that are done, in their order; without secret ones unless they are asked for.
  public func reviewInputs(secret: Bool) throws -> [ReviewInput] {
    try queue.read { db in
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.id, i.path, i.stem, i.sha256, i.format, i.pages, i.attention, i.decisions,
            (SELECT d.subject FROM documents d WHERE d.input_id = i.id ORDER BY d.ordinal LIMIT 1) AS subject
          FROM inputs i WHERE i.status = 'done' \(secret ? "" : Self.notSecret) ORDER BY i.id
          """)
      var inputs: [ReviewInput] = []
      while let row = try cursor.next() {
        guard let id = row.int(at: 0), let path = row.text(at: 1) else { continue }
        var input = ReviewInput(
          id: id, path: path, stem: row.text(at: 2) ?? "", sha256: row.text(at: 3) ?? "",
          format: row.text(at: 4) ?? "", pages: row.int(at: 5) ?? 1, attention: row.real("attention") ?? 0,
          subject: row.text(at: 8) ?? "")
        input.decisions = row.text(at: 7) ?? ""
        inputs.append(input)
      }
      return inputs
    }
  }

  /// The places of `inputs` less sure than `confidence`, in no order, decided ones and missing fields among them.
  /// O(rows).
  public func places(below confidence: Double, of inputs: [ReviewInput]) throws -> [OpenPlace] {
    let known = Dictionary(uniqueKeysWithValues: inputs.map { ($0.id, $0) })
    return try queue.read { db in
      var places: [OpenPlace] = []
      let cursor = try Row.fetchCursor(db, sql: Self.placesSQL, arguments: [confidence])
      while let row = try cursor.next() {
        guard let input = row.int(at: 0).flatMap({ known[$0] }), let place = Self.openPlace(row, input),
          place.isWorthLooking
        else {
          continue
        }
        places.append(place)
      }
      return places + (try Self.missingFields(known, db))
    }
  }

  /// The places about which persons have decided, by input; of the inputs `paths` alone where they are given.
  public func decidedPlaces(of paths: Set<String>? = nil) throws -> [String: [ReviewPlace]] {
    let sql = "SELECT path, sha256, start, \"end\", field, document, ordinal FROM decisions"
    let rows = try queue.read { db in
      guard let paths else { return try Row.fetchAll(db, sql: sql) }
      return try paths.flatMap { try Row.fetchAll(db, sql: sql + " WHERE path = ?", arguments: [$0]) }
    }
    return Dictionary(grouping: rows.map { ReviewPlace($0) }, by: \.path)
  }

  /// A number that changes when anybody else writes to the catalogue.
  public func foreignChanges() throws -> Int {
    try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
  }

  private static let placesSQL = """
    SELECT input_id, page, line, start, "end", '', 0, 0, old, CASE kind WHEN 'review' THEN old ELSE new END,
      CASE kind WHEN 'review' THEN 0 ELSE confidence END, CASE kind WHEN 'review' THEN new ELSE alternatives END
    FROM edits WHERE confidence < ?1 OR kind = 'review'
    UNION ALL
    SELECT input_id, page, line, start, "end", '', 0, 0, text, text, confidence, alternatives
    FROM doubts WHERE confidence < ?1
    UNION ALL
    SELECT d.input_id, f.page, f.line, f.start, f."end", f.name, d.ordinal, f.ordinal, f.raw, f.value,
      f.confidence, ''
    FROM fields f JOIN documents d ON d.id = f.document_id
    WHERE f.confidence < ?1 AND f.name NOT IN ('legal_bases', 'references')
    """

  private static func openPlace(_ row: Row, _ input: ReviewInput) -> OpenPlace? {
    let (start, end) = (row.int(at: 3) ?? 0, row.int(at: 4) ?? 0)
    guard start >= 0, end >= start, let field = row.text(at: 5), let document = row.int(at: 6), document >= 0,
      let ordinal = row.int(at: 7), ordinal >= 0
    else { return nil }
    let place = ReviewPlace(
      path: input.path, sha256: input.sha256, range: start..<end, field: field, document: document,
      ordinal: ordinal)
    let confidence = Double.fromDatabaseValue(row[10]) ?? 0
    return OpenPlace(
      input: input.id, place: place, page: row.int(at: 1) ?? 1, line: row.int(at: 2) ?? 1,
      read: row.text(at: 8) ?? "", now: row.text(at: 9) ?? "", confidence: confidence,
      alternatives: Self.alternatives(row.text(at: 11) ?? ""), isMissing: false)
  }

  /// Readings as the catalogue keeps them, ` | ` between them.
  static func alternatives(_ text: String) -> [String] {
    text.isEmpty ? [] : text.components(separatedBy: " | ")
  }

  private static func missingFields(
    _ known: [Int: ReviewInput], _ db: Database
  ) throws -> [OpenPlace] {
    let columns = RecordField.expected.map(\.rawValue).joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT input_id, ordinal, first_page, first_line, \(columns) FROM documents")
    var places: [OpenPlace] = []
    while let row = try rows.next() {
      guard let input = row.int(at: 0).flatMap({ known[$0] }), let document = row.int(at: 1), document >= 0
      else {
        continue
      }
      for (index, field) in RecordField.expected.enumerated() where row.text(at: 4 + index) == nil {
        let place = ReviewPlace(
          path: input.path, sha256: input.sha256, range: 0..<0, field: field.rawValue, document: document)
        places.append(
          OpenPlace(
            input: input.id, place: place, page: row.int(at: 2) ?? 1, line: row.int(at: 3) ?? 1, read: "",
            now: "",
            confidence: 0, alternatives: [], isMissing: true))
      }
    }
    return places
  }
}

extension OpenPlace: Comparable {
  /// Whether there is a letter or a digit in it: dots and dashes are not worth a person's time.
  fileprivate var isWorthLooking: Bool { !place.field.isEmpty || read.hasLetters || now.hasLetters }

  /// In order of the inputs, then of the places.
  public static func < (a: OpenPlace, b: OpenPlace) -> Bool {
    let (one, other) = (a.place, b.place)
    return (a.input, one.range.lowerBound, one.field, one.document, one.ordinal)
      < (b.input, other.range.lowerBound, other.field, other.document, other.ordinal)
  }
}

extension ReviewPlace {
  /// Whether a decision about this place is one about `other`.
  public func isSame(as other: ReviewPlace) -> Bool {
    guard path == other.path, sha256 == other.sha256, field == other.field, document == other.document else {
      return false
    }
    if field.isEmpty { return range == other.range || range.overlaps(other.range) }
    return !isItem || range == other.range && (!range.isEmpty || ordinal == other.ordinal)
  }
}

extension ReviewPlace {
  /// What names the place in sheets and on pages; `input` is the id of its input.
  public func key(input: Int) -> String { ReviewKey(input: input, self).text }
}

extension Catalogue {
  /// The id and the place that `key` names, if it is one of `inputs`, with the content that the key was made for.
  public static func place(_ key: String, of input: (Int) -> ReviewInput?) -> ReviewPlace? {
    guard let key = ReviewKey(key), let input = input(key.input),
      key.content == ReviewKey.content(input.sha256)
    else { return nil }
    return ReviewPlace(
      path: input.path, sha256: input.sha256, range: key.range, field: key.field, document: key.document,
      ordinal: key.ordinal)
  }
}
