/// UTF-8 that was read as Latin-1 or code page 1252: `Äá»™c láº­p` for `Độc lập`.
///
/// On the way some of its signs are lost: code page 1252 has no letter for five bytes, control codes and soft hyphens
/// are dropped, quotation marks straightened, no-break spaces made blanks. What a word lost is found from the
/// readings that make syllables of it.
enum DoubleUTF8 {
  /// How often a text may have been read again.
  private static let depth = 3

  /// What the conversion of a line made of it.
  struct Outcome {
    /// Words that were put together and are syllables, and those that are none or stayed western.
    var good = 0
    var bad = 0
    /// Of the good ones those of which nothing was lost.
    var whole = 0
    /// Of all these, those that were syllables before.
    var before = 0
    var letterSet: UInt64 = 0
  }

  /// Turns what `line` holds of it into letters; everything else stays. O(length).
  static func convert(_ line: inout WorkingLine) {
    for _ in 0..<depth {
      var reader = DoubleUTF8Reader(line.pieces.map(\.scalar))
      guard reader.read() else { return }
      let source = line.pieces
      line.pieces.removeAll(keepingCapacity: true)
      for item in reader.result {
        let isSame = item.to == item.from + 1 && item.scalar == source[item.from].scalar
        line.append(source[item.from..<item.to], as: isSame ? nil : [item.scalar], cause: .legacy)
      }
      // A blank that was a byte of a letter and one that was not look alike only once.
      guard line.pieces.count < source.count else { return }
    }
  }

  /// How well it explains a line.
  static func outcome(_ line: WorkingLine) -> Outcome {
    var outcome = Outcome()
    var copy = line
    convert(&copy)
    var index = 0
    while index < copy.pieces.count {
      var end = index
      while end < copy.pieces.count, VietLetter.isLetter(copy.pieces[end].scalar) { end += 1 }
      if end > index { weigh(copy, index..<end, line, &outcome) }
      index = max(end, index + 1)
    }
    return outcome
  }

  private static func weigh(
    _ copy: WorkingLine, _ run: Range<Int>, _ line: WorkingLine, _ outcome: inout Outcome
  ) {
    let word = copy.scalars(run).map(VietLetter.lowercased)
    let isTouched = copy.pieces[run].contains { $0.cause == .legacy }
    let isWestern = word.contains { $0 >= 0x80 && !VietLetter.isMarked($0) }
    guard isTouched || isWestern else { return }
    let isGood = Syllable.parse(word) != nil
    if !isGood, !isWestern, copy.pieces[run].allSatisfy({ VietLetter.isUppercase($0.scalar) }) { return }
    outcome.good += isGood ? 1 : 0
    outcome.bad += isGood ? 0 : 1
    let (start, end) = (copy.pieces[run.lowerBound].start, copy.pieces[run.upperBound - 1].end)
    // Every letter of two bytes or more came from as many signs of two bytes and more each.
    let isWhole = copy.pieces[run].allSatisfy { $0.cause != .legacy || $0.end - $0.start >= 4 }
    outcome.whole += isGood && isTouched && isWhole ? 1 : 0
    guard isGood else { return }
    for piece in copy.pieces[run] where piece.cause == .legacy {
      outcome.letterSet |= 1 << UInt64(piece.scalar & 63)
    }
    guard isTouched else { return }
    let seen = pieces(of: line, within: start..<end, atMost: Syllable.longest + 1)
    outcome.before += seen.count <= Syllable.longest && isSyllable(seen.map(\.scalar)) ? 1 : 0
  }

  /// The first pieces of `line` that lie in `range` of the source. Pieces stand in its order. O(log length + result).
  private static func pieces(
    of line: WorkingLine, within range: Range<Int>, atMost most: Int
  ) -> ArraySlice<WorkingLine.Piece> {
    var (low, high) = (0, line.pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if line.pieces[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return line.pieces[low...].prefix(most).prefix { $0.end <= range.upperBound }
  }

  private static func isSyllable(_ word: [UInt32]) -> Bool {
    Syllable.parse(word.map(VietLetter.lowercased)) != nil
  }
}
