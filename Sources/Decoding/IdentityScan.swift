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
  /// The odds of a rival where there is none, log10.
  private static let none: Float = -6
  /// In lines with more unknown words anything may be wrong.
  private static let mostDirt: Float = 0.02

  private let models: DecoderModels
  private let store: CandidateStore
  private let scorer: NgramScorer
  private var rivals = SeenRivals()
  private var words: [WordID] = []
  private var scores: [Float] = []
  /// Log10 probabilities of the rivals of a word after the word before it.
  private let behindLast = GrowingBuffer<Float>()

  init(_ models: DecoderModels, _ store: CandidateStore, _ scorer: NgramScorer) {
    (self.models, self.store, self.scorer) = (models, store, scorer)
  }

  /// The closed units of a text; none where nothing is to be gained. O(units).
  func closed(_ units: [Unit], _ sources: LineSources, _ builder: LatticeBuilder) -> ClosedUnits {
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

  /// Closes what is certain of one paragraph.
  private func scan(
    _ units: ArraySlice<Unit>, _ sources: LineSources, _ builder: LatticeBuilder,
    _ standings: inout [ClosedUnits.Standing?]
  ) {
    guard units.contains(where: { isMarked($0, sources) }) else { return }
    words.removeAll(keepingCapacity: true)
    for unit in units { words.append(unit.word) }
    words.withUnsafeBufferPointer { scorer.sequence($0, after: .lineStart, into: &scores) }
    // Beyond the end nothing is in doubt.
    for _ in 0..<ClosedUnits.reach { scores.append(0) }
    for (index, unit) in units.enumerated() where isMarked(unit, sources) {
      let number = units.startIndex + index
      guard unit.rewrite == nil, unit.lostBlank == .none else { continue }
      let rival =
        unit.kind == .word
        ? rival(of: unit, index, sources, builder) : mayBeSpeck(number, units, sources) ? nil : Self.none
      standings[number] = rival.map { ClosedUnits.Standing(gain: scores[index], rival: $0) }
    }
  }

  /// Whether the line of `unit` is text with its marks of which little is wrong.
  private func isMarked(_ unit: Unit, _ sources: LineSources) -> Bool {
    sources.kind(unit) == .marked && sources.dirt(unit) <= Self.mostDirt
  }

  /// The odds of the best rival against `unit`, log10, about; nil where it is to be searched.
  private func rival(
    of unit: Unit, _ index: Int, _ sources: LineSources, _ builder: LatticeBuilder
  ) -> Float? {
    guard !sources.isForeign(unit) else { return Self.none }
    guard unit.word != .unknownWord else { return nil }
    let doubt = -scores[index] - scores[index + 1]
    let most = doubt - scores[index + 2] - scores[index + 3]
    let range = rivals.range(of: unit, builder, sources)
    let penalty = sources.changeCost(unit)
    guard let first = range.first else { return Self.none }
    let cheapest = rivals.costs[first] + penalty
    guard most >= min(Self.leastDoubt + penalty, cheapest), doubt >= cheapest - Self.slack else {
      return max(Self.none, min(most, doubt + Self.slack) - cheapest)
    }
    let least = Self.leastGain - Self.doubtWeight * doubt
    let before = index > 0 ? words[index - 1] : .lineStart
    let behind = index + 1 < words.count ? words[index + 1] : .lineEnd
    let standing = scorer.bigram(before, unit.word) + scorer.bigram(unit.word, behind) + penalty
    var best = Self.none
    // Nothing is likelier after the word before than its likeliest successor, and the rivals behind are dearer.
    let dearest = scorer.mostLikely(after: before) - standing - least
    let end = range.first { rivals.costs[$0] > dearest } ?? range.upperBound
    guard end > range.lowerBound else { return best }
    behindLast.fill(end - range.lowerBound, 0)
    rivals.words.withUnsafeBufferPointer {
      scorer.bigrams(before, UnsafeBufferPointer(rebasing: $0[range.lowerBound..<end]), into: behindLast.base)
    }
    for place in range.lowerBound..<end {
      let gain = behindLast[place - range.lowerBound] - rivals.costs[place] - standing
      guard gain >= least else { continue }
      let whole = gain + scorer.bigram(rivals.words[place], behind)
      guard whole < least else { return nil }
      best = max(best, whole)
    }
    return best
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
