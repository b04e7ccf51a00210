import ArgumentParser
import BoostingTraining
import Extraction
import JSON
import PhucHoi
import Platform
import VietText

/// `phuchoi calibrate-fields`: makes the confidences of fields hold.
struct CalibrateFieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate-fields",
    abstract: "Fit the confidences of fields on documents beside their right records.",
    discussion: """
      FOLDER holds one folder a document: record.json is the right record of input.txt, and of linear.txt where \
      meta.json does not say "ocr": true. Every text is repaired and read, its values are compared with the record, and \
      trees learned that tell how probably a value is right.
      """)

  @Argument(help: "Folders of documents; DIR:N counts N times.", completion: .directory)
  var folders: [WeightedFolder]

  @Option(
    parsing: .upToNextOption,
    help: """
      Models of fields, the K-th of N learned without part K/N of the groups (train-fields --fold): each document is \
      read by the one that has not seen it.
      """, completion: .file())
  var folds: [String] = []

  @Option(help: "How many leaves a tree has at most.")
  var leaves = 12

  @Option(
    name: .shortAndLong, help: "The file to write: models/field-confidence.bin of the folder with the models."
  )
  var output: String

  @OptionGroup var location: ModelLocation
  @OptionGroup var force: ForceOption

  func validate() throws {
    guard leaves > 1 else { throw ValidationError("--leaves: at least 2") }
  }

  func run() throws {
    let models = try location.models()
    let place = models.directory
    let tables = try ExtractionTables(directory: place.appendingPathComponent("tables"))
    _ = try OutputFile(
      path: output, force: force.isGiven,
      inputs: (folders.map(\.path) + folds).map { .file($0) }
        + location.inputs(rewriting: "field-confidence.bin"))
    let own = place.appendingPathComponent("models/fields.bin").path
    let extractors = try (folds.isEmpty ? [own] : folds).map {
      Extractor(tables: tables, model: try FieldModel(path: $0))
    }
    let repairer = Repairer(models: models)
    var trainer = BoostingTrainer(featureCount: ValueEvidence.Measures.names.count)
    let progress = Progress()
    defer { progress.finish() }
    for folder in folders {
      for document in try GoldDocument.documents(in: folder.path) {
        progress.tell("\(document.path)")
        let part = GroupFold.part(of: document.group, parts: extractors.count)
        for text in document.texts {
          let repair = repairer.repair(text)
          let record = extractors[part].record(
            of: repair.aligned, path: "", sha256: "", certainty: repair.certainty)
          for (measures, isRight) in try Self.judged(record, document.record, text) {
            measures.withValues { trainer.add($0, outcome: isRight, weight: folder.weight) }
          }
        }
      }
    }
    var growth = BoostingOptions()
    growth.leaves = leaves
    growth.leastWeight = 20
    guard let trees = trainer.trained(growth) else {
      throw ValidationError("no right and wrong values in \(folders.map(\.path).joined(separator: ", "))")
    }
    try FieldConfidence(trees: trees).write(to: output)
    StandardStream.error.say("\(trainer.count) values, \(trainer.positiveCount) right")
  }

  /// Every value of which the right record tells, and whether it is right.
  private static func judged(
    _ record: Record, _ gold: JSONValue, _ text: String
  ) throws -> [(ValueEvidence.Measures, Bool)] {
    struct Key: Hashable { var field: FieldName, start, end: Int }
    var known: [Key: ValueEvidence.Measures] = [:]
    var record = record
    for index in record.documents.indices {
      record.documents[index].updateValues { field, value in
        let key = Key(field: field, start: value.span.start, end: value.span.end)
        known[key] = value.evidence?.measures(of: field)
      }
    }
    var score = FieldScore()
    score.add(
      gold: gold, found: try JSONParser.parse(RecordJSON(producedBy: ProducedBy(version: "")).bytes(record)),
      text: text)
    return score.judgements.compactMap { name, value, isRight in
      guard let field = fields[name], let start = value["span"]?["start"]?.int,
        let end = value["span"]?["end"]?.int
      else { return nil }
      return known[Key(field: field, start: start, end: end)].map { ($0, isRight) }
    }
  }

  /// The fields by the names of the scores.
  private static let fields: [String: FieldName] = [
    "number": .number, "symbol": .number, "document_type": .type, "issuing_body": .issuer,
    "superior_body": .superior, "place": .place, "date": .date, "subject": .subject, "archive_note": .archive,
    "secrecy": .secrecy, "urgency": .urgency, "copy_form": .copy, "addressees": .addressee,
    "recipients": .recipient, "co_issuers": .coIssuer, "references": .reference,
    "reference_dates": .reference,
    "deadlines": .deadline, "signer_names": .signer, "signer_titles": .signer, "signer_authorities": .signer,
    "attachments": .attachment,
  ]
}
