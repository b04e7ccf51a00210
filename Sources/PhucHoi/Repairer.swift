import Decoding
import VietText

/// What a repair is to do.
public struct RepairOptions: Sendable {
  /// How sure a change must be.
  public var policy = Policy.balanced
  /// Least posterior probability of a change of a word, in place of the policy's thresholds.
  public var minimumConfidence: Double?

  /// Whether tokens carry their evidence, for calibration.
  package var keepsEvidence = false

  /// The defaults.
  public init() {}
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
  package var evidence: Evidence?
}

/// A repaired text: the result, its way back to the input, and every change.
public struct Repair: Sendable {
  /// Input and output, with offsets mapped between them.
  public var aligned: AlignedText
  /// The changes, in order.
  public var edits: [Edit]
  /// All tokens of the output, in order.
  public var tokens: [RepairedToken]
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

  /// A repairer over `models`.
  public init(models: Models, options: RepairOptions = RepairOptions()) {
    self.models = models
    self.options = options
  }

  /// Repairs `text`, which is taken as decoded: spans refer to it. Time is linear in its length.
  public func repair(_ text: String) -> Repair { repair(DecodedText(text)) }

  /// Repairs a decoded input: first how its letters are written, then its words; spans refer to
  /// `decoded.text`. Time is linear in its length.
  ///
  /// `scheme` names the legacy letters that every line is in, when that is known.
  public func repair(_ decoded: DecodedText, scheme: LegacyScheme? = nil) -> Repair {
    repair(decoded, scheme, checkpoint: {})
  }

  /// The same within `limits`. Nothing remains of a call that they end.
  ///
  /// Throws `PhucHoiError`: PH-1101 (too large), PH-1102 (too slow), PH-1103 (cancelled).
  public func repair(
    _ decoded: DecodedText, scheme: LegacyScheme? = nil, limits: WorkLimits
  ) throws(PhucHoiError) -> Repair {
    let clock = try WorkClock(limits, bytes: decoded.text.utf8.count)
    return try repair(decoded, scheme) { () throws(PhucHoiError) in try clock.check() }
  }

  /// The same for text that is at hand as a string.
  public func repair(_ text: String, limits: WorkLimits) throws(PhucHoiError) -> Repair {
    try repair(DecodedText(text), limits: limits)
  }

  private func repair<Failure: Error>(
    _ decoded: DecodedText, _ scheme: LegacyScheme?, checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> Repair {
    var normalization = Normalizer.Options()
    normalization.scheme = scheme
    try checkpoint()
    let normalized = Normalizer(normalization).normalize(decoded)
    try checkpoint()
    let source = SourceText(normalized.text)
    let decisions = try models.pool.with { decoder throws(Failure) in
      try decoder.decode(source, checkpoint: checkpoint)
    }
    let seen = decisions.map { self.seen($0.range, source) }
    let accepted = zip(decisions, seen).map { accepts($0, $1) }
    let kept = zip(decisions, zip(seen, accepted)).map { $1.1 && $0.text != $1.0 }
    let posteriors = zip(decisions, accepted).map { Double($1 ? $0.probability : $0.seenProbability) }
    let evidence = Evidence.of(decisions, kept: kept, confidences: posteriors, profiles: models.profileNames)
    var edits: [Edit] = []
    var tokens: [RepairedToken] = []
    tokens.reserveCapacity(decisions.count)
    for (index, decision) in decisions.enumerated() {
      let range = source.bytes(decision.range)
      let now = kept[index] ? decision.text : seen[index]
      let confidence = models.calibration.probability(evidence[index]) ?? posteriors[index]
      var token = RepairedToken(
        text: now, range: normalized.aligned.sourceRange(of: range), line: decision.line + 1,
        confidence: confidence)
      if options.keepsEvidence { token.evidence = evidence[index] }
      tokens.append(token)
      guard kept[index] else { continue }
      let kind: EditKind =
        decision.kind == .noise
        ? .noise : decision.unitKind == .word ? Edit.wordKind(seen[index], now) : .code
      edits.append(
        Edit(
          range: range, page: 1, line: decision.line + 1, old: seen[index], new: now, kind: kind,
          confidence: confidence,
          alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) }))
    }
    return Repair(normalized: normalized, edits: edits, tokens: tokens)
  }

  private func seen(_ range: Range<Int>, _ source: SourceText) -> String {
    var view = String.UnicodeScalarView()
    for index in range { if let scalar = Unicode.Scalar(source.scalars[index]) { view.append(scalar) } }
    return String(view)
  }

  private func accepts(_ decision: Decision, _ old: String) -> Bool {
    guard decision.text != old else { return true }
    let policy = options.policy
    if decision.kind == .noise { return decision.probability >= policy.knownWordThreshold }
    if decision.unitKind != .word { return true }
    let threshold =
      options.minimumConfidence.map { Float($0) }
      ?? (weighsAsWord(decision) ? policy.knownWordThreshold : policy.unknownWordThreshold)
    return decision.probability >= threshold
  }

  /// Where marks are lost as a rule a bare word is no evidence for itself, unless nothing may be made worse.
  private func weighsAsWord(_ decision: Decision) -> Bool {
    decision.seenIsWord && (!decision.isEngine || options.policy == .careful)
  }
}
