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

  /// A piece of the input; its ranges count from its own start.
  func piece(_ range: Range<Int>) -> RepairInput {
    let inside = confidences.lazy
      .filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
      .map { word in
        let (lower, upper) = (word.range.lowerBound, word.range.upperBound)
        return WordConfidence(
          range: lower - range.lowerBound..<upper - range.lowerBound, value: word.value)
      }
    return RepairInput(decoded.piece(range), scheme, Array(inside))
  }
}

/// Repairs one section of a text: first how its letters are written, then its words.
struct SectionRepair {
  let models: Models
  let options: RepairOptions
  let lexicon: LexiconWork?

  /// The edits and tokens of `input`, with their ranges in it.
  func run<Failure: Error>(
    _ input: RepairInput, checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> Repair {
    var normalization = Normalizer.Options()
    normalization.scheme = input.scheme
    try checkpoint()
    var normalized = Normalizer(normalization).normalize(input.decoded)
    normalized = lexicon?.keepingPins(normalized) ?? normalized
    try checkpoint()
    var source = SourceText(normalized.text)
    source.confidences = WordConfidence.placed(input.confidences, normalized.aligned, source)
    let matches = lexicon?.matches(in: source) ?? []
    let decisions = try models.pool.with { decoder throws(Failure) in
      try decoder.decode(
        source, lexicon: lexicon?.own, protecting: matches.map(\.range), checkpoint: checkpoint)
    }
    // Only what an engine read has confidences.
    let isTyped =
      options.policy != .eager && input.confidences.isEmpty
      && TypedText.holds(input.decoded, normalized, decisions)
    var repair = judged(decisions, source, normalized, changesWords: !isTyped, protected: matches)
    if let lexicon {
      let aligned = normalized.aligned
      repair.kept = lexicon.kept(matches, in: source)
      for index in repair.kept.indices {
        repair.kept[index].range = aligned.sourceRange(of: repair.kept[index].range)
      }
    }
    return repair
  }

  /// Decides which changes are made, and puts all together.
  private func judged(
    _ decisions: [Decision], _ source: SourceText, _ normalized: NormalizedText, changesWords: Bool,
    protected matches: [LexiconMatch]
  ) -> Repair {
    let seen = decisions.map { source.string($0.range) }
    var judgement = Judgement(decisions, of: seen, models) { decision, index in
      decision.text != seen[index] && changesWords && accepts(decision)
    }
    if let least = options.minimumConfidence {
      // A code has no rival in the search: how sure it is shows only in what is told of it.
      judgement.takeBack { $0.unitKind == .code && $1 < least }
    }
    var (edits, suggestions): ([Edit], [Edit]) = ([], [])
    var tokens: [RepairedToken] = []
    tokens.reserveCapacity(decisions.count)
    var sure = matches.lazy.map { source.bytes($0.range) }.makeIterator()
    var match = sure.next()
    for (index, decision) in decisions.enumerated() {
      let range = source.bytes(decision.range)
      var confidence = judgement.confidences[index]
      while let known = match, known.upperBound <= range.lowerBound { match = sure.next() }
      if let known = match, known.overlaps(range) { confidence = 1 }
      var token = RepairedToken(
        text: judgement.isChanged[index] ? decision.text : seen[index], range: range, line: 1,
        confidence: confidence)
      if options.keepsEvidence { token.evidence = judgement.evidence[index] }
      tokens.append(token)
      if judgement.isChanged[index] {
        edits.append(edit(decision, range, old: seen[index], confidence))
      } else if decision.text != seen[index], decision.probability >= 0.5 {
        suggestions.append(edit(decision, range, old: seen[index], Double(decision.probability)))
      }
    }
    if let lexicon {
      lexicon.markSources(&edits, of: normalized.text)
      let rules = lexicon.edits(matches, in: source)
      tokens = RuledTokens(text: Array(normalized.text.utf8), rules: rules).applied(to: tokens)
      edits = (edits + rules).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    return Repair(normalized: normalized, edits: edits, tokens: tokens, suggestions: suggestions)
  }

  private func edit(_ decision: Decision, _ range: Range<Int>, old: String, _ confidence: Double) -> Edit {
    let kind: EditKind =
      decision.kind == .noise
      ? .noise : decision.unitKind == .word ? Edit.wordKind(old, decision.text) : .code
    return Edit(
      range: range, page: 1, line: 1, old: old, new: decision.text, kind: kind, confidence: confidence,
      alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) })
  }

  /// Whether the policy makes a change.
  private func accepts(_ decision: Decision) -> Bool {
    let policy = options.policy
    // A blank more is a word more: where nothing may be made worse, words stay as they are joined.
    if policy == .careful, decision.kind == .split || decision.text.hasSuffix(" ") { return false }
    // What the grammar of codes mends did no damage on any text that was measured.
    if decision.unitKind != .word, decision.kind != .noise { return true }
    let isKnown = decision.kind == .noise || weighsAsWord(decision)
    let threshold =
      options.minimumConfidence.map { Float($0) }
      ?? (isKnown ? policy.knownWordThreshold : policy.unknownWordThreshold)
    return decision.probability >= threshold
  }

  /// Where marks are lost as a rule a bare word is no evidence for itself, unless nothing may be made worse.
  private func weighsAsWord(_ decision: Decision) -> Bool {
    decision.seenIsWord && (!decision.isEngine || options.policy == .careful)
  }
}
