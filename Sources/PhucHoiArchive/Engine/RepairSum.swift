import PhucHoi

/// What is kept of a repair, section by section: the tokens of a long text would fill the memory.
struct RepairSum {
  /// The changes, in order.
  private(set) var changes: [Change] = []
  /// What a reader of fields must reckon with.
  private(set) var unsure: [(range: Range<Int>, confidence: Double)] = []
  /// How many tokens there are.
  private(set) var tokenCount = 0
  /// How many of them are less likely right than wrong.
  private(set) var doubtful = 0
  /// Doubtful tokens, and what else some of them may be, by their starts.
  private var doubtfulPlaces: [DoubtfulPlaces.Place] = []
  private var others: [Int: [String]] = [:]
  /// The text of those in which a letter was changed, by their starts.
  private var texts: [Int: String] = [:]
  private var confidence = 0.0
  private var start = 0
  private let source: [UInt8]
  private let decisions: [ReviewDecision]
  private let decided: Set<Int>
  private let listsDoubts: Bool
  private var places = PlaceCounter()

  /// Nothing yet of the repair of `source`.
  init(_ source: String, decisions: [ReviewDecision], listsDoubts: Bool) {
    self.source = Array(source.utf8)
    self.decisions = decisions
    self.listsDoubts = listsDoubts
    decided = Set(decisions.map(\.range.lowerBound))
  }

  /// Mean confidence of the tokens; 1 without any.
  var meanConfidence: Double { tokenCount == 0 ? 1 : confidence / Double(tokenCount) }

  /// The changes with what a person decided put in their place. O(n).
  func decidedChanges() -> [Change] {
    decisions.isEmpty ? changes : DecidedChanges(source: source, changes: changes).deciding(decisions)
  }

  /// Doubtful tokens that stand as they were read, those apart that a person has decided about.
  var doubts: DoubtfulPlaces { DoubtfulPlaces(places: doubtfulPlaces, others: others, texts: texts) }

  /// Adds the repair of the next section, whose ranges count from its start. O(n).
  mutating func add(_ part: Repair) {
    for edit in part.edits {
      var change = Change(edit)
      change.range = moved(edit.range)
      places.move(to: change.range.lowerBound, in: source)
      (change.page, change.line) = (places.page, places.line)
      changes.append(change)
    }
    unsure += part.unsure.lazy.map { (moved($0.range), $0.confidence) }
    for token in part.tokens {
      tokenCount += 1
      confidence += token.confidence
      if token.confidence < 0.5 { doubtful += 1 }
    }
    if listsDoubts { addDoubts(part) }
    start += part.aligned.source.utf8.count
  }

  private mutating func addDoubts(_ part: Repair) {
    let changed = Set(part.edits.map(\.range.lowerBound))
    for token in part.tokens where token.confidence < Doubt.limit && !token.range.isEmpty {
      let range = moved(token.range)
      guard !changed.contains(token.range.lowerBound), !decided.contains(range.lowerBound) else { continue }
      doubtfulPlaces.append(.init(range, token.confidence))
      if !source[range].elementsEqual(token.text.utf8) { texts[range.lowerBound] = token.text }
    }
    for suggestion in part.suggestions {
      let start = suggestion.range.lowerBound + self.start
      guard others[start] == nil else { continue }
      others[start] = [suggestion.new] + suggestion.alternatives.map(\.text)
    }
  }

  private func moved(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound + start..<range.upperBound + start
  }
}

/// Doubtful tokens as long as nobody looks at them: of a bad text they are many.
struct DoubtfulPlaces {
  /// Where one stands, and the probability that it is right.
  struct Place {
    let (start, end): (Int32, Int32)
    let confidence: Double

    init(_ range: Range<Int>, _ confidence: Double) {
      (start, end) = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
      self.confidence = confidence
    }
  }

  fileprivate let places: [Place]
  fileprivate let others: [Int: [String]]
  fileprivate let texts: [Int: String]

  /// The tokens, in order; `source` is the text that they stand in. O(n).
  func doubts(in source: String) -> [Doubt] {
    guard !places.isEmpty else { return [] }
    let source = Array(source.utf8)
    var counter = PlaceCounter()
    return places.map { place in
      let range = Int(place.start)..<Int(place.end)
      counter.move(to: range.lowerBound, in: source)
      return Doubt(
        range: range, page: counter.page, line: counter.line,
        text: texts[range.lowerBound] ?? String(decoding: source[range], as: UTF8.self),
        confidence: place.confidence,
        alternatives: others[range.lowerBound] ?? [])
    }
  }
}
