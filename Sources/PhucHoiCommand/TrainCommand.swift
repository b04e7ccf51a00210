import ArgumentParser
import ModelFile
import NgramTraining

/// `phuchoi train`: builds a language model from one's own corpus.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Build a language model from text, one paragraph a line.")

  @Argument(help: "Text files, NFC; FILE:N counts N times; FILE.tsv holds `count TAB line`.")
  var corpora: [String]

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
      try TrainingPipeline(options).run(corpora: corpora.map(Self.corpus), output: output) { report($0) }
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
    StandardError.write(message)
    throw ExitCode(status)
  }

  private func report(_ progress: TrainingProgress) {
    switch progress {
    case .countingWords: StandardError.write("counting words")
    case .vocabulary(let words): StandardError.write("vocabulary: \(words) words")
    case .counting(let path): StandardError.write("counting n-grams: \(path)")
    case .counted(let counts): StandardError.write("different n-grams from order 2: \(counts)")
    case .fallbackDiscounts(let order):
      StandardError.write("warning: too little text to estimate discounts of order \(order); using general ones")
    case .pruned(let counts): StandardError.write("kept n-grams from order 2: \(counts)")
    case .wrote(let path, let bytes): StandardError.write("\(path): \(bytes) bytes")
    }
  }
}
