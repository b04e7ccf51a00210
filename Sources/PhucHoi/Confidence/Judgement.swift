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
    let tokens = Evidence.of(
      decisions, seen: seen, isChanged: isChanged, confidences: posteriors, profiles: models.profileNames)
    evidence.reserveCapacity(decisions.count)
    confidences.reserveCapacity(decisions.count)
    for (token, size) in tokens {
      let probability = models.calibration.probability(token)
      for _ in 0..<size {
        confidences.append(probability ?? posteriors[confidences.count])
        evidence.append(token)
      }
    }
  }
}
