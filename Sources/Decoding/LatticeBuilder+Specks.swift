import ChannelModel
import NgramModel
import VietText

extension LatticeBuilder {
  /// Longer words that the vocabulary knows are no specks, nor are those with a capital.
  private static let longestKnownSpeck = 2

  /// Lets what an engine read as a word between blanks be specks of dirt: `oe`, `aa`, `ie`.
  func addWordSpeck(
    _ lattice: Lattice, _ index: Int, _ unit: Unit, next: Unit?, _ source: SourceProfile, _ trust: Float
  ) {
    let isApart = unit.gap > UnitGap.none && (next.map { $0.gap > UnitGap.none } ?? true)
    let isKnown = unit.word != .unknownWord
    guard isApart, !isKnown || unit.shape == .lower && unit.range.count <= Self.longestKnownSpeck else {
      return
    }
    let word = text.scalars[unit.range]
    guard word.allSatisfy(VietLetter.isLetter), !word.allSatisfy(VietLetter.isUppercase),
      let cost = source.marks.speckCost(of: word)
    else { return }
    addSpeck(lattice, index, cost + trust)
  }
}
