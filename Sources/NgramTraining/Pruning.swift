import NgramModel

/// Chooses the n-grams that a model keeps.
///
/// An n-gram is worth what it changes: its occurrences (less those that a longer kept n-gram already scores, and
/// less the share that smoothing takes) times the change of log probability. The change that counts most is that of the choice among the words with
/// the same bare letters, q(w|h) = p(w|h) / sum over the class, since restoring marks only ever makes that
/// choice; the plain change is added with a small weight. The prefix and the suffix of a kept n-gram are kept.
struct Pruning {
  let trie: CountTrie
  /// What an occurrence of each n-gram gains, by level.
  private let gains: [[Float]]
  private let cutoffs: [Int]

  /// Prepares pruning of `estimates`; `classes` gives the confusion class of each word.
  init(
    _ trie: CountTrie, _ estimates: NgramEstimates, discounts: Discounts, classes: [UInt32],
    options: TrainingOptions
  ) {
    self.trie = trie
    cutoffs = options.cutoffs
    gains =
      options.ngramLimit == nil
      ? []
      : NgramGains(trie: trie, estimates: estimates, classes: classes, discounts: discounts)
        .all(plainLossWeight: options.plainLossWeight)
  }

  /// Which n-grams stay, by level, when at most `limit` may.
  func kept(limit: Int?) -> [[Bool]] {
    guard let limit, limit < trie.levels.reduce(0, { $0 + $1.count }) else { return kept(threshold: -1) }
    var (low, high) = (-4.0, 8.0)
    for _ in 0..<13 {
      let middle = (low + high) / 2
      let count = kept(threshold: Float(Logarithm.power10(middle))).reduce(0) { $0 + Self.count($1) }
      if count > limit { low = middle } else { high = middle }
    }
    return kept(threshold: Float(Logarithm.power10(high)))
  }

  /// Which n-grams stay when those worth less than `threshold` go.
  func kept(threshold: Float) -> [[Bool]] {
    var kept = trie.levels.map { [Bool](repeating: false, count: $0.count) }
    var uncovered = trie.levels.map(\.raw)
    for level in trie.levels.indices.reversed() {
      choose(level, threshold, uncovered[level], &kept[level])
      guard level > 0 else { break }
      close(level, kept[level], over: &kept[level - 1], &uncovered[level - 1])
    }
    return kept
  }

  /// Number of n-grams that stay.
  static func count(_ kept: [Bool]) -> Int { kept.reduce(0) { $0 + ($1 ? 1 : 0) } }

  private func choose(_ level: Int, _ threshold: Float, _ uncovered: [UInt32], _ kept: inout [Bool]) {
    let counts = trie.levels[level].raw
    let cutoff = UInt32(clamping: cutoffs[level])
    guard let gains = gains.isEmpty ? nil : gains[level] else {
      for index in kept.indices where counts[index] >= cutoff { kept[index] = true }
      return
    }
    for index in kept.indices where counts[index] >= cutoff {
      if Float(uncovered[index]) * gains[index] > threshold { kept[index] = true }
    }
  }

  /// Keeps prefix and suffix of every kept n-gram, and takes its occurrences off those of its suffix.
  private func close(
    _ level: Int, _ kept: [Bool], over lower: inout [Bool], _ uncovered: inout [UInt32]
  ) {
    let nodes = trie.levels[level]
    for context in 0..<nodes.starts.count - 1 {
      var hasChild = false
      for child in nodes.children(context) where kept[child] {
        hasChild = true
        let suffix = Int(nodes.suffixes[child])
        lower[suffix] = true
        uncovered[suffix] -= min(uncovered[suffix], nodes.raw[child])
      }
      if hasChild { lower[context] = true }
    }
  }
}
