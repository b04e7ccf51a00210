/// How far a repair brought a reading towards the correct text.
///
/// Recovery and damage belong together: one alone says little.
struct TextScore: Sendable {
  /// Tokens of the correct text, and how many of them the reading has right, the repair has right.
  var tokens = 0
  var rightBefore = 0
  var rightAfter = 0
  /// Tokens that were wrong and are right; that were right and are wrong; that the repair adds beyond the reading.
  var fixed = 0
  var broken = 0
  var added = 0
  /// Tokens and characters wrong, missing or added (Levenshtein), before and after.
  var tokenErrors = (before: 0, after: 0)
  var characters = 0
  var characterErrors = (before: 0, after: 0)

  /// A score of nothing yet.
  init() {}

  /// Scores one repair.
  init(gold: String, before: String, after: String) {
    var symbols = SymbolNumbers()
    let texts = [gold, before, after].map { ScoredText($0).tokens }
    let rows = texts.map { tokens in tokens.map { symbols.number(of: $0) } }
    tokens = rows[0].count
    tokenErrors = (EditDistance.between(rows[0], rows[1]), EditDistance.between(rows[0], rows[2]))
    let letters = texts.map { Array($0.joined(separator: [0x20])).map { Int32(truncatingIfNeeded: $0) } }
    characters = letters[0].count
    characterErrors = (
      EditDistance.between(letters[0], letters[1]), EditDistance.between(letters[0], letters[2])
    )
    let (first, second) = (EditDistance.alignment(rows[0], rows[1]), EditDistance.alignment(rows[0], rows[2]))
    added = max(0, second.added - first.added)
    for (wasRight, isRight) in zip(first.isKept, second.isKept) {
      if wasRight { rightBefore += 1 }
      if isRight { rightAfter += 1 }
      if isRight, !wasRight { fixed += 1 }
      if wasRight, !isRight { broken += 1 }
    }
  }

  /// Both scores together.
  static func + (a: TextScore, b: TextScore) -> TextScore {
    var sum = a
    sum.tokens += b.tokens
    sum.rightBefore += b.rightBefore
    sum.rightAfter += b.rightAfter
    sum.fixed += b.fixed
    sum.broken += b.broken
    sum.added += b.added
    sum.tokenErrors = (a.tokenErrors.before + b.tokenErrors.before, a.tokenErrors.after + b.tokenErrors.after)
    sum.characters += b.characters
    sum.characterErrors = (
      a.characterErrors.before + b.characterErrors.before, a.characterErrors.after + b.characterErrors.after
    )
    return sum
  }

  /// Word error rate of the reading.
  var werBefore: Double { Self.ratio(tokenErrors.before, tokens) }
  /// Word error rate of the repair.
  var wer: Double { Self.ratio(tokenErrors.after, tokens) }
  /// Character error rate of the reading.
  var cerBefore: Double { Self.ratio(characterErrors.before, characters) }
  /// Character error rate of the repair.
  var cer: Double { Self.ratio(characterErrors.after, characters) }
  /// Share of the wrong tokens that the repair has right.
  var recovery: Double { Self.ratio(fixed, tokens - rightBefore) }
  /// Tokens broken or added for each token that was right.
  var damage: Double { Self.ratio(broken + added, rightBefore) }

  private static func ratio(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }
}

/// Numbers for tokens: equal tokens, equal numbers.
struct SymbolNumbers {
  private var numbers: [ArraySlice<UInt32>: Int32] = [:]

  /// The number of `token`.
  mutating func number(of token: ArraySlice<UInt32>) -> Int32 {
    if let known = numbers[token] { return known }
    let fresh = Int32(numbers.count)
    numbers[token] = fresh
    return fresh
  }
}
