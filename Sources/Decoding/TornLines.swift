import NgramModel
import VietText

/// Lines whose syllables are cut by blanks: `Độ c l ậ p`, `Q U Y Ế T Đ Ị N H`.
///
/// Text taken from the layer of a PDF has a blank wherever the font changes; headings are set with blanks between
/// their letters. In such a line many pieces are no syllables but join to some. The language model decides which.
struct TornLines {
  let language: NgramModel
  let words: WordIndex

  /// How much likelier, log10, a line must be with its pieces joined.
  private static let leastGain: Float = 3
  /// What joining over a blank costs, and over a wider gap than the others, log10.
  private static let joinCost: (narrow: Float, wide: Float) = (0.2, 1.5)
  /// How many readings are followed.
  private static let width = 6
  /// In a line with fewer torn pieces, what is joined must show a mark.
  private static let fewPieces = 4

  /// The changes that join them, in order, as UTF-8 ranges of `text`. O(length).
  func replacements(in text: SourceText) -> [Replacement] {
    text.lines.flatMap { line -> [Replacement] in
      guard Self.mayBeTorn(text.scalars, line) else { return [] }
      let pieces = TornPiece.pieces(text.scalars, line)
      guard isTorn(pieces), let groups = joined(pieces) else { return [] }
      return replacements(pieces, groups, text)
    }
  }

  /// Whether two pieces of a line are single letters or consonants: every cut but the rarest leaves one of these. Most
  /// lines are done with here. O(length), nothing is allocated.
  private static func mayBeTorn(_ scalars: [UInt32], _ line: Range<Int>) -> Bool {
    var (letters, vowels, others, found) = (0, 0, 0, 0)
    for index in line {
      let scalar = scalars[index]
      if VietLetter.isLetter(scalar) {
        letters += 1
        vowels += VietLetter.isVowel(scalar) ? 1 : 0
      } else if ModelTokenizer.isBlank(scalar) {
        found += others == 0 && letters > 0 && (letters == 1 || vowels == 0) ? 1 : 0
        (letters, vowels, others) = (0, 0, 0)
        if found > 1 { return true }
      } else if ModelTokenizer.isDigit(scalar) {
        others += 1
      }
    }
    return found + (others == 0 && letters > 0 && (letters == 1 || vowels == 0) ? 1 : 0) > 1
  }

  /// Whether many pieces are no words, and most of those join to a syllable with their neighbours.
  private func isTorn(_ pieces: [TornPiece]) -> Bool {
    let fragments = pieces.indices.filter { pieces[$0].isFragment }
    let bad = fragments.count
    guard bad >= 2, bad * 6 >= pieces.count else { return false }
    var (joining, hasMark) = (0, false)
    for index in fragments {
      let found = spans(around: index, pieces).first { isWord(pieces[$0]) }
      guard let found else { continue }
      joining += 1
      hasMark = hasMark || pieces[found].contains { $0.letters.contains(where: VietLetter.isMarked) }
    }
    guard joining >= 2, joining * 5 >= bad * 3 else { return false }
    return hasMark || joining >= Self.fewPieces
  }

  /// The stretches of two or three pieces that `index` may be joined in.
  private func spans(around index: Int, _ pieces: [TornPiece]) -> [Range<Int>] {
    [
      index - 1..<index + 1, index..<index + 2, index - 1..<index + 2, index..<index + 3,
      index - 2..<index + 1,
    ]
    .filter { $0.lowerBound >= 0 && $0.upperBound <= pieces.count }
  }

