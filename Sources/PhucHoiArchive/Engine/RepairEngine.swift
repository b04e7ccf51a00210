import Extraction
import JSON
import PhucHoi
import VietText

/// The real engine: repair and extraction over the models and tables of one folder.
public struct RepairEngine: TextEngine {
  /// Version of the program.
  public let version: String
  /// What names the models.
  public let model: String
  /// The options in force.
  public let options: [JSONValue.Member]
  private let repairer: Repairer
  private let extractor: Extractor
  private let writer: RecordJSON

  /// An engine over `models`. Throws what the reading of the tables throws.
  public init(models: Models, options: RepairOptions, version: String) throws {
    repairer = Repairer(models: models, options: options)
    extractor = Extractor(
      tables: try ExtractionTables(directory: models.directory.appendingPathComponent("tables")))
    writer = RecordJSON(producedBy: ProducedBy(version: version))
    model = models.identity
    self.version = version
    var members = [JSONValue.Member("policy", .string(options.policy.rawValue))]
    if let threshold = options.minimumConfidence {
      members.append(.init("min_confidence", .decimal(threshold)))
    }
    self.options = members
  }

  /// Repairs `text`, and reads its fields when `extracting`. Time is linear in its length. Throws `PhucHoiError`
  /// when a limit is reached.
  public func read(
    _ text: DecodedText, confidences: [WordConfidence], extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading {
    let repair = try repairer.repair(text, wordConfidences: confidences, limits: limits)
    let changes = repair.edits.map { edit in
      Change(
        range: edit.range, page: edit.page, line: edit.line, old: edit.old, new: edit.new,
        kind: edit.kind.rawValue,
        confidence: edit.confidence,
        alternatives: edit.alternatives.map { .init(text: $0.text, confidence: $0.confidence) })
    }
    let total = repair.tokens.reduce(0) { $0 + $1.confidence }
    let mean = repair.tokens.isEmpty ? 1 : total / Double(repair.tokens.count)
    var reading = EngineReading(
      text: repair.text, changes: changes, tokenCount: repair.tokens.count, confidence: mean,
      doubtful: repair.tokens.reduce(0) { $0 + ($1.confidence < 0.5 ? 1 : 0) }, pages: pageCount(text.text))
    guard extracting else { return reading }
    let certainty = repair.certainty
    let record = try extractor.record(
      of: repair.aligned, path: "", sha256: "", certainty: certainty, limits: limits)
    reading.pages = record.pages
    reading.documents = try JSONParser.parse(writer.bytes(record))["documents"]?.elements ?? []
    return reading
  }
}

/// How many pages a text has: form feeds separate them; one at its end begins none.
func pageCount(_ text: String) -> Int {
  let breaks = text.utf8.reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
  return max(1, breaks + (text.utf8.last == 0x0C ? 0 : 1))
}
