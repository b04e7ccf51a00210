/// Scores the words that may stand at one place after many histories, and remembers what it looked up.
///
/// Histories share their last words, so what the words of a place weigh after one word, and after two, is looked up
/// once for all of them. Look-ups of whole words and contexts stay in direct-mapped tables; they are pure functions of
/// their keys, so that nothing but speed depends on what was scored before. Scores are those of
/// `NgramModel.score(_:words:count:into:nextStates:)`. Owns its buffers; not `Sendable`.
public final class NgramScorer {
  @exclusivity(unchecked) private var scores: UnsafeMutablePointer<Float>
  @exclusivity(unchecked) private var nextStates: UnsafeMutablePointer<NgramState>
  private let lookups: NgramLookups
  @exclusivity(unchecked) private var words = UnsafeBufferPointer<WordID>(start: nil, count: 0)
  private var count: Int { words.count }
  private var capacity = 64
  @exclusivity(unchecked) private var afterWord: [ScoreRow] = []
  @exclusivity(unchecked) private var afterPair: [ScoreRow] = []
  @exclusivity(unchecked) private var wordRows = 0
  @exclusivity(unchecked) private var pairRows = 0

  /// A scorer over `model`.
  public init(_ model: NgramModel) {
    lookups = NgramLookups(model)
    scores = .allocate(capacity: capacity)
    nextStates = .allocate(capacity: capacity)
  }

  deinit {
    scores.deallocate()
    nextStates.deallocate()
    for row in afterWord + afterPair { row.deallocate() }
  }

  /// Goes to a place at which `count` words may stand; the memory must stay as it is until the next call.
  public func begin(_ words: UnsafePointer<WordID>, count: Int) {
    self.words = UnsafeBufferPointer(start: words, count: count)
    (wordRows, pairRows) = (0, 0)
    guard count > capacity else { return }
    for row in afterWord + afterPair { row.deallocate() }
    (afterWord, afterPair) = ([], [])
    scores.deallocate()
    nextStates.deallocate()
    capacity = 2 * count
    scores = .allocate(capacity: capacity)
    nextStates = .allocate(capacity: capacity)
  }

  /// Fetches what is asked first where words are scored after `state`.
  public func fetch(_ state: NgramState) { lookups.fetchSlots(state) }

  /// Gets ready to score the words of the place after each of `states`: what they need is fetched together.
  public func prepare(_ states: UnsafeBufferPointer<NgramState>) { lookups.prepare(states, words) }

  /// Gets ready to score words in places where others stand.
  public func prepare(_ trials: inout [NgramTrial]) { lookups.prepare(&trials) }

  /// Fetches what tells what follows `first`, were it one of `words`.
  public func fetchBigrams(_ first: WordID, _ words: UnsafeBufferPointer<WordID>) {
    for word in words { lookups.fetchBigram(first, word) }
  }

  /// Log10 probabilities of the words of the place after `state`, and the states behind them; both are good until the
  /// next call.
  public func score(
    _ state: NgramState
  ) -> (scores: UnsafePointer<Float>, nextStates: UnsafePointer<NgramState>) {
    fill(state)
    return (UnsafePointer(scores), UnsafePointer(nextStates))
  }

  private func fill(_ state: NgramState) {
    let first = rowAfterWord(state.word)
    guard let pair = lookups.pairContext(state.bigram, limit: first.childCount) else {
      return finish(first, backoff: first.backoff)
    }
    let second = rowAfterPair(state.bigram, pair, first)
    guard let triple = lookups.tripleContext(state.trigram, siblings: pair.count) else {
      return finish(first, second, first.backoff + pair.backoff, pair.backoff)
    }
    finish(first, second, pair, triple)
  }

  /// Log10 probability of `second` after `first` alone.
  public func bigram(_ first: WordID, _ second: WordID) -> Float { lookups.bigram(first, second) }

  /// No word's log10 probability after `first` alone is greater than this.
  public func mostLikely(after first: WordID) -> Float { lookups.mostLikely(after: first) }

  /// Log10 probabilities of `words` after `first` alone; `scores` has room for as many.
  public func bigrams(
    _ first: WordID, _ words: UnsafeBufferPointer<WordID>, into scores: UnsafeMutablePointer<Float>
  ) {
    lookups.bigrams(first, words, into: scores)
  }

