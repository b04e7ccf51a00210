/// The n-grams that a model keeps, with log10 probabilities and backoff weights.
struct PrunedNgrams: Sendable {
  let vocabulary: TrainingVocabulary
  let trie: CountTrie
  let kept: [[Bool]]
  private let estimates: NgramEstimates
  private let backoffs: [[Float]]
  private let keptBefore: [[UInt32]]

  init(_ vocabulary: TrainingVocabulary, _ trie: CountTrie, _ estimates: NgramEstimates, kept: [[Bool]]) {
    self.vocabulary = vocabulary
    self.trie = trie
    self.estimates = estimates
    self.kept = kept
    backoffs = Backoffs.normalized(trie, estimates, kept: kept)
    keptBefore = kept.map { flags in
      var before: [UInt32] = [0]
      before.reserveCapacity(flags.count + 1)
      for isKept in flags { before.append(before[before.count - 1] + (isKept ? 1 : 0)) }
      return before
    }
  }

  /// Log10 P(word).
  func unigram(_ word: Int) -> Float { Logarithm.base10(estimates.unigrams[word]) }

  /// Log10 P of a node of a level (bigrams are level 0).
  func probability(_ level: Int, _ node: Int) -> Float { Logarithm.base10(estimates.levels[level][node]) }

  /// Log10 backoff weight of the context of `length` words that is word or node `index`; 0 at the highest order.
  func backoff(_ length: Int, _ index: Int) -> Float {
    length <= backoffs.count ? Logarithm.base10(backoffs[length - 1][index]) : 0
  }

  /// The kept children of a context, at `level`.
  func children(level: Int, of context: Int) -> [Int] {
    trie.levels[level].children(context).filter { kept[level][$0] }
  }

  /// Where the kept children of a context stand among the kept nodes of `level`.
  func positions(level: Int, of context: Int) -> Range<Int> {
    let children = trie.levels[level].children(context)
    return position(level: level, children.lowerBound)..<position(level: level, children.upperBound)
  }

  /// Number of kept nodes of `level` before `node`.
  func position(level: Int, _ node: Int) -> Int { Int(keptBefore[level][node]) }

  /// All kept nodes of `level`.
  func nodes(level: Int) -> [Int] { kept[level].indices.filter { kept[level][$0] } }

  /// Number of kept n-grams of each order, from 2.
  var counts: [Int] { kept.map(Pruning.count) }
}
