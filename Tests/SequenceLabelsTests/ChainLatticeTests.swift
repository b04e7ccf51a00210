import SequenceLabels
import Testing

/// Sums and best paths of a small chain against all its paths, one by one.
struct ChainLatticeTests {
  private let size = 3
  private let scores: [Float] = [0.5, -1, 2, 0.1, 0.3, -0.7, 1.5, 0.2, -2, 0, 1, 0.4]
  private let transitions: [Float] = [1, -0.5, 0.2, 0.3, 0.8, -1, -0.2, 0.6, 0.1]
  private let start: [Float] = [0.2, 0, -0.4]

  private var paths: [(labels: [Int], score: Double)] {
    (0..<81).map { number in
      let labels = [number % 3, number / 3 % 3, number / 9 % 3, number / 27]
      var score = start[labels[0]]
      for (unit, label) in labels.enumerated() {
        score += scores[unit * size + label]
        if unit > 0 { score += transitions[labels[unit - 1] * size + label] }
      }
      return (labels, Double(score))
    }
  }

  private var lattice: ChainLattice {
    var lattice = ChainLattice(count: 4, size: size)
    lattice.scores = scores
    return lattice
  }

  @Test func findsTheBestPath() {
    let best = paths.max { $0.score < $1.score }?.labels
    #expect(lattice.best(start: start, transitions: transitions).map(Int.init) == best)
  }

  @Test func marginalsAreTheShareOfAllPaths() {
    var lattice = lattice
    lattice.sum(start: start, transitions: transitions, pairs: true)
    let weights = paths.map { Double.exp($0.score) }
    let total = weights.reduce(0, +)
    for unit in 0..<4 {
      for label in 0..<size {
        let share = zip(paths, weights).reduce(0) { $0 + ($1.0.labels[unit] == label ? $1.1 : 0) } / total
        #expect(abs(Double(lattice.marginals[unit * size + label]) - share) < 1e-4)
      }
    }
    let pair = zip(paths, weights).reduce(0.0) { sum, path in
      sum + Double((1..<4).count { path.0.labels[$0 - 1] == 2 && path.0.labels[$0] == 0 }) * path.1 / total
    }
    #expect(abs(Double(lattice.pairs[2 * size]) - pair) < 1e-4)
  }

  @Test func nothingHasNoPath() {
    var lattice = ChainLattice(count: 0, size: 2)
    lattice.sum(start: [0, 0], transitions: [0, 0, 0, 0])
    #expect(lattice.best(start: [0, 0], transitions: [0, 0, 0, 0]).isEmpty)
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
