import Testing

@testable import PhucHoi
@testable import PhucHoiCommand

@Suite struct ScoringTests {
  private func words(_ text: String) -> [String] {
    ScoredText(text).tokens.map { token in
      String(String.UnicodeScalarView(token.compactMap(Unicode.Scalar.init)))
    }
  }

  @Test(arguments: [
    ("hoà thuỷ khoẻ", ["hòa", "thủy", "khỏe"]),
    ("HOÀ Uỷ", ["HÒA", "Ủy"]),
    ("hoàn quỳ thuý", ["hoàn", "quỳ", "thúy"]),
    ("“một” ‘hai’ – …", ["\"một\"", "'hai'", "-", "..."]),
    ("ngày16 tháng 5 số12 kngày3", ["ngày", "16", "tháng", "5", "số", "12", "kngày3"]),
    ("2605 /QĐ-BGDĐT", ["2605/QĐ-BGDĐT"]),
    ("100 - KL/TW a - b", ["100-KL/TW", "a", "-", "b"]),
    ("a|b", ["a", "b"]),
    ("o\u{300}a e\u{302}\u{301}", ["òa", "ế"]),
  ])
  func seesWhatCounts(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func recoveryAndDamage() {
    let score = TextScore(
      gold: "Ủy ban nhân dân tỉnh", before: "Uy ban nhan dân tỉnh", after: "Ủy ban nhãn dân tinh thêm")
    #expect(score.tokens == 5)
    #expect(score.rightBefore == 3)
    #expect(score.fixed == 1)
    #expect(score.broken == 1)
    #expect(score.added == 1)
    #expect(score.recovery == 0.5)
    #expect(score.damage == 2.0 / 3)
    #expect(score.werBefore == 0.4)
    #expect(score.wer == 0.6)
  }

  @Test func rightTextScoresNothing() {
    let score = TextScore(gold: "Uỷ ban", before: "Ủy ban", after: "Ủy ban")
    #expect(score.wer == 0)
    #expect(score.cer == 0)
    #expect(score.damage == 0)
  }

  @Test func calibratedConfidencesHaveNoError() {
    var reliability = Reliability()
    let token = { (text: String, confidence: Double) in
      OutputToken(text: text, range: 0..<0, source: 0..<0, confidence: confidence)
    }
    reliability.add(
      [token("a", 0.75), token("b", 0.75), token("c", 0.75), token("x", 0.75)], gold: "a b c d")
    #expect(reliability.points.count == 4)
    #expect(reliability.expectedCalibrationError == 0)
    #expect(reliability.areaUnderCurve == 0.5)
    #expect(reliability.sure.share == 0)
  }

  @Test func wrongAndSureIsAnError() {
    var reliability = Reliability()
    let token = OutputToken(text: "x", range: 0..<0, source: 0..<0, confidence: 1)
    reliability.add([token], gold: "a")
    #expect(reliability.expectedCalibrationError == 1)
    #expect(reliability.areaUnderCurve == nil)
    #expect(reliability.sure.right == 0)
    #expect(reliability.bins[9].count == 1)
  }
}
