import ChannelModel
import NgramModel
import VietText

/// What marks a text lost, word by word, as far as its letters tell.
struct TextDamage {
  /// How little a text may gain from lost marks, in natural logarithms in all and for each word, and still be taken
  /// for a text that kept them: single bare words are names.
  private static let leastGain: Float = 5
  private static let leastGainPerWord: Float = 0.02

  /// The number of a unit that lacks letters and so tells nothing of its source.
  private static let lacksLetters: Int32 = -2

  /// Which of `lists` each unit has; -1 for what is no word, -2 for a word that lacks letters.
  private let numbers: [Int32]
  private let lists: [MarkList]
  /// How marks were lost in the whole text; nil where they are all there.
  private(set) var loss: MarkLoss?
  private var chances: MarkLoss.Chances?
  private var priors: [Float] = []

  /// Looks up the words of `units`. O(n).
  init(_ units: [Unit], _ text: SourceText, _ store: MarkStore) {
    var numbers = [Int32](repeating: -1, count: units.count)
    var lists: [MarkList] = []
    var known = [Int32](repeating: -1, count: store.wordCount)
    var unknown: [ArraySlice<UInt32>: Int32] = [:]
    for (index, unit) in units.enumerated() where unit.kind == .word && unit.word != .number {
      let seen = text.scalars[unit.range]
      if unit.word == .unknownWord, seen.count > 1, seen.contains(where: Self.isGap) {
        numbers[index] = Self.lacksLetters
        continue
      }
      let place = min(Int(unit.word), store.wordCount - 1)
      if let number = unit.word == .unknownWord ? unknown[seen] : known[place] < 0 ? nil : known[place] {
        numbers[index] = number
        continue
      }
      let number = Int32(lists.count)
      lists.append(store.list(seen, identity: unit.word))
      if unit.word == .unknownWord { unknown[seen] = number } else { known[place] = number }
      numbers[index] = number
    }
    (self.numbers, self.lists) = (numbers, lists)
  }

  /// The words that unit `index` may stand for; nil where it is no word.
  func list(_ index: Int) -> MarkList? { numbers[index] < 0 ? nil : lists[Int(numbers[index])] }

  /// Whether letters of unit `index` are known to be missing.
  func lacksLetters(_ index: Int) -> Bool { numbers[index] == Self.lacksLetters }

  private static func isGap(_ scalar: UInt32) -> Bool {
    scalar == 0x3F || SeenLetter.code(scalar) == SeenLetter.gap
  }

  /// Whether unit `index` is a word of which no loss of marks can be the cause.
  func isUnexplained(_ index: Int) -> Bool { numbers[index] >= 0 && !lists[Int(numbers[index])].isExplained }

  /// Finds out how marks were lost in those units that `holds` tells. O(n).
  mutating func estimate(_ units: [Unit], where holds: (Unit) -> Bool) {
    (loss, chances, priors) = (nil, nil, [])
    var counts = [Float](repeating: 0, count: lists.count)
    for (index, unit) in units.enumerated() where numbers[index] >= 0 && holds(unit) {
      counts[Int(numbers[index])] += 1
    }
    let estimate = MarkLossEstimate(zip(lists, counts).filter { $1 > 0 })
    guard estimate.gain > Self.leastGain, estimate.gainPerWord > Self.leastGainPerWord else { return }
    loss = estimate.loss
    let chances = MarkLoss.Chances(estimate.loss)
    self.chances = chances
    let emissions = lists.map { list in
      list.isExplained ? Self.emission(list, chances) : (kept: 1, stripped: 1)
    }
    let chain = DamageChain(
      units.indices.map { index in
        numbers[index] >= 0 && holds(units[index]) ? emissions[Int(numbers[index])] : (1, 1)
      }, share: estimate.loss.wholeWord)
    priors = chain.priors
  }

  private static func emission(
    _ list: MarkList, _ chances: MarkLoss.Chances
  ) -> (kept: Float, stripped: Float) {
    var sum: (kept: Float, stripped: Float) = (0, 0)
    for (candidate, frequency) in zip(list.candidates, list.frequencies) {
      sum.kept += frequency * chances.single[Int(candidate.pattern.number)]
      if chances.isBare[Int(candidate.pattern.number)] { sum.stripped += frequency }
    }
    return sum
  }

  /// How probably unit `index` was stripped, by its neighbours.
  func prior(_ index: Int) -> Float { priors.isEmpty ? 0 : priors[index] }

  /// P(what is seen of `pattern` | the word) at unit `index`.
  func probability(_ pattern: MarkPattern, _ index: Int) -> Float {
    chances?.probability(pattern, whole: prior(index)) ?? 0
  }

  /// The least and the greatest chance that a mark of any class is lost where words are stripped with probability
  /// `whole`.
  func range(whole: Float) -> ClosedRange<Float> {
    guard let classes = loss?.classes else { return 0...0 }
    let all = classes.map { whole + (1 - whole) * $0 }
    return (all.min() ?? 0)...(all.max() ?? 0)
  }
}
