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

  /// An engine over `models` that knows what `lexicon` says, which `lexiconIdentity` names in `options`. Throws what
  /// the reading of the tables throws.
  public init(
    models: Models, options: RepairOptions, lexicon: UserLexicon? = nil,
    lexiconIdentity: String? = nil,
    version: String
  ) throws {
    repairer = Repairer(models: models, options: options, lexicon: lexicon ?? UserLexicon())
    extractor = Extractor(
      tables: try ExtractionTables(directory: models.directory.appendingPathComponent("tables")))
    writer = RecordJSON(producedBy: ProducedBy(version: version))
    model = models.identity
    self.version = version
    var members = [JSONValue.Member("policy", .string(options.policy.rawValue))]
    if let threshold = options.minimumConfidence {
      members.append(.init("min_confidence", .decimal(threshold)))
    }
    if let lexiconIdentity { members.append(.init("lexicon", .string(lexiconIdentity))) }
    self.options = members
  }

  /// Repairs `text`, and reads its fields when `extracting`. Time is linear in its length. Throws `PhucHoiError`
  /// when a limit is reached.
  public func read(
    _ text: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading {
    var (reading, aligned, unsure, doubts) = try repair(text, aids, listingDoubts: extracting, limits)
    guard extracting else { return reading }
    let record = try extractor.record(
      of: aligned, path: "", sha256: "", certainty: Certainty(unsure), layout: aids.layout, limits: limits)
    reading.pages = record.pages
    reading.documents = try JSONParser.parse(writer.bytes(record))["documents"]?.elements ?? []
    reading.doubts = doubts.doubts(in: text.text)
    return reading
  }

  /// What comes of the repair alone: the text with its changes, and what is not sure of it.
  private func repair(
    _ text: DecodedText, _ aids: ReadingAids, listingDoubts: Bool, _ limits: WorkLimits
  ) throws -> (EngineReading, AlignedText, unsure: [(range: Range<Int>, confidence: Double)], DoubtfulPlaces)
  {
    var sum = RepairSum(text.text, decisions: aids.decisions, listsDoubts: listingDoubts)
    if aids.confidences.isEmpty {
      try repairer.repairSections(of: text, scheme: nil, limits: limits) { sum.add($0) }
    } else {
      sum.add(try repairer.repair(text, wordConfidences: aids.confidences, limits: limits))
    }
    let changes = sum.decidedChanges()
    let aligned = AlignedText(
      source: text.text, replacements: changes.map { Replacement(range: $0.range, text: $0.new) })
    let reading = EngineReading(
      text: aligned.text, changes: changes, tokenCount: sum.tokenCount, confidence: sum.meanConfidence,
      doubtful: sum.doubtful, pages: pageCount(text.text))
    return (reading, aligned, sum.unsure, sum.doubts)
  }
}

/// How many pages a text has: form feeds separate them; one at its end begins none.
func pageCount(_ text: String) -> Int {
  let breaks = text.utf8.reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
  return max(1, breaks + (text.utf8.last == 0x0C ? 0 : 1))
}
