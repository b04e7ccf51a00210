import ArgumentParser
import ModelFile
import NgramModel
import NgramTraining

/// `phuchoi train`: builds a language model from one's own corpus.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Build a language model from text, one paragraph a line.")

  @Argument(
    help: "Text files, NFC; FILE:N counts N times; FILE.tsv holds `count TAB line`. None: only check.")
  var corpora: [String] = []

  @Option(name: .shortAndLong, help: "Where the model goes.")
  var output: String

  @Option(help: "Longest n-gram, 2 to 4 words.")
  var order = 4

  @Option(help: "Words seen less often are unknown to the model.")
  var minimumWordCount = 30

  @Option(help: "Least count of bigrams, trigrams, fourgrams.")
  var cutoffs = "1,1,1"

  @Option(help: "Keep at most so many n-grams, the most useful ones.")
  var ngrams: Int?

  @Option(help: "Weight of plain probability beside the choice among words of the same bare letters.")
  var plainLossWeight: Float = 0.1

  @Option(help: "Leave every n-th line out.")
  var holdOutEvery: Int?

  @Option(help: "Also write the model as ARPA text.")
  var arpa: String?

  @Option(help: "Report perplexity and restoration of stripped marks on this text; repeatable.")
  var check: [String] = []

  func run() throws {
    var options = TrainingOptions()
    options.order = order
    options.minimumWordCount = minimumWordCount
    options.cutoffs = cutoffs.split(separator: ",").compactMap { Int($0) }
    options.ngramLimit = ngrams
    options.plainLossWeight = plainLossWeight
    options.holdOutEvery = holdOutEvery
    options.arpaPath = arpa
    options.scratchPath = output + ".scratch"
    do {
      if !corpora.isEmpty {
        try TrainingPipeline(options).run(corpora: corpora.map(Self.corpus), output: output) { report($0) }
      }
      for path in check { try report(ModelTrial.run(NgramModel(path: output), textPath: path), path) }
    } catch let error as TrainingError {
      try fail(error.description, status: 5)
    } catch let error as ModelFileError {
      try fail(error.description, status: 4)
    }
  }

  /// Reads `FILE` or `FILE:WEIGHT`.
  static func corpus(_ argument: String) -> TrainingCorpus {
    guard let colon = argument.lastIndex(of: ":"), let weight = Int(argument[argument.index(after: colon)...])
    else { return TrainingCorpus(path: argument) }
    return TrainingCorpus(path: String(argument[..<colon]), weight: weight)
  }

  private func fail(_ message: String, status: Int32) throws {
    StandardStream.error.say(message)
    throw ExitCode(status)
  }

  private func report(_ trial: ModelTrial, _ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    StandardStream.error.say(
      "\(name): perplexity \(trial.perplexity), \(trial.unknown) of \(trial.units) units unknown, "
        + "\(trial.restored) of \(trial.words) words restored (\(trial.accuracy))")
  }

  private func report(_ progress: TrainingProgress) {
    switch progress {
    case .countingWords: StandardStream.error.say("counting words")
    case .vocabulary(let words): StandardStream.error.say("vocabulary: \(words) words")
    case .counting(let path): StandardStream.error.say("counting n-grams: \(path)")
    case .counted(let counts): StandardStream.error.say("different n-grams from order 2: \(counts)")
    case .fallbackDiscounts(let order):
      StandardStream.error.say(
        "warning: too little text to estimate discounts of order \(order); using general ones")
    case .pruned(let counts): StandardStream.error.say("kept n-grams from order 2: \(counts)")
    case .wrote(let path, let bytes): StandardStream.error.say("\(path): \(bytes) bytes")
    }
  }
}
