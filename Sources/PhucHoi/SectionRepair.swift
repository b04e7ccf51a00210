import Decoding
import Lexicon
import VietText

/// What is to be repaired, and what is known about it.
struct RepairInput {
  let decoded: DecodedText
  let scheme: LegacyScheme?
  let confidences: [WordConfidence]

  init(_ decoded: DecodedText, _ scheme: LegacyScheme?, _ confidences: [WordConfidence] = []) {
    (self.decoded, self.scheme, self.confidences) = (decoded, scheme, confidences)
  }

  /// A piece of the input; its ranges count from its own start. O(length of the piece + log n).
  func piece(_ range: Range<Int>) -> RepairInput {
    var (first, end) = (0, confidences.count)
    while first < end {
      let middle = (first + end) / 2
      if confidences[middle].range.lowerBound < range.lowerBound { first = middle + 1 } else { end = middle }
    }
    let inside = confidences[first...].prefix { $0.range.upperBound <= range.upperBound }.map { word in
      let (lower, upper) = (word.range.lowerBound, word.range.upperBound)
      return WordConfidence(range: lower - range.lowerBound..<upper - range.lowerBound, value: word.value)
    }
    return RepairInput(decoded.piece(range), scheme, inside)
  }
}

/// Repairs one section of a text: first how its letters are written, then its words.
struct SectionRepair {
  let models: Models
  let options: RepairOptions
  let lexicon: LexiconWork?
  /// Whether tokens, suggestions and confidences are asked for; otherwise only changes are found, and confidences told
  /// only where they decide about them.
  let tellsConfidences: Bool

