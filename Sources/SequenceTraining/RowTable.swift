import SequenceLabels

/// Weights under training, a row of labels for each key, with the squares of their gradients so far.
struct RowTable {
  let labelCount: Int
  private(set) var rowOfKey: [UInt32: Int32] = [:]
  private var keys: [UInt32] = []
  private var counts: [Int32] = []
  private var weights: [Float]
  private var squares: [Float]
  var transitions: AdaptiveWeights
  var start: AdaptiveWeights

  init(labelCount: Int, keys known: [UInt32: Int32]) {
    self.labelCount = labelCount
    for (key, count) in known.sorted(by: { $0.key < $1.key }) {
      rowOfKey[key] = Int32(keys.count)
      keys.append(key)
      counts.append(count)
    }
    weights = [Float](repeating: 0, count: keys.count * labelCount)
    squares = weights
    transitions = AdaptiveWeights(count: labelCount * labelCount)
    start = AdaptiveWeights(count: labelCount)
  }

  var count: Int { keys.count }

  /// Adds up rows at a place of `scores`.
  func add(_ rows: [Int32], to scores: inout [Float], at place: Int) {
    let size = labelCount
    weights.withUnsafeBufferPointer { weights in
      scores.withUnsafeMutableBufferPointer { scores in
        for row in rows {
          let base = Int(row) * size
          for label in 0..<size { scores[place + label] += weights[base + label] }
        }
      }
    }
  }

  /// Moves rows along a gradient that stands at `place`.
  mutating func update(_ rows: [Int32], _ gradient: [Float], _ place: Int, _ rate: Float, _ decay: Float) {
    let size = labelCount
    gradient.withUnsafeBufferPointer { gradient in
      weights.withUnsafeMutableBufferPointer { weights in
        squares.withUnsafeMutableBufferPointer { squares in
          for row in rows {
            let base = Int(row) * size
            for label in 0..<size {
              let slope = gradient[place + label] - decay * weights[base + label]
              squares[base + label] += slope * slope
              weights[base + label] += rate * slope / (squares[base + label] + 1e-4).squareRoot()
            }
          }
        }
      }
    }
  }

  /// The rows that weigh most, common ones first, learned afresh from where they are.
  func strongest(_ most: Int) -> RowTable {
    let size = labelCount
    let strength = keys.indices.map { row -> Float in
      var norm: Float = 0
      for label in 0..<size { norm += weights[row * size + label] * weights[row * size + label] }
      return norm.squareRoot() * Float(min(64, counts[row])).squareRoot()
    }
    let kept = keys.indices.sorted { strength[$0] > strength[$1] }.prefix(most).sorted()
    var table = RowTable(
      labelCount: size, keys: Dictionary(uniqueKeysWithValues: kept.map { (keys[$0], counts[$0]) }))
    for (row, old) in kept.enumerated() {
      for label in 0..<size {
        table.weights[row * size + label] = weights[old * size + label]
        table.squares[row * size + label] = squares[old * size + label] / 4
      }
    }
    (table.transitions, table.start) = (transitions, start)
    return table
  }

  /// The model with weights of one byte.
  func model() -> ChainModel? {
    let most = weights.reduce(0) { max($0, abs($1)) }
    let scale = max(min(most, 8), 1e-3) / 127
    let rows = weights.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) }
    return HashedWeights(labelCount: labelCount, keys: keys, rows: rows, scale: scale).flatMap {
      ChainModel(weights: $0, transitions: transitions.values, start: start.values)
    }
  }
}

/// A vector of weights with steps of their own.
struct AdaptiveWeights {
  private(set) var values: [Float]
  private var squares: [Float]

  init(count: Int) {
    values = [Float](repeating: 0, count: count)
    squares = values
  }

  mutating func update(_ gradient: [Float], _ rate: Float) {
    for index in values.indices where gradient[index] != 0 {
      squares[index] += gradient[index] * gradient[index]
      values[index] += rate * gradient[index] / (squares[index] + 1e-2).squareRoot()
    }
  }
}
