import PhucHoi

/// The real engine: a repairer over the models of one folder.
public struct RepairEngine: TextEngine {
  public let version: String
  public let model: String
  public let options: [JSONValue.Member]
  private let repairer: Repairer

  /// An engine over `models`.
  public init(models: Models, options: RepairOptions, version: String) {
    repairer = Repairer(models: models, options: options)
    model = models.identity
    self.version = version
    var members = [JSONValue.Member("policy", .string(options.policy.rawValue))]
    if let threshold = options.minimumConfidence { members.append(.init("min_confidence", .decimal(threshold))) }
    self.options = members
  }

  public func read(_ text: String, extracting: Bool) throws -> EngineReading {
    let repair = repairer.repair(text)
    let pages = PageCounter(text)
    let changes = repair.edits.map { edit in
      Change(
        range: edit.range, page: pages.page(at: edit.range.lowerBound), line: edit.line, old: edit.old, new: edit.new,
        kind: edit.kind.rawValue, confidence: edit.confidence,
        alternatives: edit.alternatives.map { .init(text: $0.text, confidence: $0.confidence) })
    }
    let total = repair.tokens.reduce(0) { $0 + $1.confidence }
    let mean = repair.tokens.isEmpty ? 1 : total / Double(repair.tokens.count)
    return EngineReading(text: repair.text, changes: changes, tokenCount: repair.tokens.count, confidence: mean)
  }
}

/// Tells the page of an offset; form feeds separate pages.
struct PageCounter {
  private let breaks: [Int]

  init(_ text: String) {
    var breaks: [Int] = []
    for (offset, byte) in text.utf8.enumerated() where byte == 0x0C { breaks.append(offset) }
    self.breaks = breaks
  }

  /// The 1-based page that holds the byte at `offset`. O(log pages).
  func page(at offset: Int) -> Int {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
