import ChannelModel
import Foundation

/// How a text lost marks: whole words at a time, and class by class in the words that did not lose all.
///
/// P(pattern | word) is a mixture of two: a word is stripped with probability `wholeWord`, else each of its marks is
/// lost by itself with the probability of its class.
struct MarkLoss: Equatable {
  /// How probably a word lost all its marks.
  var wholeWord: Float
  /// How probably a mark of each class is lost in a word that was not stripped.
  var classes: [Float]

  /// The costs (-log10 P) of all patterns under one loss.
  struct Costs {
    /// Of each pattern in a word that was not stripped.
    let single: [Float]
    /// Whether a pattern keeps no mark, as all of stripped words do.
    let isBare: [Bool]
    /// Whether a pattern has no mark at all.
    let isPlain: [Bool]

    init(_ loss: MarkLoss) {
      var (single, isBare, isPlain) = ([Float](), [Bool](), [Bool]())
      for number in 0..<UInt16(MarkPattern.count) {
        let pattern = MarkPattern(number: number)
        var probability: Float = 1
        var (keepsNone, losesNone) = (true, true)
        for mark in MarkPattern.MarkClass.allCases {
          let (kept, lost) = pattern.counts(mark)
          let chance = loss.classes[mark.rawValue]
          for _ in 0..<kept { probability *= 1 - chance }
          for _ in 0..<lost { probability *= chance }
          (keepsNone, losesNone) = (keepsNone && kept == 0, losesNone && lost == 0)
        }
        single.append(probability)
        isBare.append(keepsNone)
        isPlain.append(keepsNone && losesNone)
      }
      (self.single, self.isBare, self.isPlain) = (single, isBare, isPlain)
    }

    /// P(pattern | word) where the word is stripped with probability `whole`.
    func probability(_ pattern: MarkPattern, whole: Float) -> Float {
      let number = Int(pattern.number)
      return (1 - whole) * single[number] + (isBare[number] ? whole : 0)
    }
  }
}

/// The words that a seen word may stand for where marks are lost, each with how frequent it is.
struct MarkList {
  /// The candidates, sorted by word; the word as it stands is among them.
  var candidates: [MarkCandidate] = []
  /// P(word), whatever stands around, beside `candidates`.
  var frequencies: [Float] = []
  /// Whether any word explains what is seen.
  var isExplained: Bool { !candidates.isEmpty }
}
