import SequenceLabels
import Testing

/// Sums and best paths of a small chain against all its paths, one by one.
struct ChainLatticeTests {
  private let size = 3
  private let scores: [Float] = [0.5, -1, 2, 0.1, 0.3, -0.7, 1.5, 0.2, -2, 0, 1, 0.4]
  private let transitions: [Float] = [1, -0.5, 0.2, 0.3, 0.8, -1, -0.2, 0.6, 0.1]
  private let between: [Float] = [-0.3, 0.9, 0, 0.5, -0.1, 0.7, 1.1, -0.6, 0.2]
  private let start: [Float] = [0.2, 0, -0.4]
  private let opensGroup = [false, false, true, false]

  private var paths: [(labels: [Int], score: Double)] {
    (0..<81).map { number in
      let labels = [number % 3, number / 3 % 3, number / 9 % 3, number / 27]
      var score = start[labels[0]]
      for (unit, label) in labels.enumerated() {
        score += scores[unit * size + label]
        guard unit > 0 else { continue }
        score += (opensGroup[unit] ? between : transitions)[labels[unit - 1] * size + label]
      }
      return (labels, Double(score))
    }
  }

  private var lattice: ChainLattice {
    var lattice = ChainLattice(count: 4, size: size)
    lattice.scores = scores
    lattice.opensGroup = opensGroup
    return lattice
  }

  private var weights: ChainTransitions {
    ChainTransitions(start: start, within: transitions, between: between)
  }

  @Test func findsTheBestPath() {
    let best = paths.max { $0.score < $1.score }?.labels
    #expect(lattice.best(weights).map(Int.init) == best)
  }

  @Test func marginalsAreTheShareOfAllPaths() {
    var lattice = lattice
    lattice.sum(weights, pairs: true)
    let weights = paths.map { Double.exp($0.score) }
    let total = weights.reduce(0, +)
    for unit in 0..<4 {
      for label in 0..<size {
        let share = zip(paths, weights).reduce(0) { $0 + ($1.0.labels[unit] == label ? $1.1 : 0) } / total
        #expect(abs(Double(lattice.marginals[unit * size + label]) - share) < 1e-4)
      }
    }
    let pair = zip(paths, weights).reduce(0.0) { sum, path in
      sum + Double([1, 3].count { path.0.labels[$0 - 1] == 2 && path.0.labels[$0] == 0 }) * path.1 / total
    }
    #expect(abs(Double(lattice.pairs[2 * size]) - pair) < 1e-4)
    let other = zip(paths, weights).reduce(0.0) { sum, path in
      sum + (path.0.labels[1] == 2 && path.0.labels[2] == 0 ? path.1 / total : 0)
    }
    #expect(abs(Double(lattice.pairsBetween[2 * size]) - other) < 1e-4)
  }

  @Test func nothingHasNoPath() {
    var lattice = ChainLattice(count: 0, size: 2)
    let weights = ChainTransitions(start: [0, 0], within: [0, 0, 0, 0], between: [0, 0, 0, 0])
    lattice.sum(weights)
    #expect(lattice.best(weights).isEmpty)
  }
}

extension Double {
  /// e to the power of a number by its series; the numbers here are small.
  fileprivate static func exp(_ value: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for step in 1..<60 {
      term *= value / Double(step)
      sum += term
    }
    return sum
  }
}
