import GRDB

extension ReviewPlace {
  /// Whether it is about an item of a list.
  var isItem: Bool { RecordField(rawValue: field)?.isList ?? false }

  /// What rows about the same place have in common, over `arguments`: pieces of text that touch; the one value of a
  /// field, wherever a run read it; items from the same place, or both read nowhere and with one ordinal.
  var condition: String {
    let common = "path = ?1 AND sha256 = ?7 AND field = ?4 AND document = ?6"
    if field.isEmpty { return common + " AND (start < ?3 AND \"end\" > ?2 OR start = ?2 AND \"end\" = ?3)" }
    return isItem
      ? common + " AND start = ?2 AND \"end\" = ?3 AND (start < \"end\" OR ordinal = ?5)" : common
  }

  /// The values that `condition` speaks of.
  var arguments: StatementArguments {
    [path, range.lowerBound, range.upperBound, field, ordinal, document, sha256]
  }

  /// The place of a row of decisions or changes.
  ///
  /// One that no run can have written is about a field that no document has, so that nothing comes of it.
  init(_ row: Row) {
    let range = row.range("start", "end")
    self.init(
      path: row.text("path") ?? "", sha256: row.text("sha256") ?? "", range: range ?? 0..<0,
      field: range.flatMap { _ in row.text("field") } ?? "-", document: max(0, row.int("document") ?? 0),
      ordinal: max(0, row.int("ordinal") ?? 0))
  }
}

extension ReviewDecision {
  /// The decision of a row.
  init(_ row: Row) { self.init(ReviewPlace(row), text: row.text("text") ?? "") }
}
