import Decoding

/// What is known about a token between blanks when its confidence is told.
package struct Evidence: Sendable, Equatable {
  /// How its line came to be as it is.
  package var source: SourceKind
  /// What was measured.
  package var features: Features

  /// The measurements, all of them numbers: `names` and the order of the properties are one.
  ///
  /// A second search of the same place replaces most of them, see `proofread(by:)`.
  package struct Features: Sendable, Equatable, BitwiseCopyable {
    /// Natural log odds of what stands, after the first search.
    package var logit: Float = 0
    /// The same after the last.
    package var proofLogit: Float = 0
    /// The same of the next token, after the first.
    package var logitAfter: Float = 0
    /// Whether a search changed it.
    package var changed: Float = 0
    /// What it costs beside the language model, all searches together, -log10: channel, penalties, neighbours.
    package var cost: Float = 0
    /// The mean of it around.
    package var costNear: Float = 0
    /// What the language model says for it as the profile weighs it, and how the document writes it elsewhere; log10.
    package var language: Float = 0
    /// The same less the cost of the last search, of the weakest piece; log10.
    package var gain: Float = 0
    /// The same of the token before.
    package var gainBefore: Float = 0
    /// The same of the token after.
    package var gainAfter: Float = 0
    /// The least of it within two tokens.
    package var gainLeast: Float = 0
    /// The mean of it within five tokens.
    package var gainNear: Float = 0
    /// Natural log of the share of unknown words around the line before the first search.
    package var dirt: Float = 0
    /// The same before the last.
    package var dirtLeft: Float = 0
    /// Share of tokens around that are no words and stayed.
    package var unknownNear: Float = 0
    /// How much of the bare letters seen and chosen is the same, 0 to 1.
    package var similarity: Float = 1
    /// Scalars chosen.
    package var length: Float = 0
    /// Scalars seen.
    package var seenLength: Float = 0
    /// Whether it has digits or is a code.
    package var number: Float = 0
    /// Scalars chosen that are no letters, marks at either end aside.
    package var signs: Float = 0
    /// Scalars seen that are neither letters, digits nor common marks.
    package var oddSigns: Float = 0
    /// Whether it ends with a mark other than those at which most words end.
    package var oddEnd: Float = 0
    /// 0 small letters, 1 a capital first, 2 the same where the last word gives no reason, 3 likewise with a letter
    /// that engines often read where the small one stands, 4 capitals.
    package var shape: Float = 0
    /// Whether the last token ends so.
    package var oddEndBefore: Float = 0
    /// How often the text has it as it is before the next token.
    package var sameBefore: Float = 0
    /// How often with other marks.
    package var othersBefore: Float = 0
    /// How often the text has it as it is after the last token.
    package var sameAfter: Float = 0
    /// How often with other marks.
    package var othersAfter: Float = 0
    /// 1 at the head of its line, 2 at the end of it, 3 alone on it.
    package var edge: Float = 0

    /// Names of the measurements, in order.
    package static let names = [
      "logit", "proof_logit", "logit_after", "changed", "cost", "cost_near", "language", "gain",
      "gain_before", "gain_after", "gain_least", "gain_near", "dirt", "dirt_left", "unknown_near",
      "similarity", "length", "seen_length", "number", "signs", "odd_signs", "odd_end", "shape",
      "odd_end_before", "same_before", "others_before", "same_after", "others_after", "edge",
    ]

    /// Calls `body` with the measurements in order.
    package func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
      withUnsafeBytes(of: self) { body($0.bindMemory(to: Float.self)) }
    }
  }

  /// The same with what another search found that took the result of this one as its text.
  func proofread(by proof: Evidence) -> Evidence {
    var both = proof
    let own = features
    both.source = source
    both.features.logit = own.logit
    both.features.logitAfter = own.logitAfter
    both.features.changed = max(own.changed, proof.features.changed)
    both.features.cost += own.cost
    both.features.costNear += own.costNear
    both.features.dirt = own.dirt
    both.features.unknownNear = own.unknownNear
    both.features.similarity = min(own.similarity, proof.features.similarity)
    both.features.seenLength = own.seenLength
    both.features.oddSigns = max(own.oddSigns, proof.features.oddSigns)
    return both
  }
}

/// Evidence that a token takes along, apart from it: few ask for it, and tokens stay small.
package final class CarriedEvidence: Sendable, Equatable {
  /// What is known.
  package let evidence: Evidence

  init(_ evidence: Evidence) { self.evidence = evidence }

  /// Whether the same is known.
  package static func == (a: CarriedEvidence, b: CarriedEvidence) -> Bool { a.evidence == b.evidence }
}
