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
  private let choice: PolicyChoice
  private let minimumConfidence: Double?
  private let repairer: Repairer
  private let extractor: Extractor

  /// An engine over `models` that repairs texts by `policy`, or makes changes of at least `minimumConfidence`, and
  /// knows what `lexicon` says, which `lexiconIdentity` names in `options`. Throws what the reading of the tables
  /// throws.
  public init(
    models: Models, policy: PolicyChoice, minimumConfidence: Double? = nil, lexicon: UserLexicon? = nil,
    lexiconIdentity: String? = nil,
    version: String
  ) throws {
    (choice, self.minimumConfidence) = (policy, minimumConfidence)
    repairer = Repairer(models: models, lexicon: lexicon ?? UserLexicon())
    extractor = try Extractor(models: models)
    model = models.identity
    self.version = version
    var members = [JSONValue.Member("policy", .string(policy.name))]
    if let minimumConfidence { members.append(.init("min_confidence", .decimal(minimumConfidence))) }
    if let lexiconIdentity { members.append(.init("lexicon", .string(lexiconIdentity))) }
    self.options = members
  }

  /// Repairs `text`, and reads its fields when `extracting`. Time is linear in its length. Throws `PhucHoiError`
  /// when a limit is reached.
  ///
  /// Whatever policy the text is repaired by, its fields are read from the best text there is, the balanced one, as
  /// `extract` does; both come from one search.
  public func read(
    _ text: DecodedText, aids: ReadingAids, extracting: Bool, limits: WorkLimits
  ) throws -> EngineReading {
    let ways = ways(extracting: extracting)
    let sums = try sums(text, aids, ways, listingDoubts: extracting, limits)
    let isEngineRead = sums.first?.sources.isEngineRead ?? false
    // Of several ways the last is the best reading; where all are to choose from, it is for what an engine without
    // Vietnamese read.
    let best = sums[sums.count - 1]
    let chosen = choice == .auto && isEngineRead ? best : sums[0]
    var reading = chosen.reading(pageCount: pageCount(text.text))
    reading.policy = choice == .auto ? (isEngineRead ? .balanced : .careful) : nil
    guard extracting else { return reading }
    let record = try extractor.record(
      of: best.aligned, path: "", sha256: "", certainty: Certainty(best.unsure), layout: aids.layout,
      limits: limits)
    (reading.pages, reading.documents) = (record.pages, record.documents)
    reading.doubts = chosen.doubts.doubts(in: text.text)
    return reading
  }

  /// The ways in which a text is repaired: the one that is asked for first, the best reading last.
  private func ways(extracting: Bool) -> [RepairOptions] {
    var best = RepairOptions()
    best.policy = .balanced
    var own = best
    own.minimumConfidence = minimumConfidence
    switch choice {
    case .auto:
      own.policy = .careful
      return [own, best]
    case .fixed(let policy):
      own.policy = policy
      return policy == best.policy && minimumConfidence == nil || !extracting ? [own] : [own, best]
    }
  }

  /// What comes of the repair in each of `ways`.
  private func sums(
    _ text: DecodedText, _ aids: ReadingAids, _ ways: [RepairOptions], listingDoubts: Bool,
    _ limits: WorkLimits
  ) throws -> [RepairSum] {
    var sums = ways.map { _ in RepairSum(text.text, decisions: aids.decisions, listsDoubts: listingDoubts) }
    try repairer.repairSections(
      of: text, wordConfidences: aids.confidences, ways: ways, limits: limits
    ) { parts in
      for (index, part) in parts.enumerated() { sums[index].add(part) }
    }
    return sums
  }
}

/// How many pages a text has: form feeds separate them; one at its end begins none.
func pageCount(_ text: String) -> Int {
  let breaks = text.utf8.reduce(0) { $0 + ($1 == 0x0C ? 1 : 0) }
  return max(1, breaks + (text.utf8.last == 0x0C ? 0 : 1))
}
