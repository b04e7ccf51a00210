import ArgumentParser
import ContextTraining
import NgramModel
import NgramTraining

/// `phuchoi train-context`: learns to tell words apart by both sides of their context.
struct TrainContextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-context",
    abstract: "Learn which of several words with the same bare letters a neighbourhood asks for.",
    discussion: """
      The model goes with one language model: it uses its words. Put both into one folder, as language.bin and \
      context.bin.
      """)

  @Argument(help: "Text files, NFC, one paragraph a line; each line counts once.")
  var corpora: [String]

  @Option(help: "The language model whose words are told apart.")
  var language: String

  @Option(name: .shortAndLong, help: "Where the model goes.")
  var output: String

  @Option(help: "The model has 2^N weights of half a byte.")
  var weightBits = 25

  @Option(help: "How often to go through the text.")
  var epochs = 1

  @Option(help: "First step of the descent.")
  var rate: Float = 0.2

  @OptionGroup var force: ForceOption

  func run() throws {
    let inputs = (corpora + [language]).map { InputSource.file($0) }
    _ = try OutputFile(path: output, force: force.isGiven, inputs: inputs)
    var options = ContextTrainingOptions()
    (options.weightBits, options.epochs, options.rate) = (weightBits, epochs, rate)
    let trainer = ContextTrainer(language: try NgramModel(path: language), options: options)
    let bytes = try trainer.run(corpora: corpora.map { TrainingCorpus(path: $0) }, output: output) {
      epoch, loss in
      StandardStream.error.say(
        Message(vi: "vòng \(epoch): mất mát \(loss)", en: "epoch \(epoch): loss \(loss)").text(
          in: .ofLocale))
    }
    StandardStream.error.say(
      Message(vi: "\(output): \(bytes) byte", en: "\(output): \(bytes) bytes").text(in: .ofLocale))
  }
}
