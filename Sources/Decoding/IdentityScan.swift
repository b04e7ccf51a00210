import NgramModel
import VietText

/// Finds the words of a text that are as good as certain as they stand, so that nothing else is sought for them.
///
/// Most words of most pages are right. One score each, in the text as it stands, tells of most of them that no other
/// word could gain what a change costs; of the rest, what the nearest neighbours say for the best rival decides whether
/// the search is to look at it. The bounds were drawn on corpus text with wrong marks put in, where two changes in three
/// hundred lie beyond them.
final class IdentityScan {
  /// How much less than the cheapest rival costs a word and the next one may lack of certainty, log10, to be looked at:
  /// a rival that made both certain would gain no more, but for the words behind them.
  private static let slack: Float = 0
  /// What they may lack at most before they are looked at, whatever rivals cost beside what any change does.
  private static let leastDoubt: Float = 2.6
  /// What the best rival must gain among its neighbours, log10, less what the text around lacks of certainty.
  private static let leastGain: Float = -3.2
  /// How far that lack weighs beside the gain.
  private static let doubtWeight: Float = 0.3
  /// In lines with more unknown words anything may be wrong.
  private static let mostDirt: Float = 0.02

  private let models: DecoderModels
  private let store: CandidateStore
  private let scorer: NgramScorer
  /// What the cheapest rival of a seen word costs more than the word itself, in slots that the word chooses.
  private var leastCosts = [(key: UInt64, cost: Float)](repeating: (0, 0), count: 1 << slotBits)
  private static let slotBits = 14
  private var words: [WordID] = []
  private var scores: [Float] = []

  init(_ models: DecoderModels, _ store: CandidateStore, _ scorer: NgramScorer) {
    (self.models, self.store, self.scorer) = (models, store, scorer)
  }

  /// The closed units of a text; none where nothing is to be gained. O(units).
  func closed(_ units: [Unit], _ sources: LineSources, _ builder: LatticeBuilder) -> ClosedUnits {
    var flags = [Bool](repeating: false, count: units.count)
    var start = 0
    while start < units.count {
      var end = start + 1
      while end < units.count, units[end].gap != .paragraph { end += 1 }
      scan(units[start..<end], sources, builder, &flags)
      start = end
    }
    openNeighbours(units, sources, &flags)
    return ClosedUnits(flags)
  }

  /// Closes what is certain of one paragraph.
  private func scan(
    _ units: ArraySlice<Unit>, _ sources: LineSources, _ builder: LatticeBuilder, _ flags: inout [Bool]
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
      flags[number] =
        unit.kind == .word
        ? isCertain(unit, index, sources, builder) : !mayBeSpeck(number, units, sources)
    }
  }

  /// Whether the line of `unit` is text with its marks of which little is wrong.
  private func isMarked(_ unit: Unit, _ sources: LineSources) -> Bool {
    sources.kind(unit) == .marked && sources.dirt(unit) <= Self.mostDirt
  }

  private func isCertain(
    _ unit: Unit, _ index: Int, _ sources: LineSources, _ builder: LatticeBuilder
  ) -> Bool {
    guard unit.word != .unknownWord else { return sources.isForeign(unit) }
    let doubt = -scores[index] - scores[index + 1]
    let change = sources.changeCost(unit)
    if doubt < Self.leastDoubt + change {
      let (slot, key) = slot(unit, builder)
      if leastCosts[slot].key != key {
        guard let (list, _) = builder.rivals(of: unit, sources) else { return true }
        leastCosts[slot] = (key, list.bestOther - list.costs[list.identity])
      }
      guard doubt + Self.slack >= leastCosts[slot].cost + change else { return true }
    }
    guard let (list, penalty) = builder.rivals(of: unit, sources) else { return true }
    let least = Self.leastGain - Self.doubtWeight * doubt
    let before = index > 0 ? words[index - 1] : .lineStart
    let behind = index + 1 < words.count ? words[index + 1] : .lineEnd
    let standing =
      scorer.bigram(before, unit.word) + scorer.bigram(unit.word, behind) - list.costs[list.identity]
    for place in list.words.indices where place != list.identity {
      // No word is more than certain, so that most rivals need no second look.
      let most = scorer.bigram(before, list.words[place]) - list.costs[place] - penalty - standing
      if most >= least, most + scorer.bigram(list.words[place], behind) >= least { return false }
    }
    return true
  }

  /// Where the costs of a seen word stand, and what marks them as its own: all that its candidates depend on.
  private func slot(_ unit: Unit, _ builder: LatticeBuilder) -> (slot: Int, key: UInt64) {
    var key = UInt64(unit.word) << 16 | UInt64(unit.shape.rawValue) << 8 | 1
    for index in unit.range {
      key = (key ^ UInt64(builder.text.scalars[index])) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
    }
    return (Int(truncatingIfNeeded: key >> UInt64(64 - Self.slotBits)), key)
  }

  /// Whether the search may take a mark for dirt.
  private func mayBeSpeck(_ number: Int, _ units: ArraySlice<Unit>, _ sources: LineSources) -> Bool {
    let unit = units[number]
    guard unit.range.count == 1, number + 1 < units.endIndex, number > units.startIndex else { return false }
    let (before, next) = (units[number - 1], units[number + 1])
    if unit.gap == .none, next.gap == .none { return before.kind == .word && next.kind == .word }
    return unit.gap == .blank && next.gap == .blank && sources.isSpeckled(unit)
  }

  /// Opens what stands beside unknown words: they may be two halves of one.
  private func openNeighbours(_ units: [Unit], _ sources: LineSources, _ flags: inout [Bool]) {
    for number in units.indices where units[number].kind == .word && units[number].word == .unknownWord {
      guard !flags[number] else { continue }
      if number > 0 { flags[number - 1] = false }
      if number + 1 < units.count { flags[number + 1] = false }
    }
  }
}
