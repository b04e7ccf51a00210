import Foundation
import NgramTraining
import TestSupport
import Testing

@testable import NgramModel

/// A model of a few hundred made-up lines in a scratch folder.
final class SmallModel {
  let path: String

  init() throws {
    let folder = NSTemporaryDirectory() + "small-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/model.bin"
    let words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    let text = (0..<900).map { line in
      (0..<(line % 7 + 2)).map { words[(line * $0 * $0 + line / 3 + $0) % words.count] }.joined(
        separator: " ")
    }
    try Data(text.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder + "/text.txt"))
    var options = TrainingOptions()
    options.minimumWordCount = 1
    options.scratchPath = folder + "/scratch"
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: folder + "/text.txt")], output: path)
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
  }
}

@Suite struct NgramModelTests {
  @Test func vocabularyGoesBothWays() throws {
    let small = try SmallModel()
    let model = try NgramModel(path: small.path)
    try model.verify()
    for id in 0..<WordID(model.vocabulary.count) {
      #expect(model.vocabulary.id(of: model.vocabulary.word(of: id)) == id)
    }
    #expect(model.vocabulary.id(of: "mười một") == .unknownWord)
    #expect(model.vocabulary.word(of: .max) == "<unk>")
    #expect(model.vocabulary.word(of: .date) == "<date>")
    #expect(model.unigram(.max) == -.infinity)
  }

  @Test func batchScoresLikeSingleWords() throws {
    let small = try SmallModel()
    let model = try NgramModel(path: small.path)
    let words = (0..<WordID(model.vocabulary.count)).flatMap { [$0, $0] } + [.max]
    var scores = [Float](repeating: 0, count: words.count)
    var states = [NgramState](repeating: .empty, count: words.count)
    var state = NgramState.lineStart
    for text in ["một", "hai", "không", "ba", "năm", "tám", "hai", "ba"] {
      model.score(state, words: words, count: words.count, into: &scores, nextStates: &states)
      for (index, word) in words.enumerated() {
        var next = NgramState.empty
        #expect(model.score(state, word, &next) == scores[index])
        #expect(next == states[index])
      }
      _ = model.score(state, model.vocabulary.id(of: text), &state)
    }
  }

  @Test func emptyStateScoresSingleWords() throws {
    let small = try SmallModel()
    let model = try NgramModel(path: small.path)
    var next = NgramState.empty
    let word = model.vocabulary.id(of: "ba")
    #expect(model.score(.empty, word, &next) == model.unigram(word))
    #expect(next.lastWord == word)
  }

  /// Opening does not read the sections, so a file damaged in them opens; it must then score wrongly at worst.
  @Test(arguments: 0..<40)
  func damagedContentNeverTraps(seed: Int) throws {
    let small = try SmallModel()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: small.path)))
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      // Behind the section table, which has its own checksum.
      bytes[Int.random(in: 1400..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: small.path))
    guard let model = try? NgramModel(path: small.path) else { return }
    #expect(throws: (any Error).self) { try model.verify() }
    var state = NgramState.lineStart
    for step in 0..<2000 {
      let word = WordID(step * 7 % (model.vocabulary.count + 3))
      let score = model.score(state, word, &state)
      #expect(model.vocabulary.word(of: word).utf8.count < bytes.count || score.isNaN)
    }
  }
}
