import PhucHoi

/// One input and its repair, line beside line.
struct Comparison: Sendable {
  /// Name of the input.
  let name: String
  /// What was made of it.
  let repair: Repair

  /// A piece of a line on one side.
  struct Piece: Sendable {
    /// What is printed.
    var text: String
    /// What should be known about it, or nil where nothing happened.
    var note: Note?
  }

  /// Why a piece is marked.
  struct Note: Sendable {
    /// The kind of the edit, or nil for a token that was left although it is doubtful.
    var kind: EditKind?
    /// Probability that the text is right.
    var confidence: Double
    /// The text on the other side.
    var other: String
    /// Other readings.
    var alternatives: [String]
  }

  /// A physical line of the input with what became of it.
  struct Row: Sendable {
    var number: Int
    var old: [Piece] = []
    var new: [Piece] = []
  }

  /// Below this confidence an unchanged token is marked as doubtful.
  static let doubt = 0.7

  /// All lines, in order. Linear in text, edits and tokens.
  func rows() -> [Row] {
    let bytes = Array(repair.aligned.source.utf8)
    var rows = [Row(number: 1)]
    var cursor = 0
    for mark in marks() where mark.range.lowerBound >= cursor {
      append(bytes[cursor..<mark.range.lowerBound], to: &rows)
      rows[rows.count - 1].old.append(Piece(text: mark.old, note: mark.note.kind == nil ? nil : mark.note))
      rows[rows.count - 1].new.append(Piece(text: mark.new, note: mark.note))
      cursor = mark.range.upperBound
    }
    append(bytes[cursor...], to: &rows)
    if rows.last?.old.isEmpty == true, rows.count > 1 { rows.removeLast() }
    return rows
  }

  private func append(_ bytes: ArraySlice<UInt8>, to rows: inout [Row]) {
    for (index, part) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { rows.append(Row(number: rows.count + 1)) }
      guard !part.isEmpty else { continue }
      let piece = Piece(text: String(decoding: part, as: UTF8.self), note: nil)
      rows[rows.count - 1].old.append(piece)
      rows[rows.count - 1].new.append(piece)
    }
  }

  private struct Mark {
    var range: Range<Int>
    var old: String
    var new: String
    var note: Note
  }

  /// Edits and doubtful tokens by place.
  private func marks() -> [Mark] {
    let edits = repair.edits.map { edit in
      Mark(
        range: edit.range, old: edit.old, new: edit.new,
        note: Note(
          kind: edit.kind, confidence: edit.confidence, other: edit.old,
          alternatives: edit.alternatives.map(\.text)))
    }
    let changed = Set(repair.edits.map(\.range.lowerBound))
    let doubtful = repair.tokens.lazy
      .filter { $0.confidence < Self.doubt && !changed.contains($0.range.lowerBound) }
      .map { token in
        Mark(
          range: token.range, old: token.text, new: token.text,
          note: Note(kind: nil, confidence: token.confidence, other: "", alternatives: []))
      }
    return (edits + doubtful).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