  /// Whether pieces may stand together and are a syllable then.
  private func isWord(_ pieces: ArraySlice<TornPiece>) -> Bool {
    guard let first = pieces.first, first.isJoinable, !pieces.dropLast().contains(where: \.hasTail) else {
      return false
    }
    var word: [UInt32] = []
    var upper = 0
    for (offset, piece) in pieces.enumerated() {
      guard piece.isJoinable, offset == 0 || !piece.hasHead else { return false }
      word += piece.letters
      guard word.count <= Syllable.longest else { return false }
    }
    upper = word.dropFirst().count(where: VietLetter.isUppercase)
    guard upper == 0 || (upper == word.count - 1 && VietLetter.isUppercase(word[0])) else { return false }
    return Syllable.parse(word.map(VietLetter.lowercased)) != nil
  }

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    /// The piece that the last group begins with, and the hypothesis before it.
    var start: Int
    var before: Int
  }

  /// The likeliest way to put the pieces together, as groups of pieces; nil where that is hardly likelier than leaving
  /// them. O(pieces).
  private func joined(_ pieces: [TornPiece]) -> [Range<Int>]? {
    var columns: [[Hypothesis]] = [[Hypothesis(state: .lineStart, score: 0, start: 0, before: 0)]]
    var plain = Hypothesis(state: .lineStart, score: 0, start: 0, before: 0)
    let narrow = pieces.dropFirst().map(\.gap).min() ?? 1
    for end in 1...pieces.count {
      var column: [Hypothesis] = []
      for start in max(0, end - Syllable.longest)..<end {
        let group = pieces[start..<end]
        guard group.count == 1 || isWord(group) else { continue }
        let cost = group.dropFirst().reduce(Float(0)) {
          $0 + ($1.gap > narrow ? Self.joinCost.wide : Self.joinCost.narrow)
        }
        for (number, before) in columns[start].enumerated() {
          var next = Hypothesis(state: .empty, score: before.score - cost, start: start, before: number)
          next.score += score(group, before.state, &next.state)
          column.append(next)
        }
      }
      var state = NgramState.empty
      plain.score += score(pieces[end - 1..<end], plain.state, &state)
      plain.state = state
      columns.append(Array(column.sorted { $0.score > $1.score }.prefix(Self.width)))
    }
    guard let best = columns[pieces.count].first, best.score - plain.score >= Self.leastGain else {
      return nil
    }
    var groups: [Range<Int>] = []
    var (end, number) = (pieces.count, 0)
    while end > 0 {
      let hypothesis = columns[end][number]
      groups.append(hypothesis.start..<end)
      (end, number) = (hypothesis.start, hypothesis.before)
    }
    return groups.reversed()
  }

  /// Log10 probability of a group as one word.
  private func score(_ group: ArraySlice<TornPiece>, _ state: NgramState, _ next: inout NgramState) -> Float {
    var letters: [UInt32] = []
    for piece in group { letters += piece.letters }
    guard !letters.isEmpty else {
      next = group.first?.hasDigits == true ? NgramState.empty : state
      return 0
    }
    let id = words.id(letters[...])
    guard id != .unknownWord else {
      next = .empty
      let isSyllable = Syllable.parse(letters.map(VietLetter.lowercased)) != nil
      return isSyllable ? -7 : -5 - 1.5 * Float(letters.count)
    }
    // A lone letter in running text is hardly ever a word, whatever the model has seen of labels.
    let isFragment = group.count == 1 && group.first?.isFragment == true
    return language.score(state, id, &next) - (isFragment ? 2 : 0)
  }

  private func replacements(
    _ pieces: [TornPiece], _ groups: [Range<Int>], _ text: SourceText
  ) -> [Replacement] {
    var result: [Replacement] = []
    let isSpaced = pieces.allSatisfy { $0.letters.count <= 1 }
    for group in groups {
      let first = pieces[group.lowerBound]
      if group.lowerBound > 0,
        first.letters.isEmpty && first.isClosing || isSpaced && (2...4).contains(first.gap)
      {
        // `sở , ban`: the blank came with the font; a wide gap between spaced words was one blank.
        let blanks = first.range.lowerBound - first.gap..<first.range.lowerBound
        result.append(Replacement(range: text.bytes(blanks), text: first.letters.isEmpty ? "" : " "))
      }
      guard group.count > 1 else { continue }
      let range = first.range.lowerBound..<pieces[group.upperBound - 1].range.upperBound
      let kept = pieces[group].flatMap { text.scalars[$0.range] }
      result.append(Replacement(range: text.bytes(range), text: string(kept)))
    }
    return result
  }
}

/// What stands between two blanks.
struct TornPiece {
  /// Scalar range in the text.
  var range: Range<Int>
  /// How many blanks stand before it.
  var gap: Int
  /// Its letters, where it has no other signs than marks before and behind them.
  var letters: ArraySlice<UInt32>
  var hasHead: Bool
  var hasTail: Bool
  var hasDigits: Bool
  /// Whether it is one mark that stands right behind a word.
  var isClosing: Bool

  var isJoinable: Bool { !letters.isEmpty }

  /// Whether it is no word: no syllable, or a single letter. Abbreviations and names are no fragments.
  var isFragment: Bool {
    guard let first = letters.first else { return false }
    if letters.count == 1 { return true }
    if VietLetter.isUppercase(first), letters.count > 2 || letters.allSatisfy(VietLetter.isUppercase) {
      return letters.contains(where: VietLetter.isMarked)
        && !Syllable.isOne(letters)
    }
    return !Syllable.isOne(letters)
  }

  /// The pieces of a line. O(length).
  static func pieces(_ scalars: [UInt32], _ line: Range<Int>) -> [TornPiece] {
    var pieces: [TornPiece] = []
    var (index, gap) = (line.lowerBound, 0)
    while index < line.upperBound {
      if ModelTokenizer.isBlank(scalars[index]) {
        (index, gap) = (index + 1, gap + 1)
        continue
      }
      var end = index
      while end < line.upperBound, !ModelTokenizer.isBlank(scalars[end]) { end += 1 }
      pieces.append(TornPiece(scalars, index..<end, gap: gap))
      (index, gap) = (end, 0)
    }
    return pieces
  }

  private init(_ scalars: [UInt32], _ chunk: Range<Int>, gap: Int) {
    range = chunk
    self.gap = gap
    var (start, end) = (chunk.lowerBound, chunk.upperBound)
    while start < end, !VietLetter.isLetter(scalars[start]), !ModelTokenizer.isDigit(scalars[start]) {
      start += 1
    }
    while end > start, !VietLetter.isLetter(scalars[end - 1]), !ModelTokenizer.isDigit(scalars[end - 1]) {
      end -= 1
    }
    (hasHead, hasTail) = (start > chunk.lowerBound, end < chunk.upperBound)
    let core = scalars[start..<end]
    hasDigits = core.contains(where: ModelTokenizer.isDigit)
    letters = core.allSatisfy(VietLetter.isLetter) && core.count <= 32 ? core : []
    isClosing =
      chunk.count == 1
      && (scalars[chunk.lowerBound] == 0x2C || scalars[chunk.lowerBound] == 0x3B
        || scalars[chunk.lowerBound] == 0x2E || scalars[chunk.lowerBound] == 0x29)
  }
}

extension DecoderModels {
  /// What joins the syllables of `text` that blanks have cut, in order, as changes of it. O(length).
  package func tornWords(in text: SourceText) -> [Replacement] {
    TornLines(language: language, words: words).replacements(in: text)
  }

  /// What writes the national title and the motto at the head of `text` as they are, in order. O(length of the head).
  package func letterhead(in text: SourceText) -> [Replacement] { Letterhead.replacements(in: text) }
}
