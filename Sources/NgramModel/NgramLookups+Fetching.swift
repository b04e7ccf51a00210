import CMachine

/// Models are larger than any cache, so that most of the time of a look-up goes by in waiting. Who has several to make
/// goes over all of them in small steps, each of which fetches what the next one reads: they wait together. Nothing that
/// is found depends on it.
extension NgramLookups {
  /// Fetches what tells where the bigram of two words stands.
  @inline(__always)
  func fetchBigram(_ first: WordID, _ second: WordID) {
    guard first < model.unigrams.count, let map = successors.known(first).map else { return }
    SuccessorMaps.fetch(second, in: map)
  }

  /// Fetches what the bigram at `place` says.
  @inline(__always)
  func fetchEntry(bigram place: Int) {
    model.bigrams.probabilities.fetch(place)
    model.bigrams.inner?.fetch(node: place)
  }

  /// Fetches what the trigram at `place` says.
  @inline(__always)
  func fetchEntry(trigram place: Int) {
    model.trigrams?.probabilities.fetch(place)
    model.trigrams?.inner?.fetch(node: place)
  }

  /// Fetches the slots that `state` has among those that were found.
  @inline(__always)
  func fetchSlots(_ state: NgramState) {
    successors.fetch(state.word)
    if state.bigram != NgramState.none { cmachine_fetch(pairs.slot(state.bigram)) }
    if state.trigram != NgramState.none { cmachine_fetch(triples.slot(state.trigram)) }
  }

  /// The number of the bigram `node` among those that anything follows, unless what follows it was found.
  @inline(__always)
  private func sought(pair node: UInt32) -> Int? {
    guard node != NgramState.none, pairs.slot(node).pointee.key != node &+ 1 else { return nil }
    return model.bigrams.inner?.index(of: node)
  }

  /// The same of the trigram `node`.
  @inline(__always)
  private func sought(triple node: UInt32) -> Int? {
    guard node != NgramState.none, triples.slot(node).pointee.key != node &+ 1 else { return nil }
    return model.trigrams?.inner?.index(of: node)
  }

  /// Fetches what tells where to look for what follows the bigram `node`; its slot is best at hand.
  func beginPair(_ node: UInt32) {
    guard let index = sought(pair: node) else { return }
    model.bigrams.inner?.backoffs.fetch(index)
    model.bigrams.inner?.childBits.fetchSample(index)
    model.bigrams.children?.fetchSample(index)
  }

  /// Fetches what `beginPair` led to.
  func goOnWithPair(_ node: UInt32) {
    guard let index = sought(pair: node) else { return }
    model.bigrams.inner?.childBits.fetch(index)
    model.bigrams.children?.fetch(index)
  }

  /// Fetches what tells where to look for what follows the trigram `node`; its slot is best at hand.
  func beginTriple(_ node: UInt32) {
    guard let index = sought(triple: node) else { return }
    model.trigrams?.inner?.backoffs.fetch(index)
    model.trigrams?.inner?.childBits.fetchSample(index)
  }

  /// Fetches what `beginTriple` led to.
  func goOnWithTriple(_ node: UInt32) {
    guard let index = sought(triple: node) else { return }
    model.trigrams?.inner?.childBits.fetch(index)
  }

  /// Gets ready to score `words` after each of `states`, whose slots are best at hand.
  func prepare(_ states: UnsafeBufferPointer<NgramState>, _ words: UnsafeBufferPointer<WordID>) {
    for (number, state) in states.enumerated() {
      beginPair(state.bigram)
      beginTriple(state.trigram)
      let isNew = !states[..<number].contains { $0.word == state.word }
      guard isNew, state.word < model.unigrams.count, let map = successors.known(state.word).map else {
        continue
      }
      for word in words { SuccessorMaps.fetch(word, in: map) }
    }
    for state in states {
      goOnWithPair(state.bigram)
      goOnWithTriple(state.trigram)
    }
    for state in states where state.word < model.unigrams.count {
      let limit = model.unigrams.children(state.word, limit: model.bigrams.count).count
      guard let pair = pairContext(state.bigram, limit: limit) else { continue }
      list(pair).fetch()
      if let triple = tripleContext(state.trigram, siblings: pair.count) { list(triple).fetch() }
    }
  }

  /// Gets ready to score the words of `trials` and those behind them; the words themselves are best at hand.
  func prepare(_ trials: inout [NgramTrial]) {
    for index in trials.indices where trials[index].before < model.unigrams.count {
      trials[index].node = node(trials[index].before, trials[index].word)
      if trials[index].node != NgramState.none { fetchEntry(bigram: Int(trials[index].node)) }
    }
    for index in trials.indices where trials[index].node != NgramState.none {
      trials[index].node = model.bigrams.inner?.context(Int(trials[index].node)) ?? NgramState.none
      fetchSlots(NgramState(word: trials[index].word, bigram: trials[index].node))
    }
    for trial in trials {
      beginPair(trial.node)
      fetchBigram(trial.word, trial.behind)
    }
    for trial in trials { goOnWithPair(trial.node) }
  }
}

/// A word that is tried between two others.
public struct NgramTrial {
  let before: WordID
  let word: WordID
  let behind: WordID
  /// The bigram of the first two, as far as it is known.
  var node = NgramState.none

  /// `word` between `before` and `behind`.
  public init(after before: WordID, _ word: WordID, before behind: WordID) {
    (self.before, self.word, self.behind) = (before, word, behind)
  }
}
