import TestSupport
import Testing

@testable import PhucHoi

struct TextPriorTests {
  @Test func aTextOfALineTellsNothing() {
    let prior = TextPrior([0.8], words: 12)
    #expect(prior.adjusted(0.8) > 0.7)
  }

  @Test func aLoneChangeInALongRightTextIsHardlyLikely() {
    let prior = TextPrior([0.9], words: 20_000)
    #expect(prior.adjusted(0.9) < 0.5)
  }

  @Test func aReadingWithItsShareOfMisreadingsKeepsTheirConfidences() {
    let sure = [Double](repeating: 0.99, count: 10)
    let prior = TextPrior(sure + [0.7], words: 1000)
    #expect(abs(prior.adjusted(0.7) - 0.7) < 1e-9)
  }

  @Test(arguments: [1, 100, 10_000])
  func orderAndBoundsOfConfidencesStay(_ words: Int) {
    var random = SeededGenerator(seed: UInt64(words))
    let confidences = (0..<50).map { _ in Double(random.next() >> 11) / Double(1 << 53) }.sorted()
    let prior = TextPrior(confidences, words: words)
    let adjusted = confidences.map(prior.adjusted)
    #expect(adjusted == adjusted.sorted())
    #expect(zip(adjusted, confidences).allSatisfy { $0 >= 0 && $0 <= $1 + .ulpOfOne })
  }

  @Test func moreRightWordsMakeAChangeLessLikely() {
    let told = [10, 1000, 100_000].map { TextPrior([0.95], words: $0).adjusted(0.95) }
    #expect(told[0] > told[1] && told[1] > told[2])
  }

  @Test(arguments: [[], [0.0], [1.0], [1.0, 0.0]])
  func certaintiesAreDefined(_ confidences: [Double]) {
    let prior = TextPrior(confidences, words: 0)
    #expect([0, 0.5, 1].map(prior.adjusted).allSatisfy { (0...1).contains($0) })
  }
}
