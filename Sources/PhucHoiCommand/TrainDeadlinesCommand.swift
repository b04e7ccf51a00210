import ArgumentParser
import Extraction
import JSON
import PhucHoi
import Platform
import SequenceLabels
import SequenceTraining
import VietText

/// `phuchoi train-deadlines`: learns which dates are deadlines.
struct TrainDeadlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-deadlines",
    abstract: "Learn which dates of documents are deadlines, from texts beside their right records.",
    discussion: """
      FOLDER holds one folder a document: record.json is the right record of input.txt, and of linear.txt where \
      meta.json does not say "ocr": true. The deadlines of the record that have a date, in order, are found among the \
      dates of the text; all other dates are of another kind.
      """)

  @Argument(help: "Folders of documents.", completion: .directory)
  var folders: [String]

  @Option(name: .shortAndLong, help: "The file to write: models/deadlines.bin of the folder with the models.")
  var output: String

  @Option(help: "Leave out a group, repeatable.")
  var without: [String] = []

  @Option(help: "Rows that the model may have.")
  var rows = 8_000

  @Option(help: "Runs whose mean is written.")
  var runs = 9

  @OptionGroup var location: ModelLocation
  @OptionGroup var force: ForceOption

  func validate() throws {
    guard runs > 0, rows > 0 else { throw ValidationError("--runs and --rows must be positive") }
  }

  func run() throws {
    let models = location.inputs(rewriting: "deadlines.bin")
    _ = try OutputFile(path: output, force: force.isGiven, inputs: folders.map { .file($0) } + models)
    let extractor = try Extractor(
      directory: ModelLocator.find(explicit: location.folder, holding: "models/fields.bin"))
    var examples: [(units: UnitSequence, labels: [Bool])] = []
    var lost = 0
    for document in try folders.flatMap({ try GoldDocument.documents(in: $0) })
    where !without.contains(document.group) {
      for text in document.texts {
        var gold = GoldDeadlines(document.record)
        examples += extractor.dates(in: AlignedText(source: text)).map {
          ($0.units, gold.labels(of: $0, in: text))
        }
        lost += gold.rest
      }
    }
    let chains = (0..<runs).compactMap { run in Self.trained(on: examples, options(run)) }
    guard let chain = ChainModel.mean(of: chains, mostRows: rows), let model = DeadlineModel(chain: chain)
    else {
      throw ValidationError("no dates in \(folders.joined(separator: ", "))")
    }
    let labels = examples.flatMap(\.labels)
    StandardStream.error.say(
      "\(labels.count) dates, \(labels.count { $0 }) deadlines, \(lost) of the records not found")
    try model.write(to: output)
  }

  private static func trained(
    on examples: [(units: UnitSequence, labels: [Bool])], _ options: ChainOptions
  ) -> ChainModel? {
    var trainer = ChainTrainer(labelCount: 2, options: options)
    for example in examples {
      let allowed = example.labels.map {
        1 << UInt64($0 ? DeadlineModel.deadline : DeadlineModel.other) as UInt64
      }
      trainer.add(example.units, allowed: allowed)
    }
    return trainer.trained()
  }

  private func options(_ run: Int) -> ChainOptions {
    var options = ChainOptions()
    // There are few documents, so that each counts, is looked at often, and moves little.
    (options.passes, options.laterPasses, options.mostRows, options.leastCount) = (60, 10, rows, 1)
    (options.rate, options.decay, options.dropSequence, options.dropUnit) = (0.02, 2e-3, 0.1, 0.3)
    options.seed += UInt64(run)
    return options
  }
}
