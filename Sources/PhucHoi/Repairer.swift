import Lexicon
import Logging
import VietText

/// What a repair is to do.
public struct RepairOptions: Sendable {
  /// How sure a change must be.
  public var policy = Policy.balanced
  /// Least confidence of a change, in place of what the policy asks for; below the policy's thresholds of the
  /// posterior it takes their place too.
  public var minimumConfidence: Double?

  /// Whether tokens carry their evidence, for calibration.
  package var keepsEvidence = false
  /// Longer texts, in UTF-8 bytes, are repaired piece by piece.
  package var sectionLength = TextSection.standardLength
  /// How many threads work on the sections of a long text; the result is the same with any number.
  package var threads = 1

  /// The defaults.
  public init() {}

  /// The least confidence of a change, once the whole text has been read; nil where posteriors decide alone.
  var leastConfidence: Double? { minimumConfidence ?? policy.leastConfidence }

  /// Whether confidences decide about changes, so that the evidence for them is needed whatever is printed.
  var weighsConfidences: Bool { leastConfidence != nil || policy.leastConfidenceInMarked != nil }
}

/// A token of repaired text.
public struct RepairedToken: Sendable, Equatable {
  /// The text as repaired.
  public var text: String
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// 1-based line.
  public var line: Int
  /// Probability that the text is right.
  public var confidence: Double
  /// What the confidence rests on, where `RepairOptions.keepsEvidence` asks for it.
  package var evidence: CarriedEvidence?
}

/// A repaired text: the result, its way back to the input, and every change.
public struct Repair: Sendable {
  /// Input and output, with offsets mapped between them.
  public var aligned: AlignedText
  /// The changes, in order.
  public var edits: [Edit]
  /// All tokens of the output, in order, and those that were taken away: their text is empty or a blank.
  public var tokens: [RepairedToken]
  /// Changes that are more likely right than wrong but were not made: the policy asks for more, or the text was
  /// typed. They belong to no property of the edits; `confidence` is the probability of the new text.
  public var suggestions: [Edit] = []
  /// Places that the user's lexicon kept as they are.
  public var kept: [KeptText] = []
  /// How many of the words an engine without Vietnamese read.
  package var sources = SourceCount()
  /// The repaired text.
  public var text: String { aligned.text }
}

/// Repairs degraded text with one set of models.
///
/// A repairer is cheap to copy and safe to share: each call works with buffers of its own.
public struct Repairer: Sendable {
  private let models: Models
  /// What the repairs are to do.
  public var options: RepairOptions

  private let lexicon: LexiconWork?
  private let log: RepairLog

  /// A repairer over `models` that knows what `lexicon` says. Costs O(size of the lexicon).
  ///
  /// `logger` is told sizes, counts and durations of each repair; without one, that of the models is. It never
  /// sees any text, neither of documents nor of the lexicon.
  public init(
    models: Models, options: RepairOptions = RepairOptions(), lexicon: UserLexicon = UserLexicon(),
    logger: Logger? = nil
  ) {
    self.models = models
    self.options = options
    self.lexicon = LexiconWork(lexicon, models: models)
    log = RepairLog(logger ?? models.logger)
    log.tell(lexicon)
  }

  /// Repairs `text`, which is taken as decoded: spans refer to it.
  public func repair(_ text: String) -> Repair { repair(DecodedText(text)) }

  /// The repaired text of `text` alone, as `repair(_:)` has it. Confidences that decide nothing are not worked out, and
  /// of a long text no tokens are kept.
  public func repairedText(_ text: String) -> String {
    var result = ""
    sections(
      of: RepairInput(DecodedText(text), nil), tellsConfidences: false, answersAtOnce: false, checkpoint: {}
    ) { part in
      result += part.text
    }
    return result
  }

  /// Repairs a decoded input: first how its letters are written, then its words; spans refer to
  /// `decoded.text`.
  ///
  /// Time is linear in its length, also where all of it is one line. What a quarter of a megabyte teaches about
  /// itself is used; longer texts are repaired in pieces of that size, each read with what stands around it.
  ///
  /// `scheme` names the legacy letters that every line is in, when that is known. `wordConfidences` is what the
  /// engine that read the text thought of its words, where it said so: words that it was sure of are changed on
  /// stronger evidence only, others more readily.
  public func repair(
    _ decoded: DecodedText, scheme: LegacyScheme? = nil, wordConfidences: [WordConfidence] = []
  ) -> Repair {
    repair(RepairInput(decoded, scheme, wordConfidences), answersAtOnce: false, checkpoint: {})
  }

