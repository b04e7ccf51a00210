import NgramModel
import VietText

/// Finds the words of a text that are as good as certain as they stand, so that nothing else is sought for them.
///
/// Most words of most pages are right. One score each, in the text as it stands, tells of some of them that no other
/// word could gain what a change costs; of the rest, what the nearest neighbours say for the best rival decides whether
/// the search is to look at it. The bounds were drawn on readings beside correct text: of the changes that a search of
/// everything makes in lines of text with its marks, one in a hundred lies beyond them.
final class IdentityScan {
  /// What a word and the three behind it may lack of certainty, log10, beside what a change costs, before rivals are
  /// looked at one by one: a rival that made them all certain would gain no more.
  private static let leastDoubt: Float = 2.6
  /// How much less than the cheapest rival costs a word and the next one may lack of certainty before rivals are
  /// looked at, log10.
  private static let slack: Float = 1
  /// What the best rival must gain among its neighbours, log10, less what the text around lacks of certainty.
  private static let leastGain: Float = -4
  /// How far that lack weighs beside the gain.
  private static let doubtWeight: Float = 0.3
  /// What a rival that the neighbours speak for must gain with all words that it bears on and by what stands around,
  /// log10: what the document repeats, and other changes beside it, may make it likelier.
  private static let leastExact: Float = -3
  /// The same where the word beside is in doubt too: both may be wrong.
  private static let leastBeside: Float = -5
  /// The odds of a rival where there is none, log10.
  private static let none: Float = -6
  /// In lines with more unknown words anything may be wrong.
  private static let mostDirt: Float = 0.05
  /// The same in what a search made of a bad reading.
  private static let mostDirtOfProof: Float = 0.02

  /// So many words are looked at together.
  private static let stretch = 64

  private let models: DecoderModels
  private let store: CandidateStore
  private let scorer: NgramScorer
  private let rivals: SeenRivals
  private var words: [WordID] = []
  /// The words of the paragraph as they stand; behind them a few scores of 0, as nothing is in doubt beyond the end.
  private var sequence = ScoredSequence()
  private var scores: [Float] { sequence.scores }
  /// What the end of the paragraph adds to the score, log10: after all words, and after the last alone.
  private var ending: (score: Float, pair: Float) = (0, 0)
  private var strongest = StrongestRivals()
  /// What marks the words of the stretch at hand as themselves, 0 for what is no known word.
  private var keys: [UInt64] = []
  private var evidence: ContextEvidence?
  private var weighsRivals = true
  /// What the text repeats as it stands.
  private var phrases = DocumentPhrases()
  /// The words whose neighbours speak for a rival, and these rivals, one after another.
  private var contested: [Contested] = []
  private var likely: [(word: WordID, cost: Float)] = []
  /// These rivals between the words around them.
  private var trials: [NgramTrial] = []
  /// The rivals of the word at hand that the word before it speaks for, with what they gain so far.
  private var strong: [(cost: Float, gain: Float)] = []
  private var strongWords: [WordID] = []

  /// A word whose neighbours speak for some of its rivals.
  private struct Contested {
    var index: Int
    var standing: ClosedUnits.Standing
    var penalty: Float
    /// Where these rivals stand in `likely`.
    var rivals: Range<Int>
  }
  /// Log10 probabilities of the rivals of a word after the word before it.
  private let behindLast = GrowingBuffer<Float>()

  /// A scan that remembers so many rivals.
  init(
    _ models: DecoderModels, _ store: CandidateStore, _ scorer: NgramScorer,
    remembering rivals: Int = SeenRivals.standardCapacity
  ) {
    (self.models, self.store, self.scorer) = (models, store, scorer)
    self.rivals = SeenRivals(capacity: rivals)
    evidence = models.context.map { ContextEvidence($0) }
  }

