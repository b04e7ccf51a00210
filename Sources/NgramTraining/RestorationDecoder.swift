import NgramModel
import VietText

/// Restores stripped marks with a language model alone: the quick check of how well a model tells words with
/// the same bare letters apart.
struct RestorationDecoder {
  /// A line as it was and as it came back.
  struct Line {
    /// The line's units and the line end.
    var gold: [WordID] = []
    /// Whether each unit is a word of letters.
    var isWord: [Bool] = []
    /// Whether each unit, where the vocabulary does not have it, is right as it stands when stripped.
    var isBare: [Bool] = []
    /// The units that the decoder chose.
    var best: [WordID] = []
    /// Sum of the log10 probabilities of `gold`.
    var logProbability = 0.0

    func isRestored(_ index: Int) -> Bool {
      gold[index] == best[index] && (gold[index] != .unknownWord || isBare[index])
    }
  }

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var trace: Int32
  }

  private static let width = 12
  /// Weight of what the case tells beside the model.
  private static let caseWeight: Float = 0.5

  private let model: NgramModel
  private let members: [String: [WordID]]
  private var letterCase = LetterCase.neutral
  private var line = Line()
  private var goldState = NgramState.lineStart
  private var beam: [Hypothesis] = []
  private var trace: [(word: WordID, previous: Int32)] = []

  init(_ model: NgramModel) {
    self.model = model
    var members: [String: [WordID]] = [:]
    for id in 6..<WordID(model.vocabulary.count) {
      members[VietLetter.bare(model.vocabulary.word(of: id)), default: []].append(id)
    }
    self.members = members
  }

  mutating func startLine() {
    line = Line()
    goldState = .lineStart
    beam = [Hypothesis(state: .lineStart, score: 0, trace: -1)]
    trace.removeAll(keepingCapacity: true)
  }

  mutating func add(_ unit: LanguageUnit, _ bytes: [UInt8], _ letterCase: LetterCase) {
    self.letterCase = letterCase
    guard unit == .word else { return step(unit.classID, candidates: [unit.classID]) }
    let word = String(decoding: bytes, as: UTF8.self)
    let skeleton = VietLetter.bare(word)
    let isLetter = bytes.first.map { $0 >= 97 } ?? false
    step(
      model.vocabulary.id(ofBytes: bytes), candidates: members[skeleton] ?? [.unknownWord], isWord: isLetter,
      isBare: word == skeleton)
  }

  mutating func finishLine() -> Line {
    letterCase = .neutral
    step(.lineEnd, candidates: [.lineEnd])
    var index = beam.max { $0.score < $1.score }?.trace ?? -1
    var best: [WordID] = []
    while index >= 0 {
      best.append(trace[Int(index)].word)
      index = trace[Int(index)].previous
    }
    line.best = best.reversed()
    return line
  }

  private mutating func step(
    _ gold: WordID, candidates: [WordID], isWord: Bool = false, isBare: Bool = false
  ) {
    line.logProbability += Double(model.score(goldState, gold, &goldState))
    line.gold.append(gold)
    line.isWord.append(isWord)
    line.isBare.append(isBare)
    var next: [NgramState: Hypothesis] = [:]
    var scores = [Float](repeating: 0, count: candidates.count)
    var states = [NgramState](repeating: .empty, count: candidates.count)
    let biases = candidates.map(caseScore)
    for hypothesis in beam {
      model.score(
        hypothesis.state, words: candidates, count: candidates.count, into: &scores, nextStates: &states)
      for index in candidates.indices {
        let score = hypothesis.score + scores[index] + biases[index]
        if let known = next[states[index]], known.score >= score { continue }
        trace.append((candidates[index], hypothesis.trace))
        next[states[index]] = Hypothesis(state: states[index], score: score, trace: Int32(trace.count - 1))
      }
    }
    beam = Array(next.values.sorted { $0.score > $1.score }.prefix(Self.width))
  }

  private func caseScore(_ word: WordID) -> Float {
    switch letterCase {
    case .neutral: 0
    case .title: Self.caseWeight * model.vocabulary.titleScore(of: word)
    case .lower: Self.caseWeight * model.vocabulary.lowerScore(of: word)
    }
  }
}
