import ModelFile

/// A back-off n-gram language model over word ids, mapped from its file.
///
/// Order 2 to 4, interpolated modified Kneser-Ney (Chen and Goodman 1998) as `NgramTraining` estimates it.
/// All scores are log10 probabilities. A model is immutable and may be used from any thread.
public final class NgramModel: Sendable {
  /// The words and their ids.
  public let vocabulary: Vocabulary
  /// Longest n-gram, in words.
  public let order: Int
  /// Number of n-grams of each length, from 1.
  public let counts: [Int]

  private let file: MappedModelFile
  @usableFromInline let unigrams: UnigramLevel
  @usableFromInline let bigrams: TrieLevel
  @usableFromInline let trigrams: TrieLevel?
  @usableFromInline let fourgrams: TrieLevel?

  /// Maps the model at `path`; throws `ModelFileError`. The cost does not depend on the size of the model.
  public init(path: String) throws(ModelFileError) {
    file = try MappedModelFile(path: path, kind: NgramModelLayout.kind, version: NgramModelLayout.version)
    let shape = try file.section(NgramModelLayout.shape, of: UInt64.self, count: 2)
    let (order, words) = (shape[0], shape[1])
    guard (2...UInt64(NgramModelLayout.maximumOrder)).contains(order), (6...0xFFFE).contains(words) else {
      throw ModelFileError(
        .malformed, path: path, found: "order \(order) over \(words) words",
        expected: "order 2 to 4 over 6 to 65534 words")
    }
    self.order = Int(order)
    vocabulary = try Vocabulary(file: file, count: Int(words))
    unigrams = try UnigramLevel(file: file, count: Int(words))
    bigrams = try TrieLevel(file: file, level: 2, isHighest: order == 2)
    trigrams = order > 2 ? try TrieLevel(file: file, level: 3, isHighest: order == 3) : nil
    fourgrams = order > 3 ? try TrieLevel(file: file, level: 4, isHighest: true) : nil
    counts = [unigrams.count, bigrams.count] + [trigrams, fourgrams].compactMap { $0?.count }
  }

  /// Reads the whole file and compares it with its checksum; throws `ModelFileError`. O(file size).
  public func verify() throws(ModelFileError) { try file.verify() }

  /// Bytes of the model's file.
  public var byteCount: Int { file.byteCount }

  /// Log10 probability of `word` without context; -infinity for an id that does not exist.
  @inlinable
  public func unigram(_ word: WordID) -> Float { unigrams.probability(word) }

  /// Log10 probability of `word` after `state`; `nextState` is the state after it.
  @inlinable
  public func score(_ state: NgramState, _ word: WordID, _ nextState: inout NgramState) -> Float {
    var (word, result) = (word, Float(0))
    score(state, words: &word, count: 1, into: &result, nextStates: &nextState)
    return result
  }

  /// Log10 probabilities of `count` words, sorted by id, after one state, and the states after each.
  ///
  /// O(k log n) for k words and contexts of n children; nothing is allocated.
  @inlinable
  public func score(
    _ state: NgramState, words: UnsafePointer<WordID>, count: Int,
    into scores: UnsafeMutablePointer<Float>, nextStates: UnsafeMutablePointer<NgramState>
  ) {
    let first = context(state)
    let all = first.backoff + first.bigramBackoff + first.trigramBackoff
    for index in 0..<count {
      scores[index] = unigrams.probability(words[index]) + all
      nextStates[index] = NgramState(word: words[index])
    }
    let afterBigram = first.bigramBackoff + first.trigramBackoff
    SortedIntersection.forEach(words, count, in: bigrams.words, first.children) { index, node in
      scores[index] = bigrams.probability(node) + afterBigram
      if let inner = bigrams.inner { nextStates[index].bigram = inner.context(node) }
    }
    guard let trigrams, !first.bigramChildren.isEmpty else { return }
    SortedIntersection.forEach(words, count, in: trigrams.words, first.bigramChildren) { index, node in
      scores[index] = trigrams.probability(node) + first.trigramBackoff
      if let inner = trigrams.inner { nextStates[index].trigram = inner.context(node) }
    }
    guard let fourgrams, !first.trigramChildren.isEmpty else { return }
    SortedIntersection.forEach(words, count, in: fourgrams.words, first.trigramChildren) { index, node in
      scores[index] = fourgrams.probability(node)
    }
  }

  /// The backoff weights and child ranges of the contexts of `state`.
  @inlinable
  func context(_ state: NgramState) -> NgramContext {
    var context = NgramContext()
    guard state.word < unigrams.count else { return context }
    context.backoff = unigrams.backoffs[Int(state.word)]
    context.children = unigrams.children(state.word, limit: bigrams.count)
    if let trigrams, let inner = bigrams.inner, let index = inner.index(of: state.bigram) {
      context.bigramBackoff = inner.backoff(index)
      context.bigramChildren = inner.children(index, limit: trigrams.count)
    }
    if let fourgrams, let inner = trigrams?.inner, let index = inner.index(of: state.trigram) {
      context.trigramBackoff = inner.backoff(index)
      context.trigramChildren = inner.children(index, limit: fourgrams.count)
    }
    return context
  }
}

/// What a state's contexts weigh and where their children are.
@usableFromInline
struct NgramContext {
  @usableFromInline var backoff: Float = 0
  @usableFromInline var bigramBackoff: Float = 0
  @usableFromInline var trigramBackoff: Float = 0
  @usableFromInline var children = 0..<0
  @usableFromInline var bigramChildren = 0..<0
  @usableFromInline var trigramChildren = 0..<0

  @inlinable init() {}
}
