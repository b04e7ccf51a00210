import ArgumentParser
import Extraction
import PhucHoi
import Platform
import SequenceLabels
import SequenceTraining

/// `phuchoi train-fields`: learns where the fields of documents stand.
struct TrainFieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-fields",
    abstract: "Learn where the fields of documents stand, from texts with labelled zones.",
    discussion: """
      FOLDER holds one folder a document: input.txt with zones.tsv and, where there are, linear.txt with \
      linear.zones.tsv. A row of zones.tsv is line (from 1), start, end (scalars of the line), zone. Each text is also \
      learned as it may be typed, with its columns run together, with misread letters, and one behind another; where \
      meta.json says "ocr": true, as it is only.
      """)

  @Argument(help: "Folders of documents.", completion: .directory)
  var folders: [String]

  @Option(name: .shortAndLong, help: "The file to write: models/fields.bin of the folder with the models.")
  var output: String

  @Option(help: "Leave out one part in N of the groups: K/N.")
  var fold: GroupFold?

  @Option(help: "Leave out a source, repeatable.")
  var without: [String] = []

  @Option(help: "Rows that the model of words may have.")
  var rows = 24_000

  @Option(
    help: "The model of an earlier run, repeatable: the mean of all of them is written.", completion: .file())
  var with: [String] = []

  @OptionGroup var location: ModelLocation
  @OptionGroup var force: ForceOption

  func run() throws {
    let models = location.inputs(rewriting: "fields.bin")
    _ = try OutputFile(
      path: output, force: force.isGiven, inputs: (folders + with).map { .file($0) } + models)
    let place = try ModelLocator.find(explicit: location.folder, holding: "tables/document_types.tsv")
    let tables = try ExtractionTables(directory: place.appendingPathComponent("tables"))
    var texts: [LabelledText] = []
    for folder in folders {
      texts += try LabelledText.texts(in: folder) { meta in
        fold?.leavesOut(meta.group) == true || without.contains(meta.source)
      }
    }
    guard !texts.isEmpty else {
      throw ValidationError("no labelled text in \(folders.joined(separator: ", "))")
    }
    let model = FieldTraining(texts: texts, tables: tables, rows: rows).model { StandardStream.error.say($0) }
    guard let model else { throw ValidationError("nothing to learn from") }
    let runs = try with.map { try FieldModel(path: $0) } + [model]
    guard let mean = FieldModel.mean(of: runs, rows: rows) else {
      throw ValidationError("the earlier runs have other labels")
    }
    try mean.write(to: output)
  }
}

/// One part in some of the groups of documents.
struct GroupFold: ExpressibleByArgument, Sendable {
  let part: Int
  let parts: Int

  init?(argument: String) {
    let numbers = argument.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, numbers[1] > 1, (0..<numbers[1]).contains(numbers[0]) else { return nil }
    (part, parts) = (numbers[0], numbers[1])
  }

  /// Whether a group belongs to the part.
  func leavesOut(_ group: String) -> Bool {
    Self.part(of: group, parts: parts) == part
  }

  /// The part of a group, 0 and up, where there are `parts`: its 32-bit FNV-1a hash decides.
  static func part(of group: String, parts: Int) -> Int {
    let sum = group.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(sum % UInt32(parts))
  }
}
