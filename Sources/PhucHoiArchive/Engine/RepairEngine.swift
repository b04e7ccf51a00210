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
    let repair = try repairer.repair(text, wordConfidences: aids.confidences, limits: limits)
    var changes = repair.edits.map(Change.init)
    var aligned = repair.aligned
    if !aids.decisions.isEmpty {
      let source = Array(aligned.source.utf8)
      changes = DecidedChanges(source: source, changes: changes).deciding(aids.decisions)
      let replacements = changes.map { Replacement(range: $0.range, text: $0.new) }
      aligned = AlignedText(source: aligned.source, replacements: replacements)
    }
    let total = repair.tokens.reduce(0) { $0 + $1.confidence }
    let mean = repair.tokens.isEmpty ? 1 : total / Double(repair.tokens.count)
    var reading = EngineReading(
      text: aligned.text, changes: changes, tokenCount: repair.tokens.count, confidence: mean,
      doubtful: repair.tokens.reduce(0) { $0 + ($1.confidence < 0.5 ? 1 : 0) }, pages: pageCount(text.text))
    guard extracting else { return reading }
    reading.doubts = doubts(repair, aids.decisions)
    let record = try extractor.record(
      of: aligned, path: "", sha256: "", certainty: repair.certainty, limits: limits)
    reading.pages = record.pages
    reading.documents = try JSONParser.parse(writer.bytes(record))["documents"]?.elements ?? []
    return reading
  }

  /// Doubtful tokens that stand as they were read, those apart that a person has decided about. O(n).
  private func doubts(_ repair: Repair, _ decisions: [ReviewDecision]) -> [Doubt] {
    let changed = Set(repair.edits.map(\.range.lowerBound) + decisions.map(\.range.lowerBound))
    let others = Dictionary(
      repair.suggestions.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    let doubtful = repair.tokens.filter {
      $0.confidence < Doubt.limit && !$0.range.isEmpty && !changed.contains($0.range.lowerBound)
    }
    guard !doubtful.isEmpty else { return [] }
    var (page, line, offset) = (1, 1, 0)
    let source = Array(repair.aligned.source.utf8)
    return doubtful.map { token in
      while offset < token.range.lowerBound {
        if source[offset] == 0x0A { line += 1 }
        if source[offset] == 0x0C { page += 1 }
        offset += 1
      }
      let other = others[token.range.lowerBound]
      return Doubt(
        range: token.range, page: page, line: line, text: token.text, confidence: token.confidence,
        alternatives: other.map { [$0.new] + $0.alternatives.map(\.text) } ?? [])
    }
  }
}

extension Change {
  /// A change that the library made.
  init(_ edit: Edit) {
    self.init(
      range: edit.range, page: edit.page, line: edit.line, old: edit.old, new: edit.new,
      kind: edit.kind.rawValue, confidence: edit.confidence,
      alternatives: edit.alternatives.map { .init(text: $0.text, confidence: $0.confidence) })
  }
}

/// How many pages a text has: form feeds separate them; one at its end begins none.
func pageCount(_ text: String) -> Int {
  let breaks = text.utf8.reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
  return max(1, breaks + (text.utf8.last == 0x0C ? 0 : 1))
}
