import Lexicon
import NgramModel
import Testing

@testable import Decoding

/// What a document writes again and again in the same place.
@Suite struct DocumentPhrasesTests {
  private let index: WordIndex
  private let toy: ToyModel

  init() throws {
    toy = try ToyModel()
    index = WordIndex(
      vocabulary: toy.model.vocabulary, abbreviations: AbbreviationTable())
  }

  /// What the arcs for `candidates` cost more than the one that stands, `ba <standing> da` among `times` times
  /// `ba cá da`.
  private func gains(
    _ standing: String, _ candidates: [String], times: Int, certainty: Float = 0.99, isMarked: Bool
  ) -> [Float] {
    var phrases = DocumentPhrases()
    let words = ["ba", standing, "da"].map(id)
    for run in Array(repeating: ["ba", "cá", "da"].map(id), count: times) + [words] {
      phrases.begin()
      for word in run { phrases.add(word, certainty: certainty) }
    }
    phrases.settle()
    var arcs = ([standing] + candidates).enumerated().map { number, word in
      Arc(
        from: 0, to: 1, word: id(word), second: .max, cost: 5, kind: number == 0 ? .identity : .replacement)
    }
    arcs.withUnsafeMutableBufferPointer { phrases.weigh($0, at: 1, of: words, index, isMarked: isMarked) }
    return arcs.map { 5 - $0.cost }
  }

  private func id(_ word: String) -> WordID { index.id(word.unicodeScalars.map(\.value)[...]) }

  @Test func whatStandsThereElsewhereGains() {
    let gains = gains("ca", ["cá", "ha"], times: 9, isMarked: true)
    #expect(gains[0] == 0)
    #expect(gains[1] == 4)
    #expect(gains[2] == 0)
  }

  @Test func twiceIsNoHabit() {
    #expect(gains("ca", ["cá"], times: 2, isMarked: true) == [0, 0])
  }

  @Test func whatWasDoubtfulCountsForNothing() {
    #expect(gains("ca", ["cá"], times: 9, certainty: 0.8, isMarked: true) == [0, 0])
  }

  @Test func otherLettersCountOnlyWhereMarksAreLost() {
    #expect(gains("ha", ["cá"], times: 9, isMarked: true) == [0, 0])
    #expect(gains("ha", ["cá"], times: 9, isMarked: false) == [0, 4])
  }

  @Test func aPlaceIsNoEvidenceForItself() {
    let (standing, other) = (
      gains("cá", ["ca"], times: 3, isMarked: true), gains("ca", ["cá"], times: 3, isMarked: true)
    )
    #expect(standing[0] == other[1])
  }
}
