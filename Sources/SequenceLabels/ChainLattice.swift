/// Sums over all label sequences of a linear chain: forward and backward probabilities, scaled unit by unit
/// (Rabiner, "A tutorial on hidden Markov models", 1989), and the best sequence (Viterbi 1967).
public struct ChainLattice {
  /// Labels.
  public let size: Int
  /// Score of each label of each unit; filled by the caller.
  public var scores: [Float]
  /// Whether a unit is the first of its group: other transitions lead to it.
  public var opensGroup: [Bool]
  /// Probability of each label of each unit after `sum`.
  public private(set) var marginals: [Float] = []
  /// Expected number of each pair of labels within groups after `sum(pairs: true)`.
  public private(set) var pairs: [Float] = []
  /// The same between groups.
  public private(set) var pairsBetween: [Float] = []
  /// Natural log of the sum over all sequences.
  public private(set) var logSum: Double = 0

  /// Labels that are less probable given the units up to theirs are not followed.
  private static let leastWeight: Float = 1e-9

  /// A lattice over `count` units.
  public init(count: Int, size: Int) {
    self.size = size
    scores = [Float](repeating: 0, count: count * size)
    opensGroup = [Bool](repeating: false, count: count)
  }

  /// How many units there are.
  public var count: Int { scores.count / size }

  /// Computes the marginals; with `pairs` the expected pairs as well. O(count × size²).
  public mutating func sum(_ weights: ChainTransitions, pairs wantsPairs: Bool = false) {
    let (size, count) = (size, count)
    guard count > 0 else { return }
    let start = weights.start
    // Both matrices one behind the other.
    let factors = (weights.within + weights.between).map(ChainMath.exp)
    let square = size * size
    var emissions = [Float](repeating: 0, count: count * size)
    var forward = emissions
    marginals = emissions
    pairs = [Float](repeating: 0, count: wantsPairs ? square : 0)
    pairsBetween = pairs
    var scales = [Float](repeating: 1, count: count)
    var total = 0.0
    for unit in 0..<count {
      let base = unit * size
      var most = -Float.infinity
      for label in 0..<size {
        let score = scores[base + label] + (unit == 0 ? start[label] : 0)
        emissions[base + label] = score
        most = max(most, score)
      }
      for label in 0..<size { emissions[base + label] = ChainMath.exp(emissions[base + label] - most) }
      total += Double(most)
    }
    factors.withUnsafeBufferPointer { factors in
      emissions.withUnsafeBufferPointer { emissions in
        forward.withUnsafeMutableBufferPointer { forward in
          for label in 0..<size { forward[label] = emissions[label] }
          scales[0] = Self.normalize(forward, 0, size)
          for unit in 1..<max(1, count) {
            let (base, before) = (unit * size, (unit - 1) * size)
            let matrix = opensGroup[unit] ? square : 0
            for from in 0..<size {
              let weight = forward[before + from]
              if weight < Self.leastWeight { continue }
              let row = matrix + from * size
              for label in 0..<size { forward[base + label] += weight * factors[row + label] }
            }
            for label in 0..<size { forward[base + label] *= emissions[base + label] }
            scales[unit] = Self.normalize(forward, base, size)
          }
        }
      }
    }
    for scale in scales { total += Double(ChainMath.log(max(scale, 1e-37))) }
    logSum = total
    backward(forward, emissions, factors, scales, wantsPairs)
  }

  private mutating func backward(
    _ forward: [Float], _ emissions: [Float], _ factors: [Float], _ scales: [Float], _ wantsPairs: Bool
  ) {
    let (size, count) = (size, count)
    var backward = [Float](repeating: 1, count: size)
    var weighted = backward
    for label in 0..<size { marginals[(count - 1) * size + label] = forward[(count - 1) * size + label] }
    factors.withUnsafeBufferPointer { factors in
      forward.withUnsafeBufferPointer { forward in
        for unit in stride(from: count - 1, to: 0, by: -1) {
          let (base, before) = (unit * size, (unit - 1) * size)
          let scale = 1 / max(scales[unit], 1e-37)
          let matrix = opensGroup[unit] ? size * size : 0
          for label in 0..<size { weighted[label] = backward[label] * emissions[base + label] * scale }
          for from in 0..<size {
            // What hardly any sequence up to here ends in hardly any sequence goes through.
            if forward[before + from] < Self.leastWeight {
              (backward[from], marginals[before + from]) = (0, 0)
              continue
            }
            let row = matrix + from * size
            var sum: Float = 0
            for label in 0..<size { sum += factors[row + label] * weighted[label] }
            backward[from] = sum
            marginals[before + from] = forward[before + from] * sum
          }
          guard wantsPairs else { continue }
          for from in 0..<size {
            let weight = forward[before + from]
            if weight < 1e-9 { continue }
            let row = from * size
            if opensGroup[unit] {
              for label in 0..<size {
                pairsBetween[row + label] += weight * factors[matrix + row + label] * weighted[label]
              }
            } else {
              for label in 0..<size { pairs[row + label] += weight * factors[row + label] * weighted[label] }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func normalize(_ values: UnsafeMutableBufferPointer<Float>, _ base: Int, _ size: Int)
    -> Float
  {
    var sum: Float = 0
    for label in 0..<size { sum += values[base + label] }
    let factor = 1 / max(sum, 1e-37)
    for label in 0..<size { values[base + label] *= factor }
    return sum
  }

  /// The best sequence of labels; O(count × size²).
  public func best(_ weights: ChainTransitions) -> [UInt8] {
    let (size, count) = (size, count)
    guard count > 0 else { return [] }
    var back = [UInt8](repeating: 0, count: count * size)
    var row = (0..<size).map { scores[$0] + weights.start[$0] }
    var next = row
    let (within, between) = (weights.within.transposed(size), weights.between.transposed(size))
    for unit in 1..<max(1, count) {
      let incoming = opensGroup[unit] ? between : within
      for label in 0..<size {
        var (most, from) = (-Float.infinity, 0)
        for before in 0..<size {
          let score = row[before] + incoming[label * size + before]
          if score > most { (most, from) = (score, before) }
        }
        next[label] = most + scores[unit * size + label]
        back[unit * size + label] = UInt8(from)
      }
      let most = next.max() ?? 0
      for label in 0..<size { row[label] = next[label] - most }
    }
    var label = (0..<size).max { row[$0] < row[$1] } ?? 0
    var labels = [UInt8](repeating: 0, count: count)
    for unit in stride(from: count - 1, through: 0, by: -1) {
      labels[unit] = UInt8(label)
      label = Int(back[unit * size + label])
    }
    return labels
  }
}

/// What leads from one label to the next.
public struct ChainTransitions: Sendable, Equatable {
  /// Score of a label at the start.
  public var start: [Float]
  /// Score of a label (column) behind another (row) within a group.
  public var within: [Float]
  /// The same where a group begins.
  public var between: [Float]

  /// Transitions from their parts.
  public init(start: [Float], within: [Float], between: [Float]) {
    (self.start, self.within, self.between) = (start, within, between)
  }
}

extension [Float] {
  /// The matrix by column, so that inner loops run along memory.
  fileprivate func transposed(_ size: Int) -> [Float] {
    indices.map { self[$0 % size * size + $0 / size] }
  }
}
