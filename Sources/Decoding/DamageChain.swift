import Platform

/// How probably each word of a text was stripped of its marks, by what its neighbours are: a chain of two states along
/// the text, whose stickiness is learned from the text itself (Baum and Welch 1970).
///
/// Where words lose their marks each by itself the chain finds that neighbours tell nothing; where paragraphs or lines
/// lose them, that they tell nearly all.
struct DamageChain {
  /// Before its own letters are looked at, how probably each word was stripped.
  private(set) var priors: [Float] = []

  /// P(stripped | the last word was kept) and P(stripped | it was stripped).
  private(set) var afterKept: Float
  private(set) var afterStripped: Float
  private static let rounds = 4
  /// How many words the belief weighs that the last word tells nothing.
  private static let priorWeight: Float = 20

  /// Runs the chain over words of which `emissions` tells P(seen | kept) and P(seen | stripped); `share`: how many are
  /// stripped in all. O(words).
  init(_ emissions: [(kept: Float, stripped: Float)], share: Float) {
    (afterKept, afterStripped) = (share, share)
    for _ in 0..<Self.rounds { improve(emissions, share) }
  }

  private mutating func improve(_ emissions: [(kept: Float, stripped: Float)], _ share: Float) {
    let count = emissions.count
    guard count > 0 else { return }
    // Probability of "stripped" before each word, from the left and (as a likelihood) from the right.
    var ahead = [Float](repeating: share, count: count)
    var behind = [(kept: Float, stripped: Float)](repeating: (1, 1), count: count)
    for index in 1..<max(1, count) {
      let here = posterior(ahead[index - 1], emissions[index - 1])
      ahead[index] = here * afterStripped + (1 - here) * afterKept
    }
    for index in stride(from: count - 2, through: 0, by: -1) {
      let next = emissions[index + 1]
      let (k, s) = (next.kept * behind[index + 1].kept, next.stripped * behind[index + 1].stripped)
      let fromKept = (1 - afterKept) * k + afterKept * s
      let fromStripped = (1 - afterStripped) * k + afterStripped * s
      let sum = max(fromKept + fromStripped, .leastNormalMagnitude)
      behind[index] = (2 * fromKept / sum, 2 * fromStripped / sum)
    }
    priors = (0..<count).map { posterior(ahead[$0], behind[$0]) }
    learn(emissions, ahead, behind, share)
  }

  /// Counts the expected steps and takes their shares.
  private mutating func learn(
    _ emissions: [(kept: Float, stripped: Float)], _ ahead: [Float],
    _ behind: [(kept: Float, stripped: Float)], _ share: Float
  ) {
    var (keptStripped, kept, strippedStripped, stripped): (Float, Float, Float, Float) = (0, 0, 0, 0)
    for index in 1..<max(1, emissions.count) {
      let here = posterior(ahead[index - 1], emissions[index - 1])
      let next = emissions[index]
      let (k, s) = (next.kept * behind[index].kept, next.stripped * behind[index].stripped)
      let kk = (1 - here) * (1 - afterKept) * k
      let ks = (1 - here) * afterKept * s
      let sk = here * (1 - afterStripped) * k
      let ss = here * afterStripped * s
      let sum = max(kk + ks + sk + ss, .leastNormalMagnitude)
      keptStripped += ks / sum
      kept += (kk + ks) / sum
      strippedStripped += ss / sum
      stripped += (sk + ss) / sum
    }
    let prior = Self.priorWeight * share
    afterKept = (keptStripped + prior) / (kept + Self.priorWeight)
    afterStripped = (strippedStripped + prior) / (stripped + Self.priorWeight)
  }

  private func posterior(_ prior: Float, _ seen: (kept: Float, stripped: Float)) -> Float {
    let (stripped, kept) = (prior * seen.stripped, (1 - prior) * seen.kept)
    return stripped / max(stripped + kept, .leastNormalMagnitude)
  }
}
