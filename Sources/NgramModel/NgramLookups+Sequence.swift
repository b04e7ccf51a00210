extension NgramLookups {
  /// Log10 probability of `second` after `first` alone.
  func bigram(_ first: WordID, _ second: WordID) -> Float {
    guard first < model.unigrams.count else { return model.unigrams.probability(second) }
    if let place = place(first, second) { return model.bigrams.probabilities.value(place) }
    return model.unigrams.probability(second) + model.unigrams.backoffs[Int(first)]
  }

  /// No word's log10 probability after `first` alone is greater than this; found once for each word.
  func mostLikely(after first: WordID) -> Float {
    guard first < model.unigrams.count else { return 0 }
    if most[Int(first)] <= 0 { return most[Int(first)] }
    // Whatever is no successor is at most as likely as anything at all behind the word.
    var greatest = model.unigrams.backoffs[Int(first)]
    for place in model.unigrams.children(first, limit: model.bigrams.count) {
      greatest = max(greatest, model.bigrams.probabilities.value(place))
    }
    most[Int(first)] = min(0, greatest)
    return most[Int(first)]
  }

  /// Log10 probabilities of `words` after `first` alone, in any order.
  func bigrams(
    _ first: WordID, _ words: UnsafeBufferPointer<WordID>, into scores: UnsafeMutablePointer<Float>
  ) {
    let unigrams = model.unigrams
    let children = first < unigrams.count ? unigrams.children(first, limit: model.bigrams.count) : 0..<0
    guard first < unigrams.count, let map = successors.map(of: first, children) else {
      for (index, word) in words.enumerated() { scores[index] = bigram(first, word) }
      return
    }
    let backoff = unigrams.backoffs[Int(first)]
    for (index, word) in words.enumerated() {
      let known =
        Int(word) < unigrams.count ? SuccessorMaps.place(word, in: map) : (rank: 0, isSuccessor: false)
      scores[index] =
        known.isSuccessor
        ? model.bigrams.probabilities.value(children.lowerBound &+ known.rank)
        : unigrams.probability(word) + backoff
    }
  }

  /// Log10 probabilities of `second` after each of `firsts` alone.
  ///
  /// In two steps: first where each bigram is, so that one need not wait for another.
  func bigrams(
    _ firsts: UnsafeBufferPointer<WordID>, before second: WordID, into scores: UnsafeMutablePointer<Float>
  ) {
    let unigrams = model.unigrams
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: firsts.count) { nodes in
      for (index, first) in firsts.enumerated() { nodes[index] = node(first, second) }
      for (index, first) in firsts.enumerated() {
        guard nodes[index] == NgramState.none else {
          scores[index] = model.bigrams.probabilities.value(Int(nodes[index]))
          continue
        }
        let backoff = first < unigrams.count ? unigrams.backoffs[Int(first)] : 0
        scores[index] = unigrams.probability(second) + backoff
      }
    }
  }

  /// The bigram of two words, `NgramState.none` where it is not known.
  @inline(__always)
  private func node(_ first: WordID, _ second: WordID) -> UInt32 {
    guard first < model.unigrams.count, let place = place(first, second) else { return NgramState.none }
    return UInt32(truncatingIfNeeded: place)
  }

  /// Where the bigram of two words stands; nil if it is not known. `first` is in the vocabulary.
  @inline(__always)
  private func place(_ first: WordID, _ second: WordID) -> Int? {
    let children = model.unigrams.children(first, limit: model.bigrams.count)
    if let map = successors.map(of: first, children) {
      let rank = Int(second) < model.unigrams.count ? SuccessorMaps.rank(second, in: map) : nil
      return rank.map { children.lowerBound &+ $0 }
    }
    let place = model.bigrams.firstNotBelow(second, from: children.lowerBound, to: children.upperBound)
    return place < children.upperBound && model.bigrams.words[place] == second ? place : nil
  }

  /// Log10 probability of `word` after `state`, and the state behind it.
  func score(_ state: NgramState, _ word: WordID) -> (score: Float, next: NgramState) {
    let unigrams = model.unigrams
    var next = NgramState(word: word)
    guard state.word < unigrams.count else { return (unigrams.probability(word), next) }
    let children = unigrams.children(state.word, limit: model.bigrams.count)
    let pair = pairContext(state.bigram, limit: children.count)
    let triple = pair.flatMap { tripleContext(state.trigram, siblings: $0.count) }
    let backoff = (pair?.backoff ?? 0) + (triple?.backoff ?? 0)
    guard let place = place(state.word, word) else {
      return (unigrams.probability(word) + unigrams.backoffs[Int(state.word)] + backoff, next)
    }
    let bigram = entry(place)
    next.bigram = bigram.context
    guard let pair, let trigram = trigram(pair, rank: place - children.lowerBound) else {
      return (bigram.score + backoff, next)
    }
    next.trigram = trigram.context
    guard let triple else { return (trigram.score, next) }
    let fourgram = fourgram(triple, rank: Int(trigram.node) - Int(pair.firstTrigram))
    return (fourgram ?? trigram.score + triple.backoff, next)
  }

  /// Log10 probability of the fourgram of `context` whose last trigram has this rank; nil if it is not known.
  private func fourgram(_ context: TripleContext, rank: Int) -> Float? {
    let list = list(context)
    return list.record(of: rank).map { fourgram(list, $0) }
  }

  /// Scores `words`, the first of them after `opening`, into `sequence`.
  ///
  /// Goes over them once for each order: the look-ups of one order do not wait for one another.
  func score(_ words: UnsafeBufferPointer<WordID>, after opening: WordID, into sequence: inout ScoredSequence)
  {
    let unigrams = model.unigrams
    sequence.begin(words.count)
    var previous = opening
    for index in 0..<words.count {
      sequence.entries[index].node = node(previous, words[index])
      previous = words[index]
    }
    previous = opening
    for index in 0..<words.count {
      let node = sequence.entries[index].node
      let found = node != NgramState.none ? entry(Int(node)) : missing(words[index])
      let backoff = previous < unigrams.count ? unigrams.backoffs[Int(previous)] : 0
      let score = found.isKnown ? found.score : found.score + backoff
      sequence.entries[index] = found
      (sequence.pairs[index], sequence.scores[index]) = (score, score)
      previous = words[index]
    }
    sequence.states[0] = NgramState(word: opening)
    let nothing = ScoredSequence.Siblings(count: 0, first: 0)
    for index in 0..<words.count {
      let pair = sequence.entries[index]
      var state = NgramState(word: words[index], bigram: pair.context)
      sequence.siblings[index] = nothing
      defer { sequence.states[index + 1] = state }
      guard index > 0, sequence.states[index].bigram != NgramState.none else { continue }
      let children = unigrams.children(words[index - 1], limit: model.bigrams.count)
      guard let context = pairContext(sequence.states[index].bigram, limit: children.count) else { continue }
      sequence.siblings[index].count = context.count
      sequence.scores[index] += context.backoff
      guard pair.isKnown, let found = trigram(context, rank: Int(pair.node) - children.lowerBound) else {
        continue
      }
      // The third word's place among those that continue the first two.
      sequence.siblings[index].first = context.firstTrigram
      sequence.entries[index].node = found.node
      sequence.siblings[index].isKnown = true
      sequence.scores[index] = found.score
      state.trigram = found.context
    }
    for index in 1..<max(1, words.count) where sequence.states[index].trigram != NgramState.none {
      let siblings = sequence.siblings[index]
      guard let context = tripleContext(sequence.states[index].trigram, siblings: siblings.count) else {
        continue
      }
      sequence.scores[index] += context.backoff
      guard siblings.isKnown else { continue }
      let rank = Int(sequence.entries[index].node) - Int(siblings.first)
      if let known = fourgram(context, rank: rank) { sequence.scores[index] = known }
    }
  }

  /// The trigram of `context` whose last bigram has this rank.
  private func trigram(_ context: PairContext, rank: Int) -> ScoreRow.Entry? {
    guard context.count > 0, let trigrams = model.trigrams else { return nil }
    let width = Int(context.width)
    let list = RankList(
      trigrams.ranks, firstBit: Int(context.firstBit), count: Int(context.count), width: width, stride: width)
    guard let place = list.record(of: rank) else { return nil }
    let node = Int(context.firstTrigram) + place
    return ScoreRow.Entry(
      score: trigrams.probabilities.value(node), node: UInt32(truncatingIfNeeded: node),
      context: trigrams.inner?.context(node) ?? NgramState.none)
  }
}
