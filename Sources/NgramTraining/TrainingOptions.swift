/// What a model is to be like and how much it may cost to train.
public struct TrainingOptions: Sendable {
  /// Longest n-gram, 2 to 4 words.
  public var order = 4
  /// A word seen less often (weighted) is unknown to the model.
  public var minimumWordCount = 30
  /// At most as many words, classes included.
  public var vocabularyLimit = 60_000
  /// Bigrams, trigrams, … (adjusted counts) seen less often than this are dropped; 1 keeps all.
  public var cutoffs: [Int] = [1, 1, 1]
  /// Keep at most as many n-grams by importance; nil leaves it at the cut-offs.
  public var ngramLimit: Int?
  /// Weight of the plain loss of probability in the importance of an n-gram, beside its effect on the choice
  /// among words with the same bare letters.
  public var plainLossWeight: Float = 0.1
  /// Bits of the codes in the model file.
  public var codeBits = CodeBits()
  /// Every n-th line is left out of training; nil uses all.
  public var holdOutEvery: Int?
  /// Windows counted in memory before a run goes to disk; 8 bytes each, twice while sorting.
  public var windowsInMemory = 1 << 25
  /// Path prefix of scratch files.
  public var scratchPath = "ngram-scratch"
  /// Also write the pruned model as ARPA text here.
  public var arpaPath: String?

  /// The defaults.
  public init() {}

  var reader: CorpusReader { CorpusReader(holdOutEvery: holdOutEvery) }

  func validate() throws(TrainingError) {
    guard (2...4).contains(order) else { throw .badOption("order \(order) is not 2, 3 or 4") }
    guard cutoffs.count >= order - 1 else { throw .badOption("name a cut-off for each order above 1") }
    guard cutoffs.allSatisfy({ $0 > 0 }) else { throw .badOption("cut-offs count from 1") }
    guard codeBits.isValid else { throw .badOption("codes take 1 to 20 bits") }
    guard minimumWordCount > 0, ngramLimit ?? 1 > 0 else {
      throw .badOption("counts of words and n-grams begin at 1")
    }
    guard holdOutEvery ?? 2 > 1 else { throw .badOption("every n-th line is left out: n is at least 2") }
    guard plainLossWeight.isFinite, plainLossWeight >= 0 else { throw .badOption("weights are 0 or more") }
  }
}

/// How far a training run has come.
public enum TrainingProgress: Sendable, Equatable {
  /// Words are counted for the vocabulary.
  case countingWords
  /// The vocabulary is known.
  case vocabulary(words: Int)
  /// N-grams of a corpus are counted.
  case counting(path: String)
  /// Different n-grams of each order, from 2.
  case counted([Int])
  /// Discounts of an order could not be estimated from so little text; general ones are used.
  case fallbackDiscounts(order: Int)
  /// N-grams of each order, from 2, that stay.
  case pruned([Int])
  /// The model lies at a path, so many bytes long.
  case wrote(path: String, bytes: Int)
}
