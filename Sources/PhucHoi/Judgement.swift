import Decoding

/// Which decisions change the text, and how sure what then stands there is.
struct Judgement {
  private let decisions: [Decision]
  private let seen: [String]
  private let models: Models
  /// Whether each decision's text is taken.
  private(set) var isChanged: [Bool]
  /// What is known about each place.
  private(set) var evidence: [Evidence] = []
  /// The probability that what now stands at each place is right.
  private(set) var confidences: [Double] = []

  /// Judges `decisions` about the texts `seen`; `accepts` tells which of them change the text.
  init(
    _ decisions: [Decision], of seen: [String], _ models: Models, accepts: (Decision, Int) -> Bool
  ) {
    self.decisions = decisions
    self.seen = seen
    self.models = models
    isChanged = decisions.enumerated().map { accepts($1, $0) }
    let posteriors = decisions.indices.map { index in
      let stands = isChanged[index] || decisions[index].text == seen[index]
      return Double(stands ? decisions[index].probability : decisions[index].seenProbability)
    }
    evidence = Evidence.of(
      decisions, kept: isChanged, confidences: posteriors, profiles: models.profileNames)
    confidences = zip(evidence, posteriors).map { models.calibration.probability($0) ?? $1 }
  }
}
