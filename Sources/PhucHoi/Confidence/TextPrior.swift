/// How much less likely a change is in one text, or one section of a long one, than in those that confidences were learned from.
///
/// Confidences are learned from readings of engines. A text in which hardly anything is to be changed was hardly read by
/// one, and what looks like a misreading there is rather a rare word, a table, a formula. The share of wrong words is
/// estimated from the confidences of all changes, and these are brought to that share (a step of the method of Saerens,
/// Latinne and Decaestecker 2002, Adjusting the outputs of a classifier to new a priori probabilities). A text is never
/// held to be worse than those that were learned from.
struct TextPrior {
  /// The least share of wrong words at which a text counts as read by an engine. This and `weight` keep all changes of
  /// readings of papers and take back a third of those on papers that were typed.
  private static let learned = 0.003
  /// How many words of such readings are added to each text, so that a line or two tell nothing.
  private static let weight = 200.0
  /// No change is surer: what trees tell is rounded.
  private static let surest = 0.9999

  /// The odds of a change in this text over those in texts that were learned from, at most 1.
  private let ratio: Double

  /// Estimates from the `confidences` of changes to some of so many `words`. O(changes).
  init(_ confidences: [Double], words: Int) {
    let wrong = confidences.reduce(Self.weight * Self.learned, +)
    let share = wrong / (Self.weight + Double(max(words, confidences.count)))
    ratio = min(1, share * (1 - Self.learned) / (Self.learned * (1 - share)))
  }

  /// The probability that a change is right, in this text.
  func adjusted(_ confidence: Double) -> Double {
    let known = min(confidence, Self.surest)
    return known * ratio / (known * ratio + 1 - known)
  }
}
