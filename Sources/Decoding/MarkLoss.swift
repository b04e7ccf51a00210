import ChannelModel
import Platform

/// How a text lost marks: whole words at a time, and class by class in the words that did not lose all.
///
/// P(pattern | word) is a mixture of two: a word is stripped with probability `wholeWord`, else each of its marks is
/// lost by itself with the probability of its class.
struct MarkLoss: Equatable {
  /// How probably a word lost all its marks.
  var wholeWord: Float
  /// How probably a mark of each class is lost in a word that was not stripped.
  var classes: [Float]

  /// What all patterns are worth under one loss.
  struct Costs {
    /// P of each pattern in a word that was not stripped.
    let single: [Float]
    /// Whether a pattern keeps no mark, as all of stripped words do.
    let isBare: [Bool]

    init(_ loss: MarkLoss) {
      // The digits of a pattern's number are its classes: a product for each digit goes into all that have it.
      var single: [Float] = [1]
      for mark in MarkPattern.MarkClass.allCases {
        let step = single.count
        let lost = loss.classes[mark.rawValue]
        for digit in 1..<(mark == .horn ? 9 : 3) {
          let counts = MarkPattern(number: UInt16(digit * step)).counts(mark)
          for place in 0..<step {
            var chance = single[place]
            for _ in 0..<counts.kept { chance *= 1 - lost }
            for _ in 0..<counts.lost { chance *= lost }
            single.append(chance)
          }
        }
      }
      self.single = single
      isBare = Self.bare
    }

    private static let bare = (0..<UInt16(MarkPattern.count)).map { number in
      MarkPattern.MarkClass.allCases.allSatisfy { MarkPattern(number: number).counts($0).kept == 0 }
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
