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
    var loss = MarkLoss(wholeWord: 0.1, classes: Array(repeating: 0.1, count: classCount))
    var likelihood: Float = 0
    for _ in 0..<Self.rounds {
      let before = loss
      (loss, likelihood) = Self.improved(loss, words)
      if zip(before.classes + [before.wholeWord], loss.classes + [loss.wholeWord]).allSatisfy({
        abs($0 - $1) < 1e-3
      }) {
        break
      }
    }
    let none = MarkLoss(wholeWord: 0, classes: Array(repeating: Self.slip, count: classCount))
    gain = likelihood - Self.improved(none, words).likelihood
    gainPerWord = gain / max(1, words.reduce(0) { $0 + $1.count })
    self.loss = loss
  }

  /// One round: what became of the marks under `loss`, and the loss that fits this best.
  private static func improved(
    _ loss: MarkLoss, _ words: [(list: MarkList, count: Float)]
  ) -> (loss: MarkLoss, likelihood: Float) {
    let costs = MarkLoss.Costs(loss)
    var expected = [Float](repeating: 0, count: MarkPattern.count)
    var (kept, stripped): (Float, Float) = (0, 0)
    var likelihood: Float = 0
    var shares: [(single: Float, whole: Float)] = []
    for (list, count) in words {
      shares.removeAll(keepingCapacity: true)
      var total: Float = 0
      for (candidate, frequency) in zip(list.candidates, list.frequencies) {
        let number = Int(candidate.pattern.number)
        let single = frequency * (1 - loss.wholeWord) * costs.single[number]
        let whole = costs.isBare[number] ? frequency * loss.wholeWord : 0
        shares.append((single, whole))
        total += single + whole
      }
      guard total > 0 else { continue }
      likelihood += count * Platform.log(total)
      for (candidate, share) in zip(list.candidates, shares) {
        let number = Int(candidate.pattern.number)
        expected[number] += count * share.single / total
        // A word without marks tells nothing about their loss.
        guard !costs.isPlain[number] else { continue }
        kept += count * share.single / total
        stripped += count * share.whole / total
      }
    }
    return (Self.fitted(expected, kept: kept, stripped: stripped), likelihood)
  }

  private static func fitted(_ expected: [Float], kept: Float, stripped: Float) -> MarkLoss {
    let prior = priorWeight * priorShare
    let marks = MarkPattern.MarkClass.allCases
    var keptMarks = [Float](repeating: 0, count: marks.count)
    var lostMarks = keptMarks
    for (number, weight) in expected.enumerated() where weight > 0 {
      let pattern = MarkPattern(number: UInt16(number))
      for mark in marks {
        let (kept, lost) = pattern.counts(mark)
        keptMarks[mark.rawValue] += weight * Float(kept)
        lostMarks[mark.rawValue] += weight * Float(lost)
      }
    }
    return MarkLoss(
      wholeWord: (stripped + prior) / (kept + stripped + priorWeight),
      classes: zip(keptMarks, lostMarks).map { ($1 + prior) / ($0 + $1 + priorWeight) })
  }
}
