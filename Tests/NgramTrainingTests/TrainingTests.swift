import NgramModel
import Testing

@testable import NgramTraining

@Suite struct TrainingTests {
  @Test(arguments: [2, 3, 4])
  func modelAgreesWithTheDefinition(order: Int) throws {
    let corpus = try ToyCorpus(lines: 400, words: 40)
    var options = corpus.options(order: order)
    options.codeBits.bigram = 16
    options.codeBits.trigram = 16
    options.codeBits.fourgram = 16
    options.codeBits.backoff = 16
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: corpus.textPath)], output: corpus.modelPath)
    let model = try NgramModel(path: corpus.modelPath)
    let reference = ReferenceKneserNey(
      corpus.lines, order: order, vocabularySize: model.vocabulary.count)
    for line in corpus.lines.prefix(60) {
      var state = NgramState.lineStart
      var history = ["<s>"]
      for word in line + ["</s>"] {
        let score = model.score(state, model.vocabulary.id(of: word), &state)
        let expected = Logarithm.base10(Float(reference.probability(word, after: history)))
        #expect(abs(score - expected) < 2e-3, "\(word) after \(history)")
        history.append(word)
      }
    }
  }

  @Test(arguments: [nil, 300])
  func distributionsSumToOne(limit: Int?) throws {
    let corpus = try ToyCorpus(lines: 400, words: 40)
    var options = corpus.options(order: 4)
    options.ngramLimit = limit
    options.codeBits = .init(all: 16)
    try TrainingPipeline(options).run(
      corpora: [TrainingCorpus(path: corpus.textPath)], output: corpus.modelPath)
    let model = try NgramModel(path: corpus.modelPath)
    if let limit { #expect(model.counts[1...].reduce(0, +) <= limit) }
    for line in corpus.lines.prefix(40) {
      var state = NgramState.lineStart
      for word in line {
        _ = model.score(state, model.vocabulary.id(of: word), &state)
        var sum = 0.0
        for id in 0..<WordID(model.vocabulary.count) where id != .lineStart {
          var next = NgramState.empty
          sum += Logarithm.power10(Double(model.score(state, id, &next)))
        }
        #expect(abs(sum - 1) < 0.01)
      }
    }
  }

  @Test func runsOnDiskGiveTheSameCounts() throws {
    let corpus = try ToyCorpus(lines: 300, words: 30)
    let (_, whole) = try corpus.counted(order: 4)
    let (_, merged) = try corpus.counted(order: 4, windowsInMemory: 100)
    #expect(whole.keys == merged.keys)
    #expect(whole.counts == merged.counts)
    #expect(zip(whole.keys, whole.keys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func highestOrderKeepsTheTextsCounts() throws {
    let corpus = try ToyCorpus(lines: 300, words: 30)
    let (vocabulary, windows) = try corpus.counted(order: 3)
    let trie = AdjustedCounts.trie(windows, order: 3, wordCount: vocabulary.words.count)
    let tokens = corpus.lines.reduce(0) { $0 + $1.count + 1 }
    #expect(trie.levels[0].raw.reduce(0) { $0 + Int($1) } == tokens)
    let trigrams = corpus.lines.reduce(0) { $0 + max(0, $1.count) }
    #expect(trie.levels[1].raw.reduce(0) { $0 + Int($1) } == trigrams)
  }

  @Test func prunedSetIsClosed() throws {
    let corpus = try ToyCorpus(lines: 500, words: 40)
    let (vocabulary, windows) = try corpus.counted(order: 4)
    let trie = AdjustedCounts.trie(windows, order: 4, wordCount: vocabulary.words.count)
    let discounts = [Discounts](repeating: .fallback, count: 4)
    var options = corpus.options(order: 4)
    options.ngramLimit = 400
    let kept = Pruning(
      trie, InterpolatedProbabilities.estimate(trie, discounts: discounts),
      discounts: .fallback, classes: ConfusionClasses.of(vocabulary.words), options: options
    ).kept(limit: 400)
    #expect(kept.reduce(0) { $0 + Pruning.count($1) } > 200)
    for level in 1..<3 {
      for context in 0..<trie.levels[level].starts.count - 1 {
        for child in trie.levels[level].children(context) where kept[level][child] {
          #expect(kept[level - 1][context])
          #expect(kept[level - 1][Int(trie.levels[level].suffixes[child])])
        }
      }
    }
  }

  @Test func emptyTextIsRefused() throws {
    let corpus = try ToyCorpus(lines: 0, words: 10)
    #expect(throws: TrainingError.noText) {
      try TrainingPipeline(corpus.options(order: 3)).run(
        corpora: [TrainingCorpus(path: corpus.textPath)], output: corpus.modelPath)
    }
  }

  @Test func missingTextIsReported() throws {
    let corpus = try ToyCorpus(lines: 0, words: 10)
    let path = corpus.folder + "none.txt"
    #expect(throws: TrainingError.unreadable(path: path)) {
      try TrainingPipeline(corpus.options(order: 3)).run(
        corpora: [TrainingCorpus(path: path)], output: corpus.modelPath)
    }
  }

  @Test func smallTextFallsBackWithNotice() throws {
    let corpus = try ToyCorpus(lines: 3, words: 5)
    var notices: [Int] = []
    try TrainingPipeline(corpus.options(order: 3)).run(
      corpora: [TrainingCorpus(path: corpus.textPath)], output: corpus.modelPath
    ) { if case .fallbackDiscounts(let order) = $0 { notices.append(order) } }
    #expect(notices.contains(3))
    #expect(try NgramModel(path: corpus.modelPath).order == 3)
  }
}
