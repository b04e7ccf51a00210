import Extraction
import GRDB
import Platform

/// A row of a sheet against the catalogue: what it decides, or why it is refused.
struct SheetDecision {
  let row: ReviewSheet.Decided
  let db: Database

  typealias Outcome = Result<[ReviewDecision], ReviewRefusal.Reason>

  /// The decisions of the row: one, or those about all places of a group.
  func decisions() throws -> Outcome {
    if let group = ReviewGroup(row.key) { return try decisions(about: group) }
    // The id is that of the archive that the sheet was made from; path and content tell the input in any other.
    guard let key = ReviewKey(row.key) else { return .failure(.noPlace) }
    let input = try Row.fetchOne(
      db, sql: "SELECT sha256 FROM inputs WHERE path = ? AND status = 'done'", arguments: [row.path])
    guard let input, let sha256 = input.text("sha256") else { return .failure(.noPlace) }
    let own = try Row.fetchOne(db, sql: "SELECT path FROM inputs WHERE id = ?", arguments: [key.input])?.text(
      "path")
    guard key.content == ReviewKey.content(sha256) else {
      return .failure(own == row.path ? .changedInput : own == nil ? .noPlace : .otherInput)
    }
    let place = ReviewPlace(
      path: row.path, sha256: sha256, range: key.range, field: key.field, document: key.document,
      ordinal: key.ordinal)
    return text(key.field, try known(place)).map { [ReviewDecision(place, text: $0)] }
  }

  private func decisions(about group: ReviewGroup) throws -> Outcome {
    let word = ReviewGroup.Word(read: row.read, now: row.now)
    let places = try ReviewGroup.places(of: word, below: group.below, db)[word] ?? []
    guard !places.isEmpty, ReviewGroup(below: group.below, places: places) == group else {
      return .failure(.changedGroup)
    }
    // What somebody decided about one of them holds.
    let open = try ReviewGroup.open(places, db)
    guard !open.isEmpty else { return .failure(.changedGroup) }
    return text("", (row.read, row.now)).map { text in open.map { ReviewDecision($0, text: text) } }
  }

  /// What was read at a place and what stands there, by the catalogue: cells may have been changed by a spreadsheet.
  private func known(_ place: ReviewPlace) throws -> (read: String, now: String) {
    let sql =
      place.field.isEmpty
      ? """
      SELECT e.old AS read, e.new AS now FROM edits e JOIN inputs i ON i.id = e.input_id
      WHERE i.path = ?1 AND e.start = ?2 AND e."end" = ?3 AND e.kind <> 'review'
      UNION ALL SELECT d.text, d.text FROM doubts d JOIN inputs i ON i.id = d.input_id
      WHERE i.path = ?1 AND d.start = ?2 AND d."end" = ?3
      """
      : """
      SELECT f.raw AS read, f.value AS now FROM fields f JOIN documents d ON d.id = f.document_id
      JOIN inputs i ON i.id = d.input_id
      WHERE i.path = ?1 AND f.start = ?2 AND f."end" = ?3 AND f.name = ?4 AND d.ordinal = ?5 AND f.ordinal = ?6
      """
    let arguments: StatementArguments =
      place.field.isEmpty
      ? [place.path, place.range.lowerBound, place.range.upperBound]
      : [
        place.path, place.range.lowerBound, place.range.upperBound, place.field, place.document,
        place.ordinal,
      ]
    guard let known = try Row.fetchOne(db, sql: sql, arguments: arguments) else { return (row.read, row.now) }
    return (known.text("read") ?? "", known.text("now") ?? "")
  }

  /// The text that the row decides on.
  private func text(
    _ field: String, _ known: (read: String, now: String)
  ) -> Result<String, ReviewRefusal.Reason> {
    switch row.decision {
    case "=": return .success(known.now)
    case "<": return .success(known.read)
    case ReviewSheet.deletion, "(xoá)", "(xóa)": return .success("")
    default: break
    }
    guard !hasLostLetters(known) else { return .failure(.recoded) }
    guard !isTick(known) else { return .failure(.unclear) }
    guard !field.isEmpty else {
      return row.decision.utf8.count > 4000 ? .failure(.length) : .success(row.decision)
    }
    do throws(FieldCheck.Problem) {
      let text = field == "date" ? Self.serialDate(row.decision) ?? row.decision : row.decision
      return .success(try FieldCheck.value(text, of: field, isSure: true))
    } catch {
      return .failure(error == .length ? .length : .date)
    }
  }

  /// Whether question marks stand where letters were: inside or behind words, and what was read has none.
  private func hasLostLetters(_ known: (read: String, now: String)) -> Bool {
    if row.decision.unicodeScalars.contains("\u{FFFD}") { return true }
    guard row.decision.contains("?"), !known.read.contains("?"), !known.now.contains("?") else {
      return false
    }
    let letters = Array(row.decision)
    return letters.indices.contains { letters[$0] == "?" && ($0 > 0 && letters[$0 - 1].isLetter) }
  }

  /// Whether somebody ticked the row instead of saying what is right: a sign, or a letter that stands for one.
  private func isTick(_ known: (read: String, now: String)) -> Bool {
    let isMark = ["x", "v"].contains(row.decision.lowercased())
    let isLetter = row.decision.count == 1 && (isMark || known.read.count > 1 && known.now.count > 1)
    let isSign = !row.decision.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return isLetter || isSign || row.decision.lowercased() == "ok"
  }

  /// The day behind the number that a spreadsheet made of a date: days since 1899-12-30.
  private static func serialDate(_ text: String) -> String? {
    guard let days = Int(text), (10_000...80_000).contains(days) else { return nil }
    // Civil date of a day number (Howard Hinnant, chrono-compatible algorithms), era of 400 years.
    let z = days - 25_569 + 719_468
    let era = z / 146_097
    let day = z - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let rest = day - (365 * year + year / 4 - year / 100)
    let month = (5 * rest + 2) / 153
    let date = rest - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    return FieldCheck.date("\(date)/\(civil)/\(year + era * 400 + (civil <= 2 ? 1 : 0))")
  }
}
