import ModelFile
import VietText

/// Trains an n-gram model from text: count, adjust, discount, interpolate, prune, quantise, write.
public struct TrainingPipeline: Sendable {
  private let options: TrainingOptions

  /// Makes a pipeline with `options`.
  public init(_ options: TrainingOptions = TrainingOptions()) {
    self.options = options
  }

  /// Trains on `corpora` and writes the model to `output`.
  ///
  /// Throws `TrainingError` for unreadable corpora and bad options, `ModelFileError` when the model cannot be
  /// written. Memory is bounded by the options for counting, and by the number of different n-grams (about 25
  /// bytes each) afterwards.
  public func run(
    corpora: [TrainingCorpus], output: String, progress: (TrainingProgress) -> Void = { _ in }
  ) throws {
    try options.validate()
    guard corpora.allSatisfy({ TrainingCorpus.weights.contains($0.weight) }) else {
      throw TrainingError.badOption("files count \(TrainingCorpus.weights) times")
    }
    progress(.countingWords)
    let vocabulary = try TrainingVocabulary.count(
      corpora, reader: options.reader, minimumCount: options.minimumWordCount,
      limit: options.vocabularyLimit)
    progress(.vocabulary(words: vocabulary.words.count))
    let trie = try countTrie(corpora, vocabulary, progress)
    progress(.counted(trie.levels.map(\.count)))
    let discounts = discounts(trie, progress)
    let estimates = InterpolatedProbabilities.estimate(trie, discounts: discounts)
    let pruning = Pruning(
      trie, estimates, discounts: discounts[trie.order - 1], classes: ConfusionClasses.of(vocabulary.words),
      options: options)
    let ngrams = PrunedNgrams(
      vocabulary, trie, estimates, kept: pruning.kept(limit: options.ngramLimit))
    progress(.pruned(ngrams.counts))
    if let path = options.arpaPath { try ARPAWriter.write(ngrams, to: path) }
    progress(
      .wrote(path: output, bytes: try NgramModelWriter.write(ngrams, to: output, bits: options.codeBits)))
  }

  private func countTrie(
    _ corpora: [TrainingCorpus], _ vocabulary: TrainingVocabulary, _ progress: (TrainingProgress) -> Void
  ) throws -> CountTrie {
    let windows = try CorpusCounter.count(
      corpora, vocabulary: vocabulary, options: options, progress: progress)
    guard windows.count > 0 else { throw TrainingError.noText }
    return AdjustedCounts.trie(windows, order: options.order, wordCount: vocabulary.words.count)
  }

  /// The discounts of each order; general ones, with a notice, where the text is too small.
  private func discounts(_ trie: CountTrie, _ progress: (TrainingProgress) -> Void) -> [Discounts] {
    ([trie.unigrams] + trie.levels.map(\.adjusted)).enumerated().map { index, counts in
      if let discounts = Discounts(counts: counts) { return discounts }
      progress(.fallbackDiscounts(order: index + 1))
      return .fallback
    }
  }
}
