import NgramModel

/// Probabilities (not logarithms) of all n-grams of a trie and the backoff weights of their contexts.
struct NgramEstimates: Sendable {
  /// P(word), by word id.
  var unigrams: [Float]
  /// P(word | context), by level (bigrams first) and node.
  var levels: [[Float]]
  /// Backoff weights by length of the context, from one word; by word id or node.
  var backoffs: [[Float]]

  /// The probability of the n-gram that is the suffix of node `index` of level `level`.
  @inline(__always)
  func lower(_ trie: CountTrie, level: Int, _ index: Int) -> Float {
    let suffix = Int(trie.levels[level].suffixes[index])
    return level == 0 ? unigrams[suffix] : levels[level - 1][suffix]
  }
}

/// Interpolated modified Kneser-Ney estimates (Chen and Goodman 1998; Heafield et al. 2013).
struct InterpolatedProbabilities {
  /// The estimates for `trie`, whose discounts stand in the order of the n-grams' length.
  static func estimate(_ trie: CountTrie, discounts: [Discounts]) -> NgramEstimates {
    var estimates = NgramEstimates(
      unigrams: unigrams(trie, discounts[0]), levels: [], backoffs: [])
    for level in trie.levels.indices {
      let lower = level == 0 ? estimates.unigrams : estimates.levels[level - 1]
      let (probabilities, backoffs) = interpolate(trie.levels[level], lower: lower, discounts[level + 1])
      estimates.levels.append(probabilities)
      estimates.backoffs.append(backoffs)
    }
    return estimates
  }

  /// Single words are interpolated with the uniform distribution over all but `<s>`.
  private static func unigrams(_ trie: CountTrie, _ discounts: Discounts) -> [Float] {
    let total = max(1, trie.unigrams.reduce(0.0) { $0 + Double($1) })
    let taken = trie.unigrams.reduce(0.0) { $0 + Double(discounts.of($1)) }
    let uniform = (trie.unigrams.allSatisfy { $0 == 0 } ? 1 : taken / total) / Double(trie.wordCount - 1)
    var result = trie.unigrams.map { Float((Double($0) - Double(discounts.of($0))) / total + uniform) }
    result[Int(WordID.lineStart)] = 0
    return result
  }

  private static func interpolate(
    _ level: CountLevel, lower: [Float], _ discounts: Discounts
  ) -> (probabilities: [Float], backoffs: [Float]) {
    let contexts = level.starts.count - 1
    var probabilities = [Float](repeating: 0, count: level.count)
    var backoffs = [Float](repeating: 1, count: contexts)
    for context in 0..<contexts {
      let children = level.children(context)
      guard !children.isEmpty else { continue }
      var (total, taken) = (0.0, 0.0)
      for child in children {
        total += Double(level.adjusted[child])
        taken += Double(discounts.of(level.adjusted[child]))
      }
      let backoff = Float(taken / total)
      for child in children {
        let count = level.adjusted[child]
        let own = (Float(count) - discounts.of(count)) / Float(total)
        probabilities[child] = own + backoff * lower[Int(level.suffixes[child])]
      }
      backoffs[context] = backoff
    }
    return (probabilities, backoffs)
  }
}