  /// The closed units of a text; none where nothing is to be gained. Unless it `weighsRivals`, words whose neighbours
  /// speak for a rival are open. O(units).
  func closed(
    _ units: [Unit], _ sources: LineSources, _ builder: LatticeBuilder, weighsRivals: Bool
  ) -> ClosedUnits {
    self.weighsRivals = weighsRivals
    phrases = DocumentPhrases()
    guard units.contains(where: { isMarked($0, sources) }) else { return ClosedUnits() }
    if weighsRivals { countPhrases(units) }
    var standings = [ClosedUnits.Standing?](repeating: nil, count: units.count)
    var start = 0
    while start < units.count {
      var end = start + 1
      while end < units.count, units[end].gap != .paragraph { end += 1 }
      scan(units[start..<end], sources, builder, &standings)
      start = end
    }
    openNeighbours(units, sources, &standings)
    return ClosedUnits(standings)
  }

  /// Counts what the text repeats.
  private func countPhrases(_ units: [Unit]) {
    for unit in units {
      if unit.gap == .paragraph { phrases.begin() }
      phrases.add(unit.word, certainty: 1)
    }
    phrases.settle()
  }

  /// Closes what is certain of one paragraph.
  private func scan(
    _ units: ArraySlice<Unit>, _ sources: LineSources, _ builder: LatticeBuilder,
    _ standings: inout [ClosedUnits.Standing?]
  ) {
    guard units.contains(where: { isMarked($0, sources) }) else { return }
    words.removeAll(keepingCapacity: true)
    for number in units.indices { words.append(units[number].word) }
    words.withUnsafeBufferPointer { scorer.score($0, after: .lineStart, into: &sequence) }
    ending.score = scorer.score(sequence.states[words.count], .lineEnd).score
    ending.pair = scorer.bigram(words.last ?? .lineStart, .lineEnd)
    for _ in 0..<ClosedUnits.reach { sequence.scores.append(0) }
    contested.removeAll(keepingCapacity: true)
    likely.removeAll(keepingCapacity: true)
    for start in stride(from: 0, to: units.count, by: Self.stretch) {
      let stretch = units.startIndex + start..<min(units.endIndex, units.startIndex + start + Self.stretch)
      fetchRivals(units, stretch, sources, builder)
      for number in stretch where isMarked(units[number], sources) {
        let unit = units[number]
        let index = number - units.startIndex
        guard unit.rewrite == nil, unit.lostBlank == .none else { continue }
        standings[number] =
          unit.kind == .word
          ? standing(of: unit, index, sources, builder)
          : mayBeSpeck(number, units, sources)
            ? nil : ClosedUnits.Standing(gain: scores[index], rival: Self.none)
      }
    }
    if weighsRivals { prepareContested() }
    for (place, word) in contested.enumerated() {
      let isBeside =
        place > 0 && contested[place - 1].index == word.index - 1
        || place + 1 < contested.count && contested[place + 1].index == word.index + 1
      standings[units.startIndex + word.index] =
        !weighsRivals
        ? nil
        : standing(
          of: word, least: isBeside ? Self.leastBeside : Self.leastExact)
    }
  }

  /// Fetches what is remembered of the rivals of a stretch of `units` in small steps, each of which fetches what the next
  /// one reads: they wait for memory together. Finds the keys.
  private func fetchRivals(
    _ units: ArraySlice<Unit>, _ stretch: Range<Int>, _ sources: LineSources, _ builder: LatticeBuilder
  ) {
    keys.removeAll(keepingCapacity: true)
    for number in stretch {
      let isWord = units[number].kind == .word && units[number].word != .unknownWord
      keys.append(isWord ? SeenRivals.key(units[number], builder) : 0)
      if isWord { rivals.fetch(keys[number - stretch.lowerBound]) }
    }
    for (offset, key) in keys.enumerated() where key != 0 {
      let index = stretch.lowerBound - units.startIndex + offset
      if let range = rivals.known(key) { strongest.fetch(before(index), range.lowerBound) }
    }
    for (offset, key) in keys.enumerated() where key != 0 {
      let index = stretch.lowerBound - units.startIndex + offset
      guard let range = rivals.known(key), let first = range.first else { continue }
      let penalty = sources.changeCost(units[stretch.lowerBound + offset])
      let isDoubtful = doubt(index).allows(rivals.costs[first] + penalty, penalty)
      guard isDoubtful, !strongest.knows(before(index), range.lowerBound) else { continue }
      scorer.fetchBigrams(before(index), rivals[range])
    }
  }

