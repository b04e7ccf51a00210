import CMachine

extension NgramLookups {
  /// Scores `words`, the first of them after `opening`, into `sequence`. O(number of words).
  func score(_ words: UnsafeBufferPointer<WordID>, after opening: WordID, into sequence: inout ScoredSequence)
  {
    sequence.begin(words.count)
    sequence.states[0] = NgramState(word: opening)
    sequence.scores.withUnsafeMutableBufferPointer { scores in
      sequence.pairs.withUnsafeMutableBufferPointer { pairs in
        sequence.states.withUnsafeMutableBufferPointer { states in
          sequence.steps.withUnsafeMutableBufferPointer { steps in
            let pass = SequencePass(
              lookups: self, words: words, scores: scores, pairs: pairs, states: states, steps: steps)
            pass.run()
          }
        }
      }
    }
  }
}

/// Scores the words of a text in short stretches, each of them in small steps: every step has fetched what the next one
/// reads, so that the words of a stretch wait for memory together and not one after another.
struct SequencePass {
  /// What is known of a word and of the words before it.
  struct Step {
    /// The bigram and the trigram that end with the word, `NgramState.none` where they are not known.
    var (bigram, trigram) = (NgramState.none, NgramState.none)
    /// What follows the two and the three words before.
    var (pair, triple) = (PairContext(), TripleContext())
  }

  /// What a stretch fetches must stay in the nearest cache.
  private static let stretch = 64

  let lookups: NgramLookups
  let words: UnsafeBufferPointer<WordID>
  let scores: UnsafeMutableBufferPointer<Float>
  let pairs: UnsafeMutableBufferPointer<Float>
  let states: UnsafeMutableBufferPointer<NgramState>
  let steps: UnsafeMutableBufferPointer<Step>
  private var model: NgramModel { lookups.model }

  /// Scores all words; the state before the first is there.
  func run() {
    for start in stride(from: 0, to: words.count, by: Self.stretch) {
      let places = start..<min(start + Self.stretch, words.count)
      scoreBigrams(places)
      findPairs(places)
      scoreTrigrams(places)
      guard model.fourgrams != nil else { continue }
      findTriples(places)
      scoreFourgrams(places)
    }
  }

  private func before(_ place: Int) -> WordID { place > 0 ? words[place - 1] : states[0].word }

  private func scoreBigrams(_ places: Range<Int>) {
    let unigrams = model.unigrams
    for place in places { lookups.fetchBigram(before(place), words[place]) }
    for place in places {
      let node = lookups.node(before(place), words[place])
      steps[place].bigram = node
      if node != NgramState.none { lookups.fetchEntry(bigram: Int(node)) }
    }
    for place in places {
      let (previous, node) = (before(place), steps[place].bigram)
      let found = node != NgramState.none ? lookups.entry(Int(node)) : lookups.missing(words[place])
      let backoff = previous < unigrams.count ? unigrams.backoffs[Int(previous)] : 0
      scores[place] = found.isKnown ? found.score : found.score + backoff
      pairs[place] = scores[place]
      states[place + 1] = NgramState(word: words[place], bigram: found.context)
      if found.context != NgramState.none { cmachine_fetch(lookups.pairs.slot(found.context)) }
    }
  }

  /// Finds what follows the two words before each.
  private func findPairs(_ places: Range<Int>) {
    for place in places { lookups.beginPair(states[place].bigram) }
    for place in places { lookups.goOnWithPair(states[place].bigram) }
    for place in places {
      steps[place].pair = PairContext()
      let previous = before(place)
      guard previous < model.unigrams.count else { continue }
      let limit = model.unigrams.children(previous, limit: model.bigrams.count).count
      guard let found = lookups.pairContext(states[place].bigram, limit: limit) else { continue }
      steps[place].pair = found
      lookups.list(found).fetch()
    }
  }

  private func scoreTrigrams(_ places: Range<Int>) {
    for place in places {
      steps[place].trigram = NgramState.none
      let (pair, bigram) = (steps[place].pair, steps[place].bigram)
      guard pair.key != 0 else { continue }
      scores[place] += pair.backoff
      guard bigram != NgramState.none else { continue }
      let first = model.unigrams.children(before(place), limit: model.bigrams.count).lowerBound
      guard let rank = lookups.list(pair).record(of: Int(bigram) - first) else { continue }
      let node = Int(pair.firstTrigram) + rank
      steps[place].trigram = UInt32(truncatingIfNeeded: node)
      lookups.fetchEntry(trigram: node)
    }
    for place in places where steps[place].trigram != NgramState.none {
      let node = Int(steps[place].trigram)
      guard let trigrams = model.trigrams else { continue }
      scores[place] = trigrams.probabilities.value(node)
      let context = trigrams.inner?.context(node) ?? NgramState.none
      states[place + 1].trigram = context
      if context != NgramState.none { cmachine_fetch(lookups.triples.slot(context)) }
    }
  }

  /// Finds what follows the three words before each.
  private func findTriples(_ places: Range<Int>) {
    for place in places { lookups.beginTriple(states[place].trigram) }
    for place in places { lookups.goOnWithTriple(states[place].trigram) }
    for place in places {
      steps[place].triple = TripleContext()
      let (node, siblings) = (states[place].trigram, steps[place].pair.count)
      guard let found = lookups.tripleContext(node, siblings: siblings) else { continue }
      steps[place].triple = found
      lookups.list(found).fetch()
    }
  }

  private func scoreFourgrams(_ places: Range<Int>) {
    for place in places where steps[place].triple.key != 0 {
      scores[place] += steps[place].triple.backoff
      guard steps[place].trigram != NgramState.none else { continue }
      let list = lookups.list(steps[place].triple)
      let rank = Int(steps[place].trigram) - Int(steps[place].pair.firstTrigram)
      if let record = list.record(of: rank) { scores[place] = lookups.fourgram(list, record) }
    }
  }
}
