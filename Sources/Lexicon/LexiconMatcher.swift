import VietText

/// A place where an entry of a lexicon stands in a text.
public struct LexiconMatch: Sendable, Equatable {
  /// Range in the scalars of the text.
  public var range: Range<Int>
  /// What the entry says.
  public var kind: UserLexicon.Entry.Kind
}

/// Finds the entries of a lexicon in texts: whole words only, pins before rules before words, longer ones first.
///
/// An entry in small letters is found in any case; one with capitals as it is written or all in capitals; a rule
/// only as it is written. A blank of an entry is any run of blanks, for pins and words also one line end. Both
/// placements of the tone mark count as one. Building is O(size of the lexicon), finding O(n) beside the
/// patterns, each of which is tried on every piece between blanks.
public struct LexiconMatcher: Sendable {
  private struct Phrase: Sendable {
    var kind: UserLexicon.Entry.Kind
    var words: [Word]
  }

  private struct Word: Sendable {
    var scalars: [UInt32]
    var folded: [UInt32]
    var hasCapital: Bool
    var followsBlank: Bool
  }

  private var phrases: [Phrase] = []
  private var byFirst: [[UInt32]: [Int]] = [:]
  private var patterns: [PinPattern] = []

  /// Whether any pin is among the entries.
  public let hasPins: Bool

  /// A matcher for `lexicon`.
  public init(_ lexicon: UserLexicon) {
    hasPins = lexicon.entries.contains { $0.kind == .pin }
    for entry in lexicon.entries {
      if entry.isPattern {
        patterns.append(PinPattern(entry.text))
        continue
      }
      let scalars = entry.text.unicodeScalars.map(\.value)
      let words = TextPieces(scalars).pieces.map { piece in
        let own = Array(scalars[piece.range])
        return Word(
          scalars: own, folded: Self.folded(own[...]),
          hasCapital: own.contains(where: VietLetter.isUppercase),
          followsBlank: piece.gap != .none)
      }
      guard let first = words.first else { continue }
      byFirst[first.folded, default: []].append(phrases.count)
      phrases.append(Phrase(kind: entry.kind, words: words))
    }
    for key in byFirst.keys { byFirst[key]?.sort { phrases[$0].words.count > phrases[$1].words.count } }
  }

  /// The places of entries in `scalars`, in order, not overlapping; with `pinsOnly` those of pins.
  public func matches(in scalars: [UInt32], pinsOnly: Bool = false) -> [LexiconMatch] {
    let pieces = TextPieces(scalars).pieces
    var taken = [Bool](repeating: false, count: pieces.count)
    var found: [LexiconMatch] = []
    func take(_ range: Range<Int>, _ kind: UserLexicon.Entry.Kind) {
      guard !range.contains(where: { taken[$0] }) else { return }
      for index in range { taken[index] = true }
      let (first, last) = (pieces[range.lowerBound].range, pieces[range.upperBound - 1].range)
      found.append(LexiconMatch(range: first.lowerBound..<last.upperBound, kind: kind))
    }
    if !patterns.isEmpty { findPatterns(scalars, pieces) { take($0, .pin) } }
    var hits: [(range: Range<Int>, phrase: Int)] = []
    for index in pieces.indices {
      guard let candidates = byFirst[Self.folded(scalars[pieces[index].range])] else { continue }
      for phrase in candidates where fits(phrases[phrase], scalars, pieces, index) {
        hits.append((index..<index + phrases[phrase].words.count, phrase))
      }
    }
    for hit in hits where phrases[hit.phrase].kind == .pin { take(hit.range, .pin) }
    if !pinsOnly {
      for hit in hits {
        if case .rule = phrases[hit.phrase].kind { take(hit.range, phrases[hit.phrase].kind) }
      }
      for hit in hits where phrases[hit.phrase].kind == .word { take(hit.range, .word) }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func fits(
    _ phrase: Phrase, _ scalars: [UInt32], _ pieces: [TextPieces.Piece], _ start: Int
  ) -> Bool {
    guard start + phrase.words.count <= pieces.count else { return false }
    for (offset, word) in phrase.words.enumerated() {
      let piece = pieces[start + offset]
      if offset > 0 {
        let fitsGap =
          switch piece.gap {
          case .none: !word.followsBlank
          case .blank: word.followsBlank
          case .line: word.followsBlank && !Self.isRule(phrase.kind)
          case .far: false
          }
        guard fitsGap else { return false }
      }
      guard fits(word, scalars[piece.range], exactly: Self.isRule(phrase.kind)) else { return false }
    }
    return true
  }

  private func fits(_ word: Word, _ seen: ArraySlice<UInt32>, exactly: Bool) -> Bool {
    if exactly { return seen.elementsEqual(word.scalars) }
    guard Self.folded(seen) == word.folded else { return false }
    guard word.hasCapital, !seen.elementsEqual(word.scalars) else { return true }
    // The same capitals, or capitals throughout.
    let isAllCapitals = seen.allSatisfy { !VietLetter.isLetter($0) || VietLetter.isUppercase($0) }
    return isAllCapitals
      || zip(seen, word.scalars).allSatisfy { VietLetter.isUppercase($0) == VietLetter.isUppercase($1) }
  }

  private func findPatterns(
    _ scalars: [UInt32], _ pieces: [TextPieces.Piece], _ take: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count, pieces[end].gap == .none { end += 1 }
      var inner = start..<end
      while let first = inner.first, !pieces[first].isWord { inner.removeFirst() }
      while let last = inner.last, !pieces[last].isWord { inner.removeLast() }
      for range in inner == start..<end ? [inner] : [start..<end, inner] where !range.isEmpty {
        let chunk = scalars[
          pieces[range.lowerBound].range.lowerBound..<pieces[range.upperBound - 1].range.upperBound]
        if patterns.contains(where: { $0.fits(chunk) }) { take(range) }
      }
      start = end
    }
  }

  private static func isRule(_ kind: UserLexicon.Entry.Kind) -> Bool { kind != .pin && kind != .word }

  /// Small letters, the older placement of the tone mark.
  static func folded(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    var word = scalars.map(VietLetter.lowercased)
    if word.count > 1 { TonePlacement.older.apply(to: &word) }
    return word
  }
}

/// A pin with wildcards: `*` any signs, `?` one sign, `#` one digit; case does not count.
struct PinPattern: Sendable {
  private let signs: [UInt32]
  /// Longer pieces are not looked at.
  private static let longest = 256

  init(_ text: String) { signs = text.unicodeScalars.map { VietLetter.lowercased($0.value) } }

  /// Whether the whole of `chunk` fits. O(signs × chunk) at worst.
  func fits(_ chunk: ArraySlice<UInt32>) -> Bool {
    guard chunk.count <= Self.longest else { return false }
    let text = chunk.map(VietLetter.lowercased)
    var (sign, place) = (0, 0)
    var retry: (sign: Int, place: Int)?
    while place < text.count {
      if sign < signs.count, signs[sign] == 0x2A {
        retry = (sign, place)
        sign += 1
      } else if sign < signs.count, Self.fits(signs[sign], text[place]) {
        (sign, place) = (sign + 1, place + 1)
      } else if let last = retry {
        (sign, place) = (last.sign + 1, last.place + 1)
        retry = (last.sign, last.place + 1)
      } else {
        return false
      }
    }
    return signs[sign...].allSatisfy { $0 == 0x2A }
  }

  private static func fits(_ sign: UInt32, _ scalar: UInt32) -> Bool {
    switch sign {
    case 0x3F: true
    case 0x23: ModelTokenizer.isDigit(scalar)
    default: sign == scalar
    }
  }
}
