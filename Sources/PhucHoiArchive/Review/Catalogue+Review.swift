import GRDB

/// What came of a sheet of decisions.
public struct ReviewOutcome: Sendable, Equatable {
  /// Inputs about which something new was decided.
  public var paths: [String] = []
  /// Decisions that were taken.
  public var taken = 0
  /// Rows of the sheet that were not taken.
  public var refused: [ReviewRefusal] = []
}

/// A row of a sheet that was not taken.
public struct ReviewRefusal: Sendable, Equatable {
  /// Why it was not.
  public enum Reason: Error, Sendable, Equatable {
    /// The archive has no such place.
    case noPlace
    /// The place is in another input than the sheet says.
    case otherInput
    /// The input was done again with other content after the sheet was made.
    case changedInput
    /// The places of a group are not those that the sheet was made of.
    case changedGroup
    /// No date, or a day that does not exist.
    case date
    /// Longer than any value.
    case length
    /// A tick or a sign, which says nothing of what is right.
    case unclear
    /// Letters were lost when the sheet was saved: question marks stand in their place.
    case recoded
  }

  /// Number of the row as spreadsheets count it: 1 has the heads.
  public var row: Int
  /// The row's key.
  public var key: String
  /// Why it was not taken.
  public var reason: Reason
}

extension Catalogue {
  /// Opens the catalogue in `folder` to write decisions. Throws what the database throws.
  public static func reviewing(_ folder: String) throws -> Catalogue {
    // Refuses to make a catalogue where there is none.
    _ = try Catalogue(reading: folder)
    let catalogue = try Catalogue(writing: folder)
    // A decision that was confirmed outlasts even a power cut.
    try catalogue.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return catalogue
  }

  /// The doubtful places below `confidence` that are open, at most `limit` of the least sure, in order of the inputs; lines
  /// give the context. Only what a person can decide is listed: text with letters, values, and values that are missing.
  public func doubtfulPlaces(
    below confidence: Double, limit: Int, lines: (_ stem: String) -> [Substring]
  ) throws -> [ReviewSheet.Row] {
    let inputs = try reviewInputs(secret: true)
    let decided = try decidedPlaces()
    let open = try places(below: confidence, of: inputs).filter { place in
      !(decided[place.place.path] ?? []).contains { $0.isSame(as: place.place) }
    }
    let least = open.sorted { ($0.confidence, $0.input) < ($1.confidence, $1.input) }.prefix(max(0, limit))
    let stems = Dictionary(inputs.map { ($0.id, $0.stem) }) { first, _ in first }
    var (input, text): (Int?, [Substring]) = (nil, [])
    return least.sorted().map { place in
      if input != place.input { (input, text) = (place.input, lines(stems[place.input] ?? "")) }
      return ReviewSheet.Row(
        key: place.key, path: place.place.path, page: place.page, line: place.line, field: place.place.field,
        read: place.read, now: place.now, confidence: place.confidence,
        alternatives: place.alternatives.joined(separator: " | "),
        context: text.indices.contains(place.line - 1) ? String(text[place.line - 1]) : "")
    }
  }

  /// `rows` of places below `confidence`, with a row above those about a word that was read in one way at several places,
  /// for all of them that are open; such words come first, the most frequent ones at the top. A word has no such row where
  /// one of its places is in an input that `shows` does not take.
  public func grouped(
    _ rows: [ReviewSheet.Row], below confidence: Double, shows: (_ path: String) -> Bool = { _ in true }
  ) throws -> [ReviewSheet.Row] {
    let words = Dictionary(grouping: rows.filter { $0.field.isEmpty }) {
      ReviewGroup.Word(read: $0.read, now: $0.now)
    }
    let repeated = words.filter { $0.value.count > 1 }
    guard !repeated.isEmpty else { return rows }
    let all = try queue.read { db in try ReviewGroup.places(below: confidence, db) }
    let decided = try decidedPlaces()
    let groups = repeated.compactMap {
      word, members -> (row: ReviewSheet.Row, members: [ReviewSheet.Row])? in
      let places = all[word] ?? []
      guard places.allSatisfy({ shows($0.path) }) else { return nil }
      let open = places.filter { place in !(decided[place.path] ?? []).contains { $0.isSame(as: place) } }
      let row = ReviewSheet.Row(
        key: ReviewGroup(below: confidence, places: places).key, path: "", page: 0, line: 0, field: "",
        read: word.read, now: word.now, confidence: members.map(\.confidence).min() ?? 0,
        alternatives: members[0].alternatives, context: "", places: open.count)
      return (row, members)
    }
    let sorted = groups.sorted { ($1.row.places, $0.row.read) < ($0.row.places, $1.row.read) }
    let taken = Set(groups.flatMap { $0.members.map(\.key) })
    let single = rows.filter { !taken.contains($0.key) }
    return sorted.flatMap { [$0.row] + $0.members } + single
  }

  /// Takes the decisions of a sheet, in one transaction. Those about a place replace earlier ones about it.
  ///
  /// `author` is who decided. Throws `SheetError` where the file is no sheet, and what the database throws.
  public func decide(_ sheet: [UInt8], author: String = "") throws -> ReviewOutcome {
    var outcome = ReviewOutcome()
    // What is said of all places of a word gives way to what is said of one of them.
    let rows = try ReviewSheet.decisions(in: sheet)
    let ordered = rows.filter { ReviewGroup($0.key) != nil } + rows.filter { ReviewGroup($0.key) == nil }
    try queue.write { db in
      let number = try Int.fetchOne(db, sql: "SELECT coalesce(max(sheet), 0) + 1 FROM decisions") ?? 1
      var action: Int?
      for row in ordered {
        let decisions: [ReviewDecision]
        switch try SheetDecision(row: row, db: db).decisions() {
        case .success(let taken): decisions = taken
        case .failure(let reason):
          outcome.refused.append(ReviewRefusal(row: row.number, key: row.key, reason: reason))
          continue
        }
        let id = try action ?? Self.begin(.sheet, by: author, target: nil, db)
        action = id
        for decision in decisions {
          let change = ReviewChange(place: decision.place, read: row.read, after: decision.text)
          try Self.put(change, action: id, by: author, sheet: number, db)
          outcome.paths.append(decision.place.path)
        }
        outcome.taken += 1
      }
    }
    outcome.refused.sort { $0.row < $1.row }
    outcome.paths = Array(Set(outcome.paths)).sorted()
    return outcome
  }

  /// Takes back the decisions of the last sheet, or of all; gives the inputs concerned.
  public func takeBack(all: Bool) throws -> [String] {
    try queue.write { db in
      let which = all ? "" : "WHERE sheet = (SELECT max(sheet) FROM decisions)"
      let gone = try Row.fetchAll(db, sql: "SELECT * FROM decisions \(which) ORDER BY path, start")
        .map { ReviewDecision($0) }
      guard !gone.isEmpty else { return [] }
      let action = try Self.begin(.takeBack, by: "", target: nil, db)
      for decision in gone {
        try Self.put(ReviewChange(place: decision.place, read: "", after: nil), action: action, by: "", db)
      }
      return Array(Set(gone.map(\.place.path))).sorted()
    }
  }

  /// All decisions, by input.
  func decisions() throws -> [String: InputDecisions] {
    let rows = try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM decisions ORDER BY path, start, \"end\", field, document, ordinal")
    }
    let all = rows.map { ReviewDecision($0) }
    return Dictionary(grouping: all, by: \.place.path).mapValues { InputDecisions(all: $0) }
  }
}
