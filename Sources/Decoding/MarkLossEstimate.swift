import ChannelModel
import Platform

/// Finds out from a text itself how it lost marks (EM over word frequencies; Dempster, Laird and Rubin 1977).
///
/// A word that is impossible as it stands lost something; a text of bare words that would all be rare ones lost nearly
/// everything. A few dozen words tell.
struct MarkLossEstimate {
  /// What was found.
  let loss: MarkLoss
  /// By how many natural logarithms the text is more probable so than with all marks kept, in all.
  let gain: Float
  /// The same of each word.
  let gainPerWord: Float

  private static let rounds = 30
  /// How many words' worth a loss of `priorShare` is believed before any word is seen.
  private static let priorWeight: Float = 1
  private static let priorShare: Float = 0.02
  /// How rarely a mark is lost where all are kept.
  private static let slip: Float = 1e-3

  /// Estimates from words and how often each was seen. O(words × candidates × rounds).
  init(_ words: [(list: MarkList, count: Float)]) {
    let classCount = MarkPattern.MarkClass.allCases.count
    let words = words.filter(\.list.isExplained)
    let patterns = SeenPatterns(words)
    var loss = MarkLoss(wholeWord: 0.1, classes: Array(repeating: 0.1, count: classCount))
    var likelihood: Float = 0
    for _ in 0..<Self.rounds {
      let before = loss
      (loss, likelihood) = Self.improved(loss, words, patterns)
      if zip(before.classes + [before.wholeWord], loss.classes + [loss.wholeWord]).allSatisfy({
        abs($0 - $1) < 1e-3
      }) {
        break
      }
    }
    let none = MarkLoss(wholeWord: 0, classes: Array(repeating: Self.slip, count: classCount))
    gain = likelihood - Self.improved(none, words, patterns).likelihood
    gainPerWord = gain / max(1, words.reduce(0) { $0 + $1.count })
    self.loss = loss
  }

  /// One round: what became of the marks under `loss`, and the loss that fits this best.
  private static func improved(
    _ loss: MarkLoss, _ words: [(list: MarkList, count: Float)], _ patterns: SeenPatterns
  ) -> (loss: MarkLoss, likelihood: Float) {
    let chances = patterns.seen.map { $0.chance(loss) }
    var expected = [Float](repeating: 0, count: chances.count)
    var (kept, stripped): (Float, Float) = (0, 0)
    var likelihood: Float = 0
    var shares: [(single: Float, whole: Float)] = []
    var next = 0
    for (list, count) in words {
      let places = patterns.places[next..<next + list.candidates.count]
      next = places.endIndex
      shares.removeAll(keepingCapacity: true)
      var total: Float = 0
      for (place, frequency) in zip(places, list.frequencies) {
        let single = frequency * (1 - loss.wholeWord) * chances[place]
        let whole = patterns.seen[place].isBare ? frequency * loss.wholeWord : 0
        shares.append((single, whole))
        total += single + whole
      }
      guard total > 0 else { continue }
      likelihood += count * Platform.log(total)
      for (place, share) in zip(places, shares) {
        expected[place] += count * share.single / total
        // A word without marks tells nothing about their loss.
        guard !patterns.seen[place].isPlain else { continue }
        kept += count * share.single / total
        stripped += count * share.whole / total
      }
    }
    return (Self.fitted(expected, patterns, kept: kept, stripped: stripped), likelihood)
  }

  private static func fitted(
    _ expected: [Float], _ patterns: SeenPatterns, kept: Float, stripped: Float
  ) -> MarkLoss {
    let prior = priorWeight * priorShare
    var keptMarks = [Float](repeating: 0, count: MarkPattern.MarkClass.allCases.count)
    var lostMarks = keptMarks
    for (pattern, weight) in zip(patterns.seen, expected) where weight > 0 {
      for (mark, counts) in pattern.counts.enumerated() {
        keptMarks[mark] += weight * Float(counts.kept)
        lostMarks[mark] += weight * Float(counts.lost)
      }
    }
    return MarkLoss(
      wholeWord: (stripped + prior) / (kept + stripped + priorWeight),
      classes: zip(keptMarks, lostMarks).map { ($1 + prior) / ($0 + $1 + priorWeight) })
  }
}

/// The patterns that the candidates of a text have, each once: a text of a few words has few of all.
private struct SeenPatterns {
  /// By number.
  private(set) var seen: [MarkLoss.Pattern] = []
  /// Of each candidate of each word, in order, the place of its pattern in `seen`.
  private(set) var places: [Int] = []

  /// Gathers the patterns of `words`. O(candidates + patterns).
  init(_ words: [(list: MarkList, count: Float)]) {
    var isSeen = [Bool](repeating: false, count: MarkPattern.count)
    for candidate in words.lazy.flatMap(\.list.candidates) { isSeen[Int(candidate.pattern.number)] = true }
    var placeOf = [Int](repeating: 0, count: MarkPattern.count)
    for number in isSeen.indices where isSeen[number] {
      placeOf[number] = seen.count
      seen.append(MarkLoss.patterns[number])
    }
    for (list, _) in words { places += list.candidates.map { placeOf[Int($0.pattern.number)] } }
  }
}
