import ArgumentParser
import BoostingTraining
import Foundation
import PhucHoi
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
  var pages: [String]

  @Option(
    name: .shortAndLong, help: "The file to write: models/confidence.bin of the folder with the models.")
  var output: String

  @OptionGroup var location: ModelLocation

  func run() throws {
    var options = RepairOptions()
    options.keepsEvidence = true
    let repairer = Repairer(models: try location.models(isCalibrated: false), options: options)
    var trainers: [Calibration.Group: BoostingTrainer] = [:]
    for entry in pages {
      let (folder, times) = Self.weighted(entry)
      for (reading, gold) in try Self.readings(in: folder) {
        let repair = repairer.repair(reading)
        for (evidence, isRight) in Self.judged(repair, gold: gold) {
          evidence.features.withValues {
            trainers[evidence.group, default: BoostingTrainer(featureCount: $0.count)]
              .add($0, outcome: isRight, weight: Double(times))
          }
        }
      }
    }
    let calibration = Calibration(trees: trainers.compactMapValues { $0.trained() })
    try calibration.write(to: output)
    for (group, trainer) in trainers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      StandardStream.error.say(
        "\(group.rawValue): \(trainer.count) tokens, \(trainer.positiveCount) right")
    }
  }

  /// `DIR:N` is DIR, N times; a colon that no number follows belongs to the path.
  private static func weighted(_ entry: String) -> (folder: String, times: Int) {
    guard let colon = entry.lastIndex(of: ":"), let times = Int(entry[entry.index(after: colon)...]),
      times > 0
    else {
      return (entry, 1)
    }
    return (String(entry[..<colon]), times)
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
      let own = piece < repair.tokens.count ? repair.tokens[piece].evidence : nil
      for word in ScoredText(token.text).tokens {
        found.append(symbols.number(of: word))
        evidence.append(own)
      }
    }
    let isRight = EditDistance.alignment(expected, found).isRight
    return zip(evidence, isRight).compactMap { evidence, right in evidence.map { ($0, right) } }
  }

  private static func readings(in folder: String) throws -> [(reading: String, gold: String)] {
    var pairs: [(reading: String, gold: String)] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let base = "\(folder)/\(name)"
      let files = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
      for file in files.sorted()
      where file.hasSuffix(".txt") && !file.hasSuffix(".ref.txt") && file != "source.txt" {
        let setting = String(file.dropLast(4))
        guard let reading = text("\(base)/\(file)") else { continue }
        guard let gold = text("\(base)/\(setting).ref.txt") ?? text("\(base)/clean.txt") else { continue }
        pairs.append((reading, gold))
        if setting == "clean" { pairs.append((stripped(reading), gold)) }
      }
    }
    return pairs
  }

  /// The text as it is typed without marks.
  private static func stripped(_ text: String) -> String {
    let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.lazy
      .compactMap { UnicodeScalar(VietLetter.bare($0.value)) }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
