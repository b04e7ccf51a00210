extension NgramLookups {
  /// Log10 probability of `second` after `first` alone.
  func bigram(_ first: WordID, _ second: WordID) -> Float {
    guard first < model.unigrams.count else { return model.unigrams.probability(second) }
    return place(first, second).map(model.bigrams.probabilities.value)
      ?? model.unigrams.probability(second) + model.unigrams.backoffs[Int(first)]
  }

  /// What the bigram of two words says.
  private func entry(_ first: WordID, _ second: WordID) -> ScoreRow.Entry {
    guard first < model.unigrams.count else { return missing(second) }
    return place(first, second).map(entry) ?? missing(second)
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

  /// Log10 probabilities of `words`, the first of them after `opening`.
  ///
  /// Goes over them once for each order: the look-ups of one order do not wait for one another.
  func sequence(_ words: UnsafeBufferPointer<WordID>, after opening: WordID, into scores: inout [Float]) {
    let unigrams = model.unigrams
    var previous = opening
    var pairs: [ScoreRow.Entry] = []
    pairs.reserveCapacity(words.count)
    for word in words {
      pairs.append(entry(previous, word))
      previous = word
    }
    scores.removeAll(keepingCapacity: true)
    let nothing = ScoreRow.Entry(score: 0, node: NgramState.none, context: NgramState.none)
    var triples = [ScoreRow.Entry](repeating: nothing, count: words.count)
    /// Number and first of the trigrams that continue the two words before each.
    var siblings = [(count: UInt32, first: UInt32)](repeating: (0, 0), count: words.count)
    for index in words.indices {
      let last = index > 0 ? words[index - 1] : opening
      let pair = pairs[index]
      let backoff = last < unigrams.count ? unigrams.backoffs[Int(last)] : 0
      scores.append(pair.isKnown ? pair.score : pair.score + backoff)
      guard index > 0, pairs[index - 1].context != NgramState.none else { continue }
      let children = unigrams.children(last, limit: model.bigrams.count)
      guard let context = pairContext(pairs[index - 1].context, limit: children.count) else { continue }
      siblings[index] = (context.count, context.firstTrigram)
      scores[index] += context.backoff
      guard pair.isKnown, let found = trigram(context, rank: Int(pair.node) - children.lowerBound) else {
        continue
      }
      triples[index] = found
      scores[index] = found.score
    }
    for index in words.indices.dropFirst() where triples[index - 1].context != NgramState.none {
      guard let context = tripleContext(triples[index - 1].context, siblings: siblings[index].count) else {
        continue
      }
      scores[index] += context.backoff
      guard triples[index].isKnown else { continue }
      let list = list(context)
      let rank = Int(triples[index].node) - Int(siblings[index].first)
      let place = list.firstNotBelow(rank, from: 0)
      if place < list.count, list.rank(place) == rank { scores[index] = fourgram(list, place) }
    }
  }

  /// The trigram of `context` whose last bigram has this rank.
  private func trigram(_ context: PairContext, rank: Int) -> ScoreRow.Entry? {
    guard context.count > 0, let trigrams = model.trigrams else { return nil }
    let width = Int(context.width)
    let list = RankList(
      trigrams.ranks, firstBit: Int(context.firstBit), count: Int(context.count), width: width, stride: width)
    let place = list.firstNotBelow(rank, from: 0)
    guard place < list.count, list.rank(place) == rank else { return nil }
    let node = Int(context.firstTrigram) + place
    return ScoreRow.Entry(
      score: trigrams.probabilities.value(node), node: UInt32(truncatingIfNeeded: node),
      context: trigrams.inner?.context(node) ?? NgramState.none)
  }
}