  /// Gets ready to score the rivals of contested words.
  private func prepareContested() {
    trials.removeAll(keepingCapacity: true)
    for word in contested {
      let behind = word.index + 1 < words.count ? words[word.index + 1] : .lineEnd
      for rival in word.rivals {
        trials.append(
          NgramTrial(after: sequence.states[word.index].lastWord, likely[rival].word, before: behind))
      }
    }
    scorer.prepare(&trials)
  }

  /// The word before the one at `index`.
  private func before(_ index: Int) -> WordID { index > 0 ? words[index - 1] : .lineStart }

  /// How much certainty is lacking, log10.
  private struct Doubt {
    /// To a word and the next one.
    var near: Float
    /// To it and the three behind it.
    var most: Float

    /// Whether a rival that costs as much as `cheapest`, where any change costs `penalty`, may gain anything.
    func allows(_ cheapest: Float, _ penalty: Float) -> Bool {
      most >= min(IdentityScan.leastDoubt + penalty, cheapest) && near >= cheapest - IdentityScan.slack
    }
  }

  private func doubt(_ index: Int) -> Doubt {
    let near = -scores[index] - scores[index + 1]
    return Doubt(near: near, most: near - scores[index + 2] - scores[index + 3])
  }

  /// Whether the line of `unit` is text with its marks of which little is wrong.
  private func isMarked(_ unit: Unit, _ sources: LineSources) -> Bool {
    sources.kind(unit) == .marked
      && sources.dirt(unit) <= (weighsRivals ? Self.mostDirt : Self.mostDirtOfProof)
  }

  /// How `unit` stands, with the odds of its best rival about; nil where it is to be searched.
  private func standing(
    of unit: Unit, _ index: Int, _ sources: LineSources, _ builder: LatticeBuilder
  ) -> ClosedUnits.Standing? {
    var result = ClosedUnits.Standing(gain: scores[index], rival: Self.none)
    guard !sources.isForeign(unit) else { return result }
    guard unit.word != .unknownWord else { return nil }
    let doubt = doubt(index)
    let (range, cost) = rivals.find(unit, keys[index % Self.stretch], builder, sources) { strongest.forget() }
    let penalty = sources.changeCost(unit)
    guard let first = range.first else { return result }
    let cheapest = rivals.costs[first] + penalty
    guard doubt.allows(cheapest, penalty) else {
      result.rival = max(Self.none, min(doubt.most, doubt.near + Self.slack) - cheapest)
      return result
    }
    let least = Self.leastGain - Self.doubtWeight * doubt.near
    let before = before(index)
    let behind = index + 1 < words.count ? words[index + 1] : .lineEnd
    let next = index + 1 < words.count ? sequence.pairs[index + 1] : ending.pair
    let standing = sequence.pairs[index] + next + penalty
    // Most pairs of words were met before, and none of the rivals was strong enough.
    let strength = strongest.find(before, range.lowerBound) { best(of: range, after: before) }
    guard strength - standing >= least else { return result }
    // Nothing is likelier after the word before than its likeliest successor, and the rivals behind are dearer.
    let dearest = scorer.mostLikely(after: before) - standing - least
    let end = range.first { rivals.costs[$0] > dearest } ?? range.upperBound
    guard end > range.lowerBound else { return result }
    behindLast.fill(end - range.lowerBound, 0)
    scorer.bigrams(before, rivals[range.lowerBound..<end], into: behindLast.base)
    strong.removeAll(keepingCapacity: true)
    strongWords.removeAll(keepingCapacity: true)
    for place in range.lowerBound..<end {
      let gain = behindLast[place - range.lowerBound] - rivals.costs[place] - standing
      guard gain >= least else { continue }
      strong.append((rivals.costs[place], gain))
      strongWords.append(rivals.words[place])
    }
    let start = likely.count
    weighBehind(behind, least, &result)
    if start < likely.count {
      result.cost = cost
      contested.append(
        Contested(index: index, standing: result, penalty: penalty, rivals: start..<likely.count))
    }
    return result
  }

