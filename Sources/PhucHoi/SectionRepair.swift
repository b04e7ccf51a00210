import Decoding
import VietText

/// Repairs one section of a text: first how its letters are written, then its words.
struct SectionRepair {
  let models: Models
  let options: RepairOptions

  /// The edits and tokens of `decoded`, with their ranges in it.
  func run<Failure: Error>(
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
    let seen = decisions.map { string(source.scalars[$0.range]) }
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
        text: now, range: normalized.aligned.sourceRange(of: range), line: 1, confidence: confidence)
      if options.keepsEvidence { token.evidence = evidence[index] }
      tokens.append(token)
      guard kept[index] else { continue }
      edits.append(edit(decision, range, old: seen[index], confidence))
    }
    return Repair(normalized: normalized, edits: edits, tokens: tokens)
  }

  private func edit(_ decision: Decision, _ range: Range<Int>, old: String, _ confidence: Double) -> Edit {
    let kind: EditKind =
      decision.kind == .noise
      ? .noise : decision.unitKind == .word ? Edit.wordKind(old, decision.text) : .code
    return Edit(
      range: range, page: 1, line: 1, old: old, new: decision.text, kind: kind, confidence: confidence,
      alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) })
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

/// Scalars as a string; invalid ones are left out.
private func string(_ scalars: ArraySlice<UInt32>) -> String {
  var view = String.UnicodeScalarView()
  for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
  return String(view)
}
