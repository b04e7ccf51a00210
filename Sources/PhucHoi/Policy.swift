/// How sure the program must be before it changes something.
public enum Policy: String, Sendable, CaseIterable {
  /// For records that must never be made worse.
  case careful
  /// The default for text that looks like OCR.
  case balanced
  /// Changes whatever is more likely wrong than right.
  case eager

  /// The least probability of a change to a word that the vocabulary knows.
  var knownWordThreshold: Float {
    switch self {
    case .careful: 0.9995
    case .balanced: 0.5
    case .eager: 0.3
    }
  }

  /// The least probability of a change to what is no word.
  var unknownWordThreshold: Float {
    switch self {
    case .careful: 0.97
    case .balanced: 0.2
    case .eager: 0.1
    }
  }
}