  /// Log10 probabilities of `second` after each of `firsts` alone; `scores` has room for as many.
  public func bigrams(
    _ firsts: UnsafeBufferPointer<WordID>, before second: WordID, into scores: UnsafeMutablePointer<Float>
  ) {
    lookups.bigrams(firsts, before: second, into: scores)
  }

  /// Log10 probability of `word` after `state`, and the state behind it.
  public func score(_ state: NgramState, _ word: WordID) -> (score: Float, next: NgramState) {
    lookups.score(state, word)
  }

  /// Scores the words of a text, the first of them after `opening`, into `sequence`. O(number of words).
  public func score(
    _ words: UnsafeBufferPointer<WordID>, after opening: WordID, into sequence: inout ScoredSequence
  ) {
    lookups.score(words, after: opening, into: &sequence)
  }

  /// Only the last word counts.
  private func finish(_ row: ScoreRow, backoff: Float) {
    for index in 0..<count {
      let entry = row.entries[index]
      scores[index] = entry.isKnown ? entry.score : entry.score + backoff
      nextStates[index] = NgramState(word: words[index], bigram: entry.context)
    }
  }

  /// The last two words count.
  private func finish(
    _ first: ScoreRow, _ second: ScoreRow, _ all: Float, _ pairBackoff: Float
  ) {
    for index in 0..<count {
      let (word, pair) = (first.entries[index], second.entries[index])
      scores[index] =
        pair.isKnown ? pair.score : word.isKnown ? word.score + pairBackoff : word.score + all
      nextStates[index] = NgramState(
        word: words[index], bigram: word.context, trigram: pair.context)
    }
  }

  /// The last three words count.
  private func finish(_ first: ScoreRow, _ second: ScoreRow, _ context: PairContext, _ triple: TripleContext)
  {
    let weights = (
      first.backoff + context.backoff + triple.backoff, context.backoff + triple.backoff, triple.backoff
    )
    let list = lookups.list(triple)
    var place = 0
    var next = list.count > 0 ? list.rank(0) : .max
    for index in 0..<count {
      let (word, pair) = (first.entries[index], second.entries[index])
      nextStates[index] = NgramState(word: words[index], bigram: word.context, trigram: pair.context)
      guard pair.isKnown else {
        scores[index] = word.isKnown ? word.score + weights.1 : word.score + weights.0
        continue
      }
      scores[index] = pair.score + weights.2
      let rank = Int(pair.node) - Int(context.firstTrigram)
      guard rank >= next else { continue }
      if rank > next {
        place = list.firstNotBelow(rank, from: place + 1)
        next = place < list.count ? list.rank(place) : .max
        guard next == rank else { continue }
      }
      scores[index] = lookups.fourgram(list, place)
    }
  }

  private func rowAfterWord(_ word: WordID) -> ScoreRow {
    for index in 0..<wordRows where afterWord[index].key == UInt32(word) { return afterWord[index] }
    if wordRows == afterWord.count { afterWord.append(ScoreRow(capacity: capacity)) }
    var row = afterWord[wordRows]
    row.key = UInt32(word)
    lookups.fill(&row, after: word, words)
    afterWord[wordRows] = row
    wordRows += 1
    return row
  }

  private func rowAfterPair(_ bigram: UInt32, _ context: PairContext, _ first: ScoreRow) -> ScoreRow {
    for index in 0..<pairRows where afterPair[index].key == bigram { return afterPair[index] }
    if pairRows == afterPair.count { afterPair.append(ScoreRow(capacity: capacity)) }
    afterPair[pairRows].key = bigram
    lookups.fill(afterPair[pairRows], after: context, first, count)
    pairRows += 1
    return afterPair[pairRows - 1]
  }
}

/// What the words of a place weigh after one context.
struct ScoreRow {
  struct Entry {
    /// Log10 probability in the longest n-gram found.
    var score: Float
    /// The n-gram, where one was found.
    var node: UInt32
    /// The same where something continues it, `NgramState.none` otherwise.
    var context: UInt32
    var isKnown: Bool { node != NgramState.none }
  }

  /// The context.
  var key: UInt32 = 0
  /// Log10 backoff weight of the word before.
  var backoff: Float = 0
  /// First of its successors, and how many there are.
  var (firstChild, childCount) = (0, 0)
  let entries: UnsafeMutablePointer<Entry>

  init(capacity: Int) { entries = .allocate(capacity: capacity) }

  func deallocate() { entries.deallocate() }
}