  /// The same within `limits`. The failure of a limit comes at once; what was at work on a long text ends a few hundred
  /// words later, and nothing remains of it.
  ///
  /// Throws `PhucHoiError`: PH-1101 (too large), PH-1102 (too slow), PH-1103 (cancelled).
  public func repair(
    _ decoded: DecodedText, scheme: LegacyScheme? = nil, wordConfidences: [WordConfidence] = [],
    limits: WorkLimits
  ) throws(PhucHoiError) -> Repair {
    let clock = try WorkClock(limits, bytes: decoded.text.utf8.count)
    let input = RepairInput(decoded, scheme, wordConfidences)
    return try repair(input, answersAtOnce: clock.isSoonerThanAStage(of: decoded.text.utf8.count)) {
      () throws(PhucHoiError) in try clock.check()
    }
  }

  /// The same for text that is at hand as a string.
  public func repair(_ text: String, limits: WorkLimits) throws(PhucHoiError) -> Repair {
    try repair(DecodedText(text), limits: limits)
  }

  /// Hands the repair of each section of a long text to `visit`, in order, instead of keeping them all: ranges
  /// count from the start of the section, and pages and lines are not numbered. Unless it `tellsConfidences`, those that
  /// decide nothing are left out: what stands in their places is worth nothing.
  package func repairSections(
    of decoded: DecodedText, scheme: LegacyScheme?, limits: WorkLimits, tellsConfidences: Bool = true,
    visit: (Repair) throws -> Void
  ) throws {
    let clock = try WorkClock(limits, bytes: decoded.text.utf8.count)
    let input = RepairInput(decoded, scheme)
    try sections(
      of: input, tellsConfidences: tellsConfidences,
      answersAtOnce: clock.isSoonerThanAStage(of: decoded.text.utf8.count),
      checkpoint: { () throws in try clock.check() }, visit: visit)
  }

  /// The repaired texts of the sections of `text`, without confidences that decide nothing; each section is read when it
  /// is its turn.
  package func repairSections(
    of text: LongText, limits: WorkLimits, visit: (Repair) throws -> Void
  ) throws {
    let clock = try WorkClock(limits, bytes: text.byteCount)
    let work = SectionRepair(models: models, options: options, lexicon: lexicon, tellsConfidences: false)
    let answersAtOnce = clock.isSoonerThanAStage(of: text.byteCount)
    try log.tellingFailure(text.byteCount) { () throws in
      try forEach(text.sections, [options], with: work, answersAtOnce: answersAtOnce) {
        text.piece($0)
      } checkpoint: { () throws in
        try clock.check()
      } visit: { (parts: [Repair]) throws in
        try visit(parts[0])
      }
    }
  }

  /// The same in several ways at once, for about the cost of one: the words are searched once. `visit` gets as many
  /// repairs of each section as there are `ways`, in their order.
  package func repairSections(
    of decoded: DecodedText, wordConfidences: [WordConfidence], ways: [RepairOptions], limits: WorkLimits,
    visit: ([Repair]) throws -> Void
  ) throws {
    let clock = try WorkClock(limits, bytes: decoded.text.utf8.count)
    try sections(
      of: RepairInput(decoded, nil, wordConfidences), ways: ways, tellsConfidences: true,
      answersAtOnce: clock.isSoonerThanAStage(of: decoded.text.utf8.count),
      checkpoint: { () throws in try clock.check() }, visit: visit)
  }

