import ArgumentParser
import BoostingTraining
import Decoding
import PhucHoi
import Platform
import VietText

/// `phuchoi calibrate`: makes confidences hold.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit confidences on readings beside correct text.",
    discussion: """
      DIR holds one folder a page: S.txt is a reading, S.ref.txt (or clean.txt) the correct text. Every reading is \
      repaired, its tokens compared with the correct text, and trees learned that tell how probably a token is right. \
      The correct text counts as a reading too, and so does clean.txt without its marks.
      """)

  @Argument(help: "Folders of pages; DIR:N counts N times.", completion: .directory)
  var pages: [WeightedFolder]

  @Option(help: "Learn about these kinds of source only, a comma between them.")
  var kinds: String?

  @Option(help: "A file whose trees are kept for kinds that are not learned.", completion: .file())
  var onto: String?

  @Option(help: "How many leaves a tree has at most.")
  var leaves = BoostingOptions().leaves

  @Option(
    name: .shortAndLong, help: "The file to write: models/confidence.bin of the folder with the models.")
  var output: String

  @OptionGroup var location: ModelLocation
  @OptionGroup var force: ForceOption

  func validate() throws {
    guard leaves > 1 else { throw ValidationError("--leaves: at least 2") }
  }

  func run() throws {
    let inputs = pages.map(\.path) + [onto].compactMap(\.self)
    let models = location.inputs(rewriting: "confidence.bin")
    _ = try OutputFile(path: output, force: force.isGiven, inputs: inputs.map { .file($0) } + models)
    var options = RepairOptions()
    options.keepsEvidence = true
    let repairer = Repairer(models: try location.models(isCalibrated: false), options: options)
    let wanted = kinds.map { Set($0.split(separator: ",").map(String.init)) }
    var trainers: [SourceKind: BoostingTrainer] = [:]
    for folder in pages {
      for (reading, gold) in try Self.readings(in: folder.path) {
        for (evidence, isRight) in Self.judged(repairer.repair(reading), gold: gold)
        where wanted?.contains(evidence.source.rawValue) ?? true {
          evidence.features.withValues {
            trainers[evidence.source, default: BoostingTrainer(featureCount: $0.count)]
              .add($0, outcome: isRight, weight: folder.weight)
          }
        }
      }
    }
    guard !trainers.isEmpty else {
      throw ValidationError(
        "no reading beside its correct text in \(pages.map(\.path).joined(separator: ", "))")
    }
    var growth = BoostingOptions()
    growth.leaves = leaves
    var calibration = Calibration(trees: trainers.compactMapValues { $0.trained(growth) })
    if let onto { calibration = calibration.completed(by: try Calibration(path: onto)) }
    try calibration.write(to: output)
    for (group, trainer) in trainers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      StandardStream.error.say(
        "\(group.rawValue): \(trainer.count) tokens, \(trainer.positiveCount) right")
    }
  }

  /// Every token with evidence, and whether it is right.
  private static func judged(_ repair: Repair, gold: String) -> [(Evidence, Bool)] {
    var symbols = SymbolNumbers()
    let expected = ScoredText(gold).tokens.map { symbols.number(of: $0) }
    var (found, evidence): ([Int32], [Evidence?]) = ([], [])
    var piece = 0
    for token in OutputToken.tokens(of: repair) {
      while piece < repair.tokens.count, repair.tokens[piece].range.upperBound <= token.source.lowerBound {
        piece += 1
      }
      let own = piece < repair.tokens.count ? repair.tokens[piece].evidence?.evidence : nil
      for word in ScoredText(token.text).tokens {
        found.append(symbols.number(of: word))
        evidence.append(own)
      }
    }
    let isRight = EditDistance.alignment(expected, found).isRight
    return zip(evidence, isRight).compactMap { evidence, right in evidence.map { ($0, right) } }
  }

  /// The readings below `folder` with their correct text, and correct text without its marks.
  private static func readings(in folder: String) throws -> [(reading: String, gold: String)] {
    try PageFolder.pages(in: folder).filter { $0.setting != "source" }.flatMap { page in
      let bare = VietLetter.bare(UnicodeNormalizer.nfc(page.reading))
      return [(page.reading, page.gold)] + (page.setting == "clean" ? [(bare, page.gold)] : [])
    }
  }
}
