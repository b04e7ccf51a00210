import Extraction
import GRDB

extension Catalogue {
  /// The decisions as rows of a sheet, so that another archive of the same inputs can take them.
  public func decidedRows() throws -> [(row: ReviewSheet.Row, decision: String)] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT x.*, i.id AS id,
            (SELECT c.read FROM review_changes c WHERE c.path = x.path AND c.start = x.start AND c."end" = x."end"
              AND c.field = x.field AND c.document = x.document AND c.ordinal = x.ordinal
              ORDER BY c.action DESC LIMIT 1) AS read
          FROM decisions x JOIN inputs i ON i.path = x.path AND i.sha256 = x.sha256
          ORDER BY i.id, x.start, x.field, x.document, x.ordinal
          """
      ).map { row in
        let decision = ReviewDecision(row)
        let sheetRow = ReviewSheet.Row(
          key: decision.place.key(input: row.int("id") ?? 0), path: decision.place.path, page: 1, line: 1,
          field: decision.field, read: row.text("read") ?? "", now: decision.text, confidence: 1,
          alternatives: "",
          context: "")
        return (sheetRow, decision.text.isEmpty ? ReviewSheet.deletion : decision.text)
      }
    }
  }

  /// What persons decided about pieces of text, with what was read there, the earliest first.
  public func decidedReadings() throws -> [(read: String, text: String)] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT read, after FROM review_changes WHERE field = '' AND after IS NOT NULL AND read <> ''
          GROUP BY read, after ORDER BY max(action)
          """
      ).compactMap { row in
        guard let read = row.text(at: 0), let text = row.text(at: 1) else { return nil }
        return (read, text)
      }
    }
  }

  /// Inputs about which persons have decided something that their outputs do not have yet.
  public func waitingInputs(_ inputs: [ReviewInput]) throws -> Set<String> {
    let decisions = try decisions()
    let waiting = inputs.filter { input in
      let own = decisions[input.path]?.all.filter { $0.place.sha256 == input.sha256 } ?? []
      return InputDecisions(all: own).digest != input.decisions
    }
    return Set(waiting.map(\.path))
  }
}
