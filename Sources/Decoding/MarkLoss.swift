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

  /// What a pattern says of the marks of a word.
  struct Pattern {
    /// Kept and lost marks of each class.
    let counts: [(kept: Int, lost: Int)]
    /// Whether it keeps no mark, as all of stripped words do.
    let isBare: Bool
    /// Whether it has no mark at all.
    let isPlain: Bool

    init(_ pattern: MarkPattern) {
      counts = MarkPattern.MarkClass.allCases.map { pattern.counts($0) }
      isBare = counts.allSatisfy { $0.kept == 0 }
      isPlain = pattern.number == 0
    }

    /// P(pattern | word that was not stripped).
    func chance(_ loss: MarkLoss) -> Float {
      var chance: Float = 1
      for (mark, counts) in counts.enumerated() {
        for _ in 0..<counts.kept { chance *= 1 - loss.classes[mark] }
        for _ in 0..<counts.lost { chance *= loss.classes[mark] }
      }
      return chance
    }
  }

  /// All patterns by number.
  static let patterns = (0..<UInt16(MarkPattern.count)).map { Pattern(MarkPattern(number: $0)) }

  /// How probable all patterns are under one loss.
  struct Chances {
    /// P of each pattern in a word that was not stripped.
    let single: [Float]
    /// Whether each keeps no mark.
    let isBare = Self.bare

    /// The chances under `loss`; O(patterns), for a whole text.
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
    }

    private static let bare = MarkLoss.patterns.map(\.isBare)

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
