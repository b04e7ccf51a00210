import PhucHoi
import VietText

/// What is kept of a repair, section by section: the tokens of a long text would fill the memory.
struct RepairSum {
  /// The changes, in order.
  private(set) var changes: [Change] = []
  /// What a reader of fields must reckon with.
  private(set) var unsure: [(range: Range<Int>, confidence: Double)] = []
  /// How many tokens there are.
  private(set) var tokenCount = 0
  /// How many of them are words that are less likely right than wrong.
  private(set) var doubtful = 0
  /// How many words an engine without Vietnamese read.
  private(set) var sources = SourceCount()
  /// Doubtful tokens, and what else some of them may be, by their starts.
  private var doubtfulPlaces: [DoubtfulPlaces.Place] = []
  private var others: [Int: [String]] = [:]
  private var confidence = 0.0
  private var start = 0
  private let source: [UInt8]
  private let decisions: [ReviewDecision]
  private let text: String
  private let listsDoubts: Bool
  private var places = PlaceCounter()

  /// Nothing yet of the repair of `source`.
  init(_ source: String, decisions: [ReviewDecision], listsDoubts: Bool) {
    (self.source, text) = (Array(source.utf8), source)
    self.decisions = decisions
    self.listsDoubts = listsDoubts
  }

  /// Mean confidence of the tokens; 1 without any.
  var meanConfidence: Double { tokenCount == 0 ? 1 : confidence / Double(tokenCount) }

  /// The changes with what a person decided put in their place. O(n).
  func decidedChanges() -> [Change] {
    decisions.isEmpty ? changes : DecidedChanges(source: source, changes: changes).deciding(decisions)
  }

  /// The text with its changes.
  var aligned: AlignedText {
    AlignedText(
      source: text, replacements: decidedChanges().map { Replacement(range: $0.range, text: $0.new) })
  }

  /// The text with its changes as the reading of an engine.
  func reading(pageCount: Int) -> EngineReading {
    let changes = decidedChanges()
    let aligned = AlignedText(
      source: text, replacements: changes.map { Replacement(range: $0.range, text: $0.new) })
    return EngineReading(
      text: aligned.text, changes: changes, tokenCount: tokenCount, confidence: meanConfidence,
      doubtful: doubtful, pages: pageCount)
  }

  /// Doubtful tokens that stand as they were read, those apart that a person has decided about.
  var doubts: DoubtfulPlaces { DoubtfulPlaces(places: doubtfulPlaces, others: others) }

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
    sources.add(part.sources)
    let tokens = OutputToken.tokens(of: part)
    for token in tokens {
      tokenCount += 1
      confidence += token.confidence
      if token.confidence < 0.5, token.text.hasLetters { doubtful += 1 }
    }
    if listsDoubts { addDoubts(tokens, part) }
    start += part.aligned.source.utf8.count
  }

  /// Adds what a person can decide about: words, as they are counted, whose letters are doubtful, without the signs
  /// around them. What was changed is listed with its change.
  private mutating func addDoubts(_ tokens: [OutputToken], _ part: Repair) {
    var edit = 0
    var suggestion = 0
    for token in tokens where token.confidence < Doubt.limit {
      let pieces = part.tokens[token.pieces].filter { $0.text.hasLetters && !$0.range.isEmpty }
      guard let first = pieces.first, let last = pieces.last,
        let confidence = pieces.map(\.confidence).min(), confidence < Doubt.limit
      else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      while edit < part.edits.count, part.edits[edit].range.upperBound <= range.lowerBound { edit += 1 }
      if edit < part.edits.count, part.edits[edit].range.lowerBound < range.upperBound { continue }
      let place = moved(range)
      if decisions.contains(where: { $0.field.isEmpty && $0.range.overlaps(place) }) { continue }
      doubtfulPlaces.append(.init(place, confidence))
      while suggestion < part.suggestions.count,
        part.suggestions[suggestion].range.upperBound <= range.lowerBound
      { suggestion += 1 }
      var next = suggestion
      while next < part.suggestions.count, part.suggestions[next].range.lowerBound < range.upperBound {
        addOthers(part.suggestions[next], in: place)
        next += 1
      }
    }
  }

  /// Adds the readings that a change would have made of a doubtful place.
  private mutating func addOthers(_ suggestion: Edit, in place: Range<Int>) {
    let range = moved(suggestion.range)
    guard range.lowerBound >= place.lowerBound, range.upperBound <= place.upperBound else { return }
    let head = String(decoding: source[place.lowerBound..<range.lowerBound], as: UTF8.self)
    let tail = String(decoding: source[range.upperBound..<place.upperBound], as: UTF8.self)
    let readings = ([suggestion.new] + suggestion.alternatives.map(\.text)).map { head + $0 + tail }
    others[place.lowerBound, default: []] += readings
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
        text: String(decoding: source[range], as: UTF8.self),
        confidence: place.confidence,
        alternatives: others[range.lowerBound] ?? [])
    }
  }
}

extension String {
  /// Whether there is a letter or a digit in it.
  var hasLetters: Bool {
    unicodeScalars.contains { VietLetter.isLetter($0.value) || (0x30...0x39).contains($0.value) }
  }
}