  private func repair<Failure: Error>(
    _ input: RepairInput, answersAtOnce: Bool, checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> Repair {
    var parts: [Repair] = []
    try sections(of: input, tellsConfidences: true, answersAtOnce: answersAtOnce, checkpoint: checkpoint) {
      (part: Repair) throws(Failure) in
      parts.append(part)
    }
    let whole = parts.count == 1 ? parts[0] : Repair(source: input.decoded.text, sections: parts)
    return whole.placed()
  }

  private func sections<Failure: Error>(
    of input: RepairInput, tellsConfidences: Bool, answersAtOnce: Bool,
    checkpoint: () throws(Failure) -> Void, visit: (Repair) throws(Failure) -> Void
  ) throws(Failure) {
    try sections(
      of: input, ways: [options], tellsConfidences: tellsConfidences, answersAtOnce: answersAtOnce,
      checkpoint: checkpoint
    ) { (parts: [Repair]) throws(Failure) in
      try visit(parts[0])
    }
  }

  private func sections<Failure: Error>(
    of input: RepairInput, ways: [RepairOptions], tellsConfidences: Bool, answersAtOnce: Bool,
    checkpoint: () throws(Failure) -> Void, visit: ([Repair]) throws(Failure) -> Void
  ) throws(Failure) {
    let work = SectionRepair(
      models: models, options: options, lexicon: lexicon, tellsConfidences: tellsConfidences)
    let length = input.decoded.text.utf8.count
    try log.tellingFailure(length) { () throws(Failure) in
      guard length > options.sectionLength else {
        let whole = TextSection(range: 0..<length, context: 0..<length)
        return try forEachContext(
          [whole], ways, with: work, answersAtOnce: answersAtOnce, piece: { _ in input },
          checkpoint: checkpoint
        ) { (_: TextSection, repairs: [Repair]) throws(Failure) in
          try visit(repairs)
        }
      }
      var text = input.decoded.text
      let sections = try text.withUTF8 { bytes in
        Result { () throws(Failure) in
          try TextSection.sections(of: bytes, length: options.sectionLength, checkpoint: checkpoint)
        }
      }.get()
      try forEach(
        sections, ways, with: work, answersAtOnce: answersAtOnce, piece: { input.piece($0) },
        checkpoint: checkpoint, visit: visit)
    }
  }

  /// Calls `visit` with what the repairs of each section make of its own text, in order; `piece` gives the text of a
  /// stretch.
  private func forEach<Failure: Error>(
    _ sections: [TextSection], _ ways: [RepairOptions], with work: SectionRepair, answersAtOnce: Bool,
    piece: @escaping @Sendable (Range<Int>) -> RepairInput, checkpoint: () throws(Failure) -> Void,
    visit: ([Repair]) throws(Failure) -> Void
  ) throws(Failure) {
    // What each way has behind it: a change over the end of a section moves the start of the next.
    var starts = ways.map { _ in 0 }
    try forEachContext(
      sections, ways, with: work, answersAtOnce: answersAtOnce, piece: piece, checkpoint: checkpoint
    ) { (section: TextSection, whole: [Repair]) throws(Failure) in
      guard starts.contains(where: { $0 < section.range.upperBound }) else { return }
      let parts = zip(whole, starts).map { $0.part(of: section, from: $1) }
      starts = zip(starts, parts).map { $0 + $1.aligned.source.utf8.count }
      try visit(parts)
    }
  }

  /// Calls `visit` with the repairs of each section and what stands around it, in order; as many threads as the options
  /// allow work on them, and none of them is this one where it `answersAtOnce`.
  private func forEachContext<Failure: Error>(
    _ sections: [TextSection], _ ways: [RepairOptions], with work: SectionRepair, answersAtOnce: Bool,
    piece: @escaping @Sendable (Range<Int>) -> RepairInput, checkpoint: () throws(Failure) -> Void,
    visit: (TextSection, [Repair]) throws(Failure) -> Void
  ) throws(Failure) {
    guard answersAtOnce || (options.threads > 1 && sections.count > 1) else {
      for section in sections {
        try visit(section, try repairs(piece(section.context), ways, with: work, checkpoint: checkpoint))
      }
      return
    }
    try OrderedWork(count: sections.count, threads: options.threads).run(
      poll: checkpoint,
      work: { number, signal in
        try? repairs(piece(sections[number].context), ways, with: work) {
          () throws(CancellationError) in
          if signal.isStopped { throw CancellationError() }
        }
      },
      visit: { (number: Int, repairs: [Repair]?) throws(Failure) in
        // Nothing but the end of the run makes a worker come back without any.
        if let repairs { try visit(sections[number], repairs) }
      })
  }

  private func repairs<Failure: Error>(
    _ section: RepairInput, _ ways: [RepairOptions], with work: SectionRepair,
    checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [Repair] {
    try log.telling(section.decoded.text.utf8.count, section.decoded.encoding) { () throws(Failure) in
      try work.run(section, ways, checkpoint: checkpoint)
    }
  }
}
