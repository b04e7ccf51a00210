/// The n-grams that a model keeps, with log10 probabilities and backoff weights.
struct PrunedNgrams: Sendable {
  let vocabulary: TrainingVocabulary
  let trie: CountTrie
  let kept: [[Bool]]
  private let estimates: NgramEstimates
  private let backoffs: [[Float]]

  init(_ vocabulary: TrainingVocabulary, _ trie: CountTrie, _ estimates: NgramEstimates, kept: [[Bool]]) {
    self.vocabulary = vocabulary
    self.trie = trie
    self.estimates = estimates
    self.kept = kept
    backoffs = Backoffs.normalized(trie, estimates, kept: kept)
  }

  /// Log10 P(word).
  func unigram(_ word: Int) -> Float { Logarithm.base10(estimates.unigrams[word]) }

  /// Log10 P of a node of a level (bigrams are level 0).
  func probability(_ level: Int, _ node: Int) -> Float { Logarithm.base10(estimates.levels[level][node]) }

  /// Log10 backoff weight of the context of `length` words that is word or node `index`; 0 at the highest order.
  func backoff(_ length: Int, _ index: Int) -> Float {
    length <= backoffs.count ? Logarithm.base10(backoffs[length - 1][index]) : 0
  }

  /// Number of kept n-grams of each order, from 2.
  var counts: [Int] { kept.map(Pruning.count) }
}
