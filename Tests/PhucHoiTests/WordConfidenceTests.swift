import PhucHoi
import Testing

@Suite(.enabled(if: models != nil, "models are not there"))
struct WordConfidenceTests {
  /// A sentence of a Vietnamese engine with one misread word.
  private let seen =
    "Ủy ban nhân dân tỉnh về việc lập đanh và gửi báo cáo"

  /// The words of `text`, all but `word` of confidence 0.96.
  private func words(of text: String, doubting word: String, _ value: Double) -> [WordConfidence] {
    var start = 0
    return text.split(separator: " ").map { piece in
      defer { start += piece.utf8.count + 1 }
      return WordConfidence(range: start..<start + piece.utf8.count, value: piece == word ? value : 0.96)
    }
  }

  /// How sure the repair is that `word` is right as it stands.
  private func certainty(of word: String, in text: String, _ words: [WordConfidence]) throws -> Double {
    let repair = Repairer(models: try #require(models)).repair(DecodedText(text), wordConfidences: words)
    let bytes = Array(text.utf8)
    let token = repair.tokens.first { String(decoding: bytes[$0.range], as: UTF8.self) == word }
    let found = try #require(token)
    return found.text == word ? found.confidence : 1 - found.confidence
  }

  @Test func wordsThatTheEngineDoubtsStandLessFirmly() throws {
    func certainties(_ values: [Double]) throws -> [Double] {
      try values.map { try certainty(of: "đanh", in: seen, words(of: seen, doubting: "đanh", $0)) }
    }
    let doubted = try #require(try certainties([0.05, 0.5, 0.8]).max())
    let trusted = try #require(try certainties([0.9, 0.95, 0.99]).min())
    #expect(doubted < trusted)
  }

  @Test func rangesFollowChangesOfLetters() throws {
    // Decomposed letters are shorter after normalisation; the doubt must still fall on the same word.
    let decomposed = "Ca\u{306}n cu\u{31B}\u{301} " + seen
    let doubted = try certainty(
      of: "đanh", in: decomposed, words(of: decomposed, doubting: "đanh", 0.05))
    let trusted = try certainty(
      of: "đanh", in: decomposed, words(of: decomposed, doubting: "đanh", 0.99))
    #expect(doubted < trusted)
  }

  @Test func rangesOutsideTheTextAreLeftOut() throws {
    let repairer = Repairer(models: try #require(models))
    let odd = [
      WordConfidence(range: 5..<3_000_000, value: 0.2), WordConfidence(range: 1..<2, value: .nan),
      WordConfidence(range: 4_000_000..<4_000_001, value: 7),
    ]
    #expect(repairer.repair(DecodedText("kế hoạch"), wordConfidences: odd).text == "kế hoạch")
  }
}