  /// Adds those of the strong rivals to the likely ones that gain as much as `least` with the word `behind`, too.
  private func weighBehind(_ behind: WordID, _ least: Float, _ result: inout ClosedUnits.Standing) {
    behindLast.fill(strong.count, 0)
    strongWords.withUnsafeBufferPointer { scorer.bigrams($0, before: behind, into: behindLast.base) }
    for (place, rival) in strong.enumerated() {
      let whole = rival.gain + behindLast[place]
      if whole < least {
        result.rival = max(result.rival, whole)
      } else {
        likely.append((strongWords[place], rival.cost))
      }
    }
  }

  /// The most that any of these rivals weighs after the word `before`, less its cost, log10.
  private func best(of range: Range<Int>, after before: WordID) -> Float {
    behindLast.fill(range.count, 0)
    scorer.bigrams(before, rivals[range], into: behindLast.base)
    var best = -Float.infinity
    for place in range { best = max(best, behindLast[place - range.lowerBound] - rivals.costs[place]) }
    return best
  }

  /// How a contested word stands; nil where a rival gains as much as `least`, so that it is to be searched.
  private func standing(of word: Contested, least: Float) -> ClosedUnits.Standing? {
    let index = word.index
    let own = scores[index..<index + 4].reduce(0, +) + (index + 4 > words.count ? ending.score : 0)
    let others = likely[word.rivals].map(\.word)
    let advantages =
      evidence?.advantages(others, over: words[index], at: index, of: words) ?? others.map { _ in 0 }
    var result = word.standing
    result.rival = Self.none
    for (number, rival) in likely[word.rivals].enumerated() {
      let floor = own + word.penalty + rival.cost - advantages[number]
      let gain = score(of: others[number], at: index, atLeast: floor + least) - floor
      guard gain < least, !phrases.favours(others[number], at: index, of: words) else { return nil }
      result.rival = LogSum.add(result.rival, gain)
    }
    result.cost += max(0, advantages.max() ?? 0)
    result.gain -= result.cost
    return result
  }

  /// Log10 probability of `word` and of what hangs on it at place `index`; where it falls below `least`, the rest is taken
  /// as it stands.
  private func score(of word: WordID, at index: Int, atLeast least: Float) -> Float {
    var (sum, state) = scorer.score(sequence.states[index], word)
    for place in index + 1..<index + 4 {
      guard place <= words.count else { break }
      guard sum >= least else { return sum + scores[place..<index + 4].reduce(0, +) }
      let next = scorer.score(state, place < words.count ? words[place] : .lineEnd)
      sum += next.score
      state = next.next
    }
    return sum
  }

  /// Whether the search may take a mark for dirt.
  private func mayBeSpeck(_ number: Int, _ units: ArraySlice<Unit>, _ sources: LineSources) -> Bool {
    let unit = units[number]
    // On a dirty page any mark may be another or none.
    if sources.isSpeckled(unit), unit.range.count == 1, unit.kind == .fixed { return true }
    guard unit.range.count == 1, number + 1 < units.endIndex, number > units.startIndex else { return false }
    let (before, next) = (units[number - 1], units[number + 1])
    if unit.gap == .none, next.gap == .none { return before.kind == .word }
    return unit.gap == .blank && next.gap == .blank && sources.isSpeckled(unit)
  }

  /// Opens what stands beside unknown words, which may be two halves of one, and beside what may be dirt.
  private func openNeighbours(
    _ units: [Unit], _ sources: LineSources, _ standings: inout [ClosedUnits.Standing?]
  ) {
    var beside: [Int] = []
    for number in units.indices where standings[number] == nil {
      let unit = units[number]
      guard unit.kind != .word || unit.word == .unknownWord, sources.kind(unit) == .marked else { continue }
      beside.append(number)
    }
    for number in beside {
      if number > 0 { standings[number - 1] = nil }
      if number + 1 < units.count { standings[number + 1] = nil }
    }
  }
}
