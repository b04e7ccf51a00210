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
  @usableFromInline let bigrams: BigramLevel
  @usableFromInline let trigrams: TrigramLevel?
  @usableFromInline let fourgrams: FourgramLevel?

  /// Maps the model at `path`; throws `ModelFileError`. The cost does not depend on the size of the model.
  public init(path: String) throws(ModelFileError) {
    file = try MappedModelFile(path: path, kind: NgramModelLayout.kind, version: NgramModelLayout.version)
    let shape = try file.section(NgramModelLayout.shape, of: UInt64.self)
    guard (2...NgramModelLayout.maximumOrder).contains(shape.count), (6...0xFFFE).contains(shape[0]),
      shape.allSatisfy({ $0 < UInt64(UInt32.max) })
    else {
      throw ModelFileError(
        .malformed, path: path, found: "n-grams by order: \(Array(shape.prefix(8)))",
        expected: "orders 2 to 4 over 6 to 65534 words")
    }
    counts = shape.map { Int($0) }
    order = counts.count
    vocabulary = try Vocabulary(file: file, count: counts[0])
    unigrams = try UnigramLevel(file: file, count: counts[0])
    bigrams = try BigramLevel(file: file, isHighest: order == 2)
    trigrams = order > 2 ? try TrigramLevel(file: file, count: counts[2], isHighest: order == 3) : nil
    fourgrams = order > 3 ? try FourgramLevel(file: file) : nil
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
    let context = context(state)
    let weights = (
      context.backoff + context.bigramBackoff + context.trigramBackoff,
      context.bigramBackoff + context.trigramBackoff, context.trigramBackoff
    )
    var (bigram, trigram, fourgram) = (context.bigrams.lowerBound, 0, 0)
    for index in 0..<count {
      let word = words[index]
      scores[index] = unigrams.probability(word) + weights.0
      nextStates[index] = NgramState(word: word)
      bigram = bigrams.firstNotBelow(word, from: bigram, to: context.bigrams.upperBound)
      guard bigram < context.bigrams.upperBound, bigrams.words[bigram] == word else { continue }
      scores[index] = bigrams.probabilities.value(bigram) + weights.1
      guard let trigrams, let inner = bigrams.inner else { continue }
      nextStates[index].bigram = inner.context(bigram)
      let rank = bigram - context.bigrams.lowerBound
      trigram = context.trigrams.firstNotBelow(rank, from: trigram)
      guard trigram < context.trigrams.count, context.trigrams.rank(trigram) == rank else { continue }
      scores[index] = trigrams.probabilities.value(context.firstTrigram + trigram) + weights.2
      guard let fourgrams, let inner = trigrams.inner else { continue }
      nextStates[index].trigram = inner.context(context.firstTrigram + trigram)
      fourgram = context.fourgrams.firstNotBelow(trigram, from: fourgram)
      guard fourgram < context.fourgrams.count, context.fourgrams.rank(fourgram) == trigram else { continue }
      scores[index] = fourgrams.book.values[context.fourgrams.code(fourgram, width: fourgrams.book.bits)]
    }
  }

  /// The backoff weights and continuations of the contexts of `state`.
  @inlinable
  func context(_ state: NgramState) -> NgramContext {
    var context = NgramContext()
    guard state.word < unigrams.count else { return context }
    context.backoff = unigrams.backoffs[Int(state.word)]
    context.bigrams = unigrams.children(state.word, limit: bigrams.count)
    guard let trigrams, let inner = bigrams.inner, let index = inner.index(of: state.bigram) else {
      return context
    }
    context.bigramBackoff = inner.backoffs.value(index)
    if let children = bigrams.children?.pair(at: index) {
      let end = min(children.1, trigrams.count)
      let width = NgramModelLayout.rankWidth(context.bigrams.count)
      context.firstTrigram = min(max(0, children.0), end)
      context.trigrams = RankList(
        trigrams.ranks, firstBit: inner.childBits.value(at: index), count: end - context.firstTrigram,
        width: width, stride: width)
    }
    guard let fourgrams, let inner = trigrams.inner, let index = inner.index(of: state.trigram) else {
      return context
    }
    context.trigramBackoff = inner.backoffs.value(index)
    let bits = inner.childBits.pair(at: index)
    let width = NgramModelLayout.rankWidth(context.trigrams.count)
    let stride = width + fourgrams.book.bits
    context.fourgrams = RankList(
      fourgrams.records, firstBit: bits.0, count: max(0, bits.1 - bits.0) / max(1, stride), width: width,
      stride: stride)
    return context
  }
}
