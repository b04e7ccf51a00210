import VietText

/// Counts what became of marks in pairs of words, and which specks became marks.
struct MarkCounts {
  private var joint: [MarkPlace: [UInt32: [UInt32: Float]]] = [:]
  private var meant: [MarkPlace: [UInt32: Float]] = [:]
  private var words: Float = 0
  /// How often specks were read as words of so many letters, and the letters of these words.
  private var speckLengths: [Int: Float] = [:]
  private var speckLetters: [UInt32: Float] = [:]
  /// What is seen less often is chance.
  private static let least: Float = 2

  /// Counts the marks of `pair`, whose sides may hold blanks. O(length).
  mutating func add(_ pair: WordPair) {
    let (left, right) = (Self.pieces(pair.meant), Self.pieces(pair.seen))
    let (ours, theirs) = (left.filter { $0.hasCore }, right.filter { $0.hasCore })
    words += Float(theirs.count)
    addLone(left, right)
    addSpeckWords(ours, theirs)
    if ours.count == theirs.count {
      for (a, b) in zip(ours, theirs) {
        addEdge(.behind, a.tail, b.tail)
        addEdge(.before, a.head, b.head)
        if let mark = b.inner { count(.inside, mark, a.inner == mark ? MarkChannel.folded(mark) : nil) }
      }
    } else if ours.count == theirs.count + 1, theirs.count == 1, let mark = theirs[0].inner {
      count(.inside, mark, 0)
    }
  }

  /// Counts which case the word behind each mark of `text` has. O(length).
  mutating func addFollowers(_ text: [UInt32]) {
    let pieces = Self.pieces(text)
    for (a, b) in zip(pieces, pieces.dropFirst()) { addFollow(a, b) }
  }

  /// What was counted, as costs.
  func entries() -> [MarkEntry] {
    var entries: [MarkEntry] = []
    for (place, rows) in joint {
      for (seen, row) in rows {
        for (mark, count) in row where count >= Self.least {
          let all = mark == 0 && place != .followed ? words : meant[place]?[mark] ?? 0
          let cost = -Numeric.log10(min(1, count / max(1, all)))
          entries.append(MarkEntry(place: place.rawValue, seen: seen, meant: mark, cost: cost))
        }
      }
    }
    for (length, count) in speckLengths where count >= Self.least {
      entries.append(speckEntry(UInt32(length), count / max(1, words)))
    }
    let letters = speckLetters.values.reduce(0, +)
    for (letter, count) in speckLetters { entries.append(speckEntry(letter, count / letters)) }
    return entries.sorted { ($0.place, $0.seen, $0.meant) < ($1.place, $1.seen, $1.meant) }
  }

  private func speckEntry(_ seen: UInt32, _ share: Float) -> MarkEntry {
    MarkEntry(
      place: MarkPlace.word.rawValue, seen: seen, meant: 0, cost: -Numeric.log10(min(1, share)))
  }

  /// Counts the words among `theirs` that nobody meant: one more than there are, without which the letters are nearer to
  /// those that were meant, or all where none was meant.
  private mutating func addSpeckWords(_ ours: [Piece], _ theirs: [Piece]) {
    if ours.isEmpty { return theirs.forEach { addSpeckWord($0) } }
    guard theirs.count == ours.count + 1 else { return }
    let meant = Self.bare(ours[...])
    var nearest: (place: Int, distance: Int)?
    for place in theirs.indices {
      let rest = Self.bare(theirs[..<place]) + Self.bare(theirs[(place + 1)...])
      let distance = EditDistance.between(meant, rest)
      if distance < nearest?.distance ?? .max { nearest = (place, distance) }
    }
    guard let nearest, nearest.distance < EditDistance.between(meant, Self.bare(theirs[...])),
      2 * nearest.distance <= meant.count
    else { return }
    addSpeckWord(theirs[nearest.place])
  }

  private mutating func addSpeckWord(_ piece: Piece) {
    guard piece.head.isEmpty, piece.tail.isEmpty, piece.core.allSatisfy(VietLetter.isLetter),
      piece.core.count < MarkEntry.letters
    else { return }
    speckLengths[piece.core.count, default: 0] += 1
    for letter in piece.core { speckLetters[VietLetter.lowercased(letter), default: 0] += 1 }
  }

  private static func bare(_ pieces: ArraySlice<Piece>) -> [UInt32] {
    pieces.flatMap { $0.core.map { VietLetter.bare(VietLetter.lowercased($0)) } }
  }

  private mutating func count(_ place: MarkPlace, _ seen: UInt32, _ mark: UInt32?) {
    guard let mark else { return }
    joint[place, default: [:]][seen, default: [:]][mark, default: 0] += 1
    meant[place, default: [:]][mark, default: 0] += 1
  }

  private mutating func addEdge(_ place: MarkPlace, _ ours: ArraySlice<UInt32>, _ theirs: ArraySlice<UInt32>)
  {
    guard ours.count <= 1, theirs.count <= 1 else { return }
    if let seen = theirs.first {
      count(place, seen, ours.first.map(MarkChannel.folded) ?? 0)
    } else if let lost = ours.first {
      meant[place, default: [:]][MarkChannel.folded(lost), default: 0] += 1
    }
  }

  private mutating func addLone(_ left: [Piece], _ right: [Piece]) {
    let (ours, theirs) = (left.filter { !$0.hasCore }, right.filter { !$0.hasCore })
    if ours.count == theirs.count {
      for (a, b) in zip(ours, theirs) where a.head.count == 1 && b.head.count == 1 {
        count(.alone, b.head[b.head.startIndex], MarkChannel.folded(a.head[a.head.startIndex]))
      }
    } else if ours.isEmpty {
      for piece in theirs where piece.head.count == 1 { count(.alone, piece.head[piece.head.startIndex], 0) }
    }
  }

  /// The case of `next` behind the mark that `piece` ends with, or behind none.
  private mutating func addFollow(_ piece: Piece, _ next: Piece) {
    guard piece.hasCore, piece.tail.count <= 1, next.head.isEmpty, let first = next.first,
      VietLetter.isLetter(first)
    else { return }
    count(.followed, VietLetter.isUppercase(first) ? 1 : 0, piece.tail.first.map(MarkChannel.folded) ?? 0)
  }
}

extension MarkCounts {
  /// What stands between two blanks: marks, a word or number, marks.
  private struct Piece {
    var head: ArraySlice<UInt32>
    var tail: ArraySlice<UInt32>
    /// What is neither.
    var core: ArraySlice<UInt32> = []
    var first: UInt32?
    /// The only mark inside, between letters.
    var inner: UInt32?
    var hasCore: Bool { first != nil }

    init(_ text: ArraySlice<UInt32>) {
      func isCore(_ scalar: UInt32) -> Bool { VietLetter.isLetter(scalar) || ModelTokenizer.isDigit(scalar) }
      guard let start = text.firstIndex(where: isCore), let end = text.lastIndex(where: isCore) else {
        (head, tail) = (text, [])
        return
      }
      (head, core, tail, first) = (text[..<start], text[start...end], text[(end + 1)...], text[start])
      let marks = text[start...end].indices.filter { !isCore(text[$0]) }
      if marks.count == 1, VietLetter.isLetter(text[marks[0] - 1]), VietLetter.isLetter(text[marks[0] + 1]) {
        inner = text[marks[0]]
      }
    }
  }

  private static func pieces(_ text: [UInt32]) -> [Piece] {
    text.split(whereSeparator: ModelTokenizer.isBlank).map { Piece($0) }
  }
}