  /// The edits and tokens of `input`, with their ranges in it, once for each of `ways`: words are searched once, and
  /// ways that make the same changes share all that follows from them.
  func run<Failure: Error>(
    _ input: RepairInput, _ ways: [RepairOptions], checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [Repair] {
    var normalization = Normalizer.Options()
    normalization.scheme = input.scheme
    try checkpoint()
    var normalized = Normalizer(normalization).normalize(input.decoded)
    try checkpoint()
    normalized = lexicon?.keepingPins(normalized) ?? normalized
    var source = SourceText(normalized.text)
    let steps: [(changes: (SourceText) -> [Replacement], cause: NormalizationCause)] = [
      (models.decoder.tornWords, .torn), (models.decoder.letterhead, .letterhead),
      (models.decoder.collapsedLetters, .legacy),
    ]
    for step in steps {
      try checkpoint()
      let changes = step.changes(source)
      guard !changes.isEmpty else { continue }
      normalized = normalized.followed(by: changes, cause: step.cause)
      normalized = lexicon?.keepingPins(normalized) ?? normalized
      source = SourceText(normalized.text)
    }
    try checkpoint()
    source.confidences = WordConfidence.placed(input.confidences, normalized.aligned, source)
    let matches = lexicon?.matches(in: source) ?? []
    try checkpoint()
    let isShort = normalized.text.utf8.count < Self.shortLength
    let units = try search(
      source, matches.map(\.range), telling: isShort ? .all : extent(ways), checkpoint)
    let decisions = units.decisions
    let sources = SourceCount(units)
    var readings: [(taken: [Bool], reading: Reading)] = []
    var repairs: [Repair] = []
    for way in ways {
      try checkpoint()
      // Only what an engine read has confidences.
      let isTyped =
        way.policy != .eager && input.confidences.isEmpty
        && TypedText.holds(input.decoded, normalized, units)
      let taken = decisions.map { !isTyped && accepts($0, way) }
      var reading: Reading
      if let known = readings.first(where: { $0.taken == taken }) {
        reading = known.reading
      } else {
        reading = Reading(decisions, of: source, taken: taken, extent: units.extent)
        if !isTyped, sources.isEngineRead {
          reading = try proofread(
            reading, of: source, normalized.text, units, matches, way, checkpoint)
        }
        if tellsConfidences || ways.contains(where: { $0.leastConfidence != nil }) {
          reading.tellConfidences(models.calibration)
        }
        readings.append((taken, reading))
      }
      if let least = way.leastConfidence {
        let surroundings = way.minimumConfidence == nil ? way.policy.surroundings : nil
        reading.keepOnlySure(normalized.text, least: least, surroundings)
      } else if let floor = way.policy.leastConfidenceInMarked {
        let confidences = reading.likelihoods(
          isShort: isShort, words: isShort ? units.wordCount : units.markedCount,
          leastOfMarks: Double(way.policy.markThreshold),
          models.calibration)
        reading.keepOnlyLikely(normalized.text, least: floor, confidences)
      }
      var repair = assembled(reading, source, normalized, matches)
      repair.sources = sources
      repairs.append(repair)
    }
    return repairs
  }

  /// What must be known of the decisions: with all that decides about changes, changes are told alone.
  private func extent(_ ways: [RepairOptions]) -> DecisionExtent {
    if tellsConfidences || ways.contains(where: { $0.keepsEvidence || $0.leastConfidence != nil }) {
      return .all
    }
    return ways.contains(where: \.weighsConfidences)
      ? .changesAmong(tokens: EvidenceGatherer.reach + 1) : .changes
  }

  private func search<Failure: Error>(
    _ source: SourceText, _ protected: [Range<Int>], telling extent: DecisionExtent,
    isProof: Bool = false, _ checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> DecodedUnits {
    try models.pool.with { decoder throws(Failure) in
      try decoder.decode(
        source, lexicon: lexicon?.own, protecting: protected, telling: extent, isProof: isProof,
        checkpoint: checkpoint)
    }
  }

  /// Reads the lines that an engine without Vietnamese read once more, as what the first search made of them: what
  /// it took for one of the forms that the engine confuses may now be seen not to fit. What the lexicon says of
  /// `first`, whose text is `text`, stays as it is, and words that the engine was sure of are changed on stronger
  /// evidence only.
  private func proofread<Failure: Error>(
    _ reading: Reading, of first: SourceText, _ text: String, _ units: DecodedUnits,
    _ matches: [LexiconMatch],
    _ way: RepairOptions, _ checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> Reading {
    let aligned = AlignedText(source: text, replacements: reading.replacements)
    var source = SourceText(aligned.text)
    let words = first.confidences.map {
      WordConfidence(range: first.bytes($0.range), value: Double($0.value))
    }
    try checkpoint()
    source.confidences = WordConfidence.placed(reading.unchanged(words), aligned, source)
    let kept = aligned.scalarRanges(of: matches.map { first.bytes($0.range) }, in: source)
    let fresh = lexicon?.matches(in: source).map(\.range) ?? []
    let protected = (kept + fresh).sorted { $0.lowerBound < $1.lowerBound }
    let decisions = try search(source, protected, telling: units.extent, isProof: true, checkpoint).decisions
    let taken = decisions.map { units.engineLines.contains($0.line) && accepts($0, way) }
    let proof = Reading(decisions, of: source, taken: taken, extent: units.extent)
    return reading.followed(by: proof, through: aligned)
  }

  /// Adds what the lexicon says to a reading of the normalised text, and puts the steps together.
  private func assembled(
    _ reading: Reading, _ source: SourceText, _ normalized: NormalizedText, _ matches: [LexiconMatch]
  ) -> Repair {
    var (edits, tokens) = (reading.edits, reading.tokens)
    if options.keepsEvidence {
      for (index, number) in reading.evidenceNumbers.enumerated() {
        tokens[index].evidence = CarriedEvidence(reading.evidence[number])
      }
    }
    guard let lexicon else {
      return Repair(normalized: normalized, edits: edits, tokens: tokens, suggestions: reading.suggestions)
    }
    var sure = matches.lazy.map { source.bytes($0.range) }.makeIterator()
    var match = sure.next()
    for index in tokens.indices {
      while let known = match, known.upperBound <= tokens[index].range.lowerBound { match = sure.next() }
      if let known = match, known.overlaps(tokens[index].range) { tokens[index].confidence = 1 }
    }
    lexicon.markSources(&edits, of: normalized.text)
    let rules = lexicon.edits(matches, in: source)
    tokens = RuledTokens(text: Array(normalized.text.utf8), rules: rules).applied(to: tokens)
    edits = (edits + rules).sorted { $0.range.lowerBound < $1.range.lowerBound }
    var repair = Repair(
      normalized: normalized, edits: edits, tokens: tokens, suggestions: reading.suggestions)
    repair.kept = lexicon.kept(matches, in: source)
    for index in repair.kept.indices {
      repair.kept[index].range = normalized.aligned.sourceRange(of: repair.kept[index].range)
    }
    return repair
  }

  /// Texts of fewer bytes, a line or two, tell too little about who read them.
  private static let shortLength = 160

  /// Whether the policy of `way` makes a change.
  private func accepts(_ decision: Decision, _ way: RepairOptions) -> Bool {
    let policy = way.policy
    // Where nothing may be made worse, words stay as they are joined, as a blank more is a word more, and marks as they
    // were read: which one closes a phrase is seldom sure.
    if policy == .careful, decision.kind == .split || decision.text.hasSuffix(" ") { return false }
    // The grammar of codes has no rival in the search.
    let isMark = decision.kind == .noise || decision.unitKind != .word && decision.kind == .replacement
    if decision.unitKind != .word, !isMark { return true }
    if policy == .careful, isMark, decision.kind == .replacement { return false }
    let threshold =
      if isMark {
        decision.kind == .noise ? policy.speckThreshold : policy.markThreshold
      } else if decision.seenIsWord, !decision.source.losesMarks {
        policy.knownWordThreshold
      } else {
        // Where marks are lost as a rule a bare word is no evidence for itself.
        policy.unknownWordThreshold
      }
    return decision.probability >= min(threshold, Float(way.minimumConfidence ?? 1))
  }
}
