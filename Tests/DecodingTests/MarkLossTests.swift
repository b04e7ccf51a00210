import ChannelModel
import Lexicon
import Testing
import VietText

@testable import Decoding

@Suite struct MarkLossTests {
  private static let words: [(word: String, frequency: Float)] = [
    ("được", 0.1), ("duoc", 1e-7), ("của", 0.1), ("cua", 0.002), ("cưa", 0.001), ("cứa", 0.0005), ("và", 0.1),
    ("va", 0.003), ("vã", 0.001), ("trường", 0.05), ("trương", 0.004), ("chúng", 0.05), ("chung", 0.03),
    ("chừng", 0.01), ("một", 0.08), ("mốt", 0.001), ("mot", 1e-7), ("ta", 0.05), ("tạ", 0.002), ("cho", 0.06),
    ("chợ", 0.003), ("ăn", 0.02), ("an", 0.02),
  ]
  private let search = MarkSearch(
    trie: LetterTrie(
      words: words.enumerated().map { number, word in
        (word.word.unicodeScalars.map { MeantLetter.code($0.value) }, UInt16(number))
      }))
  private let text =
    "được của và trường chúng một ta cho ăn của được một trường và của chúng một được và cho ta"

  private func list(_ word: String) -> MarkList {
    let found = search.candidates(ArraySlice(word.unicodeScalars.map(\.value)))
    return MarkList(candidates: found, frequencies: found.map { Self.words[Int($0.word)].frequency })
  }

  private func estimate(_ words: [String]) -> MarkLossEstimate {
    MarkLossEstimate(words.map { (list($0), 1) })
  }

  private var meant: [String] { text.split(separator: " ").map(String.init) }

  @Test func textWithItsMarksLostNothing() {
    let found = estimate(meant)
    #expect(found.gain < 1)
    #expect(found.loss.wholeWord < 0.02)
  }

  @Test func theShareOfBareWordsIsFound() {
    for (step, share) in [(2, 0.5), (3, 0.33), (6, 0.17)] {
      let seen = meant.enumerated().map { $0.offset % step == 0 ? VietLetter.bare($0.element) : $0.element }
      let found = estimate(seen)
      #expect(abs(Double(found.loss.wholeWord) - share) < 0.15)
      #expect(found.gain > 5)
    }
  }

  @Test func aClassThatIsGoneIsFound() {
    let untoned = meant.map { word in
      String(
        String.UnicodeScalarView(
          word.unicodeScalars.compactMap { Unicode.Scalar(VietLetter.untoned($0.value)) }))
    }
    let found = estimate(untoned).loss
    #expect(found.classes[MarkPattern.MarkClass.tone.rawValue] > 0.8)
    #expect(found.classes[MarkPattern.MarkClass.horn.rawValue] < 0.1)
    #expect(found.wholeWord < 0.1)
  }

  /// No word at all, only words that nothing explains, one word: nothing traps, nothing is found.
  @Test func littleTextTellsLittle() {
    #expect(estimate([]).gain == 0)
    #expect(estimate(["xyz", "s6"]).gain == 0)
    #expect(estimate(["và"]).gain < 1)
    #expect(estimate(["duoc"]).gain > 5)
  }

  @Test func neighboursTellWhereLossSticks() {
    let (kept, stripped): ((Float, Float), (Float, Float)) = ((1e-3, 1e-9), (1e-9, 1e-3))
    var words = Array(repeating: kept, count: 60) + Array(repeating: stripped, count: 60)
    words[30] = (1, 1)
    words[90] = (1, 1)
    let chain = DamageChain(words.map { (kept: $0.0, stripped: $0.1) }, share: 0.5)
    #expect(chain.priors[30] < 0.1)
    #expect(chain.priors[90] > 0.9)
  }

  @Test func neighboursTellNothingWhereEachWordIsLostByItself() {
    var seed: UInt64 = 7
    var words: [(kept: Float, stripped: Float)] = []
    for _ in 0..<400 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      words.append(seed >> 63 == 0 ? (1e-3, 1e-9) : (1e-9, 1e-3))
    }
    let chain = DamageChain(words, share: 0.5)
    for prior in chain.priors { #expect((0.3...0.7).contains(prior)) }
    #expect(DamageChain([], share: 0.5).priors.isEmpty)
    #expect(DamageChain([(1, 1)], share: 0.25).priors == [0.25])
  }
}
