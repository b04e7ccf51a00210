import ArgumentParser
import NgramModel
import NgramTraining
import Platform

/// `phuchoi train`: builds a language model from one's own corpus.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Builds a language model from text, one paragraph a line.")

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

  @Option(help: "Bits of the codes for bigrams, trigrams, fourgrams and backoff weights.")
  var codeBits = "8,8,8,8"

  @Option(help: "Leave every n-th line out.")
  var holdOutEvery: Int?

  @Option(help: "Also write the model as ARPA text.")
  var arpa: String?

  @Option(help: "Report perplexity and restoration of stripped marks on this text; repeatable.")
  var check: [String] = []

  @Option(help: "Write the units of this text and their log10 probabilities to standard output.")
  var scores: String?

  @OptionGroup var force: ForceOption

  func validate() throws {
    guard let arpa else { return }
    let places = [output, arpa].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
    guard places[0] != places[1] else { throw ValidationError("--output and --arpa name one file") }
  }

  func run() throws {
    if !corpora.isEmpty {
      let inputs = corpora.map { Self.corpus($0).path } + check + [scores].compactMap(\.self)
      for path in [output] + [arpa].compactMap(\.self) {
        _ = try OutputFile(path: path, force: force.isGiven, inputs: inputs.map { .file($0) })
      }
      try TrainingPipeline(try options()).run(corpora: corpora.map(Self.corpus), output: output) {
        say(Self.message($0))
      }
    }
    for path in check {
      say(Self.message(try ModelTrial.run(NgramModel(path: output), textPath: path), path))
    }
    if let scores { try writeScores(of: scores) }
  }

  /// Reads `FILE` or `FILE:WEIGHT`; a colon that no such number follows belongs to the path.
  static func corpus(_ argument: String) -> TrainingCorpus {
    guard let colon = argument.lastIndex(of: ":"),
      let weight = Int(argument[argument.index(after: colon)...]), TrainingCorpus.weights.contains(weight)
    else { return TrainingCorpus(path: argument) }
    return TrainingCorpus(path: String(argument[..<colon]), weight: weight)
  }

  private func options() throws -> TrainingOptions {
    var options = TrainingOptions()
    options.order = order
    options.minimumWordCount = minimumWordCount
    options.cutoffs = try Self.numbers(cutoffs, named: "--cutoffs", atLeast: 1)
    options.ngramLimit = ngrams
    options.plainLossWeight = plainLossWeight
    let bits = try Self.numbers(codeBits, named: "--code-bits", atLeast: 4)
    (options.codeBits.bigram, options.codeBits.trigram) = (bits[0], bits[1])
    (options.codeBits.fourgram, options.codeBits.backoff) = (bits[2], bits[3])
    options.holdOutEvery = holdOutEvery
    options.arpaPath = arpa
    options.scratchPath = output + ".scratch"
    return options
  }

  private static func numbers(_ text: String, named name: String, atLeast count: Int) throws -> [Int] {
    let numbers = text.split(separator: ",").compactMap { Int($0) }
    guard numbers.count >= count else { throw TrainingError.badOption("\(name) \(text)") }
    return numbers
  }

  private func writeScores(of path: String) throws {
    try TokenScores.forEachLine(NgramModel(path: output), textPath: path) { units, scores in
      let numbers = scores.map { String($0) }.joined(separator: " ")
      try StandardStream.output.write(Array((units.joined(separator: " ") + "\t" + numbers + "\n").utf8))
    }
  }

  private func say(_ message: Message) { StandardStream.error.say(message.text(in: .ofLocale)) }

  private static func message(_ trial: ModelTrial, _ path: String) -> Message {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (perplexity, accuracy) = (trial.perplexity, trial.accuracy)
    return Message(
      vi: "\(name): độ rối \(perplexity); \(trial.unknown)/\(trial.units) đơn vị lạ; "
        + "khôi phục dấu đúng \(trial.restored)/\(trial.words) (\(accuracy))",
      en: "\(name): perplexity \(perplexity); \(trial.unknown) of \(trial.units) units unknown; "
        + "\(trial.restored) of \(trial.words) words restored (\(accuracy))")
  }

  private static func message(_ progress: TrainingProgress) -> Message {
    switch progress {
    case .countingWords: Message(vi: "đếm từ", en: "counting words")
    case .vocabulary(let words): Message(vi: "từ vựng: \(words)", en: "vocabulary: \(words) words")
    case .counting(let path): Message(vi: "đếm n-gram: \(path)", en: "counting n-grams: \(path)")
    case .counted(let counts):
      Message(vi: "số n-gram khác nhau, từ bậc 2: \(counts)", en: "different n-grams from order 2: \(counts)")
    case .fallbackDiscounts(let order):
      Message(
        vi: "cảnh báo: quá ít văn bản để ước lượng chiết khấu bậc \(order); dùng giá trị chung",
        en: "warning: too little text to estimate the discounts of order \(order); using general ones")
    case .pruned(let counts): Message(vi: "giữ lại, từ bậc 2: \(counts)", en: "kept from order 2: \(counts)")
    case .wrote(let path, let bytes): Message(vi: "\(path): \(bytes) byte", en: "\(path): \(bytes) bytes")
    }
  }
}
