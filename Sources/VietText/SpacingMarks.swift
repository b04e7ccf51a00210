/// Marks that stand behind their letter as signs of their own: `nga`y`, `tha´ng`, `Cư ́`.
enum SpacingMarks {
  /// Puts marks on the letters that they belong to. O(length).
  static func mend(_ line: inout WorkingLine) {
    takeBlanks(&line)
    guard line.pieces.contains(where: { combining($0.scalar) != 0 }) else { return }
    let source = line.pieces
    line.pieces.removeAll(keepingCapacity: true)
    var hasProof = false
    forEachChunk(source) { hasProof = hasProof || joined($0, hasProof: false) != nil }
    forEachChunk(source) { line.pieces += joined($0, hasProof: hasProof) ?? Array($0) }
  }

  private static func forEachChunk(
    _ pieces: [WorkingLine.Piece], _ body: (ArraySlice<WorkingLine.Piece>) -> Void
  ) {
    var start = 0
    while start < pieces.count {
      var end = start
      while end < pieces.count, pieces[end].scalar > 0x20 { end += 1 }
      end = max(end, start + 1)
      body(pieces[start..<end])
      start = end
    }
  }

  /// The combining mark that the sign `scalar` shows, or 0.
  @inline(__always)
  static func combining(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x60, 0x2CB, 0x1FEF: 0x300
    case 0xB4, 0x2CA, 0x1FFD: 0x301
    case 0x7E, 0x2DC: 0x303
    case 0x5E, 0x2C6: 0x302
    case 0x2D8: 0x306
    default: 0
    }
  }

  /// Drops a blank before a combining mark that the letter before the blank can take: `chi ́nh`.
  private static func takeBlanks(_ line: inout WorkingLine) {
    guard line.pieces.contains(where: { $0.scalar &- 0x300 < 0x70 }) else { return }
    var kept: [WorkingLine.Piece] = []
    kept.reserveCapacity(line.pieces.count)
    for piece in line.pieces {
      if VietLetter.isCombining(piece.scalar), kept.last?.scalar == 0x20 || kept.last?.scalar == 0xA0,
        kept.count > 1, var letter = kept.dropLast().last,
        let joined = VietLetter.composed(letter.scalar, piece.scalar)
      {
        kept.removeLast(2)
        (letter.scalar, letter.end, letter.cause) = (joined, piece.end, letter.cause ?? .composition)
        kept.append(letter)
        continue
      }
      kept.append(piece)
    }
    line.pieces = kept
  }

  /// A chunk with its signs joined to their letters, where that makes syllables; nil where it stays. At the end of a
  /// word a sign may be a quotation mark: it takes a sign between letters, here or before, to believe it.
  private static func joined(
    _ chunk: ArraySlice<WorkingLine.Piece>, hasProof: Bool
  ) -> [WorkingLine.Piece]? {
    guard chunk.count <= 24, chunk.contains(where: { combining($0.scalar) != 0 }) else { return nil }
    var joined: [WorkingLine.Piece] = []
    var isInside = false
    for (index, piece) in zip(chunk.indices, chunk) {
      let mark = combining(piece.scalar)
      guard mark != 0 else {
        joined.append(piece)
        continue
      }
      guard var letter = joined.last, let toned = VietLetter.composed(letter.scalar, mark) else { return nil }
      isInside = isInside || (index + 1 < chunk.endIndex && VietLetter.isLetter(chunk[index + 1].scalar))
      (letter.scalar, letter.end, letter.cause) = (toned, piece.end, letter.cause ?? .composition)
      joined[joined.count - 1] = letter
    }
    guard isInside || hasProof else { return nil }
    let runs = joined.map { VietLetter.lowercased($0.scalar) }.split { !VietLetter.isLetter($0) }
    return runs.allSatisfy { Syllable.parse(Array($0)) != nil } ? joined : nil
  }
}
