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
    guard first < unigrams.count, let map = successors.row(of: first).map else {
      for (index, word) in words.enumerated() { scores[index] = bigram(first, word) }
      return
    }
    let row = successors.known(first)
    for word in words { SuccessorMaps.fetch(word, in: map) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: words.count) { nodes in
      for (index, word) in words.enumerated() {
        let (rank, isSuccessor) = Int(word) < unigrams.count ? SuccessorMaps.place(word, in: map) : (0, false)
        nodes[index] = isSuccessor ? row.first &+ UInt32(truncatingIfNeeded: rank) : NgramState.none
        if isSuccessor { model.bigrams.probabilities.fetch(Int(nodes[index])) }
      }
      for (index, word) in words.enumerated() {
        scores[index] =
          nodes[index] != NgramState.none
          ? model.bigrams.probabilities.value(Int(nodes[index])) : unigrams.probability(word) + row.backoff
      }
    }
  }

  /// Log10 probabilities of `second` after each of `firsts` alone.
  ///
  /// In small steps, so that one need not wait for another.
  func bigrams(
    _ firsts: UnsafeBufferPointer<WordID>, before second: WordID, into scores: UnsafeMutablePointer<Float>
  ) {
    let unigrams = model.unigrams
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: firsts.count) { nodes in
      for first in firsts { fetchBigram(first, second) }
      for (index, first) in firsts.enumerated() {
        nodes[index] = node(first, second)
        if nodes[index] != NgramState.none { model.bigrams.probabilities.fetch(Int(nodes[index])) }
      }
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
  func node(_ first: WordID, _ second: WordID) -> UInt32 {
    guard first < model.unigrams.count, let place = place(first, second) else { return NgramState.none }
    return UInt32(truncatingIfNeeded: place)
  }

  /// Where the bigram of two words stands; nil if it is not known. `first` is in the vocabulary.
  @inline(__always)
  private func place(_ first: WordID, _ second: WordID) -> Int? {
    let row = successors.row(of: first)
    if let map = row.map {
      let rank = Int(second) < model.unigrams.count ? SuccessorMaps.rank(second, in: map) : nil
      return rank.map { Int(row.first) &+ $0 }
    }
    let children = model.unigrams.children(first, limit: model.bigrams.count)
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

  /// The trigram of `context` whose last bigram has this rank.
  private func trigram(_ context: PairContext, rank: Int) -> ScoreRow.Entry? {
    guard let trigrams = model.trigrams, let place = list(context).record(of: rank) else { return nil }
    let node = Int(context.firstTrigram) + place
    return ScoreRow.Entry(
      score: trigrams.probabilities.value(node), node: UInt32(truncatingIfNeeded: node),
      context: trigrams.inner?.context(node) ?? NgramState.none)
  }
}
