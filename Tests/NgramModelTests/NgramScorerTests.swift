import Foundation
import TestSupport
import Testing

@testable import NgramModel

/// The scorer that remembers its look-ups gives what the model gives without it.
@Suite struct NgramScorerTests {
  private let small: SmallModel
  private let model: NgramModel

  init() throws {
    small = try SmallModel()
    model = try NgramModel(path: small.path)
  }

  @Test func placesScoreLikeTheModel() {
    let scorer = NgramScorer(model)
    let words = (0..<WordID(model.vocabulary.count)).map { $0 } + [.max]
    var random = SeededGenerator(seed: 3)
    for count in [1, words.count, 3, words.count] {
      scorer.begin(words, count: count)
      for state in states(&random, 200) {
        let found = scorer.score(state)
        for index in 0..<count {
          var next = NgramState.empty
          #expect(found.scores[index] == model.score(state, words[index], &next))
          #expect(found.nextStates[index] == next)
        }
      }
    }
  }

  @Test func sequencesScoreLikeTheModel() {
    let scorer = NgramScorer(model)
    var random = SeededGenerator(seed: 5)
    var sequence = ScoredSequence()
    for length in [0, 1, 2, 3, 50, 2, 64, 65, 200] {
      let words = (0..<length).map { _ in word(&random) }
      words.withUnsafeBufferPointer { scorer.score($0, after: .lineStart, into: &sequence) }
      var state = NgramState.lineStart
      var around = [state]
      let expected = words.map { word in
        let score = model.score(state, word, &state)
        around.append(state)
        return score
      }
      #expect(sequence.scores.count == length)
      #expect(Array(sequence.states[...length]) == around)
      for (index, word) in words.enumerated() {
        #expect(sequence.pairs[index] == scorer.bigram(index > 0 ? words[index - 1] : .lineStart, word))
      }
      for (score, sought) in zip(sequence.scores, expected) {
        #expect(score == sought || abs(score - sought) < 1e-5)
      }
    }
  }

  @Test func gettingReadyChangesNoScore() {
    let (plain, ready) = (NgramScorer(model), NgramScorer(model))
    var random = SeededGenerator(seed: 11)
    let words = (0..<WordID(model.vocabulary.count)).map { $0 }
    let states = states(&random, 60)
    var trials = zip(states, words + words).map { NgramTrial(after: $0.lastWord, $1, before: word(&random)) }
    ready.prepare(&trials)
    for scorer in [plain, ready] { scorer.begin(words, count: words.count) }
    for start in stride(from: 0, to: states.count, by: 7) {
      let some = Array(states[start..<min(start + 7, states.count)])
      some.withUnsafeBufferPointer { ready.prepare($0) }
      for state in some {
        ready.fetch(state)
        let (found, sought) = (ready.score(state), plain.score(state))
        for index in words.indices {
          #expect(found.scores[index] == sought.scores[index])
          #expect(found.nextStates[index] == sought.nextStates[index])
        }
      }
    }
  }

  @Test func singleWordsScoreLikeTheModel() {
    let scorer = NgramScorer(model)
    var random = SeededGenerator(seed: 7)
    for state in states(&random, 100) {
      for word in 0..<WordID(model.vocabulary.count) {
        var next = NgramState.empty
        let sought = model.score(state, word, &next)
        let found = scorer.score(state, word)
        #expect(found.score == sought || abs(found.score - sought) < 1e-5)
        #expect(found.next == next)
      }
    }
  }

  @Test func bigramsScoreLikeTheModel() {
    let scorer = NgramScorer(model)
    let words = (0..<WordID(model.vocabulary.count)).map { $0 } + [.max]
    var row = [Float](repeating: 0, count: words.count)
    for first in words {
      Array(words.reversed()).withUnsafeBufferPointer { words in
        row.withUnsafeMutableBufferPointer { row in
          if let base = row.baseAddress { scorer.bigrams(first, words, into: base) }
        }
      }
      for (second, score) in zip(words.reversed(), row) { #expect(score == scorer.bigram(first, second)) }
      words.withUnsafeBufferPointer { words in
        row.withUnsafeMutableBufferPointer { row in
          if let base = row.baseAddress { scorer.bigrams(words, before: first, into: base) }
        }
      }
      for (before, score) in zip(words, row) { #expect(score == scorer.bigram(before, first)) }
      for second in words {
        var next = NgramState.empty
        #expect(scorer.bigram(first, second) == model.score(NgramState(word: first), second, &next))
      }
    }
  }

  @Test(arguments: 0..<20)
  func damagedContentNeverTraps(seed: Int) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: small.path)))
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      bytes[Int.random(in: 1400..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: small.path))
    guard let model = try? NgramModel(path: small.path) else { return }
    let scorer = NgramScorer(model)
    let words = (0..<WordID(model.vocabulary.count)).map { $0 }
    scorer.begin(words, count: words.count)
    var state = NgramState.lineStart
    for step in 0..<500 {
      withUnsafePointer(to: state) { scorer.prepare(UnsafeBufferPointer(start: $0, count: 1)) }
      state = scorer.score(state).nextStates[step * 7 % words.count]
    }
    var sequence = ScoredSequence()
    let text = (0..<2000).map { WordID($0 * 7 % (words.count + 3)) }
    text.withUnsafeBufferPointer { scorer.score($0, after: .lineStart, into: &sequence) }
    for place in text.indices { _ = scorer.score(sequence.states[place], text[place]) }
    var trials = zip(text, text.dropFirst()).map { NgramTrial(after: $0, $1, before: $0) }
    scorer.prepare(&trials)
    #expect(sequence.scores.count == text.count)
  }

  private func word(_ random: inout SeededGenerator) -> WordID {
    WordID.random(in: 0..<WordID(model.vocabulary.count), using: &random)
  }

  /// The states along a text of random words, and those of nothing.
  private func states(_ random: inout SeededGenerator, _ count: Int) -> [NgramState] {
    var states = [NgramState.empty, .lineStart]
    var state = NgramState.lineStart
    for _ in 0..<count {
      _ = model.score(state, word(&random), &state)
      states.append(state)
    }
    return states
  }
}
