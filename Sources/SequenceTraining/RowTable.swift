import SequenceLabels

/// Weights under training, a row of labels for each key, with the squares of their gradients so far.
struct RowTable {
  let labelCount: Int
  private(set) var rowOfKey: [UInt32: Int32] = [:]
  private var keys: [UInt32] = []
  private var counts: [Int32] = []
  fileprivate var weights: [Float]
  private var squares: [Float]
  var transitions: AdaptiveWeights
  var between: AdaptiveWeights
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
    between = transitions
    start = AdaptiveWeights(count: labelCount)
  }

  var count: Int { keys.count }

  /// What leads from one label to the next.
  var chain: ChainTransitions {
    ChainTransitions(start: start.values, within: transitions.values, between: between.values)
  }

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
    (table.transitions, table.between, table.start) = (transitions, between, start)
    return table
  }

  /// Takes the mean of several tables of these rows for its weights.
  mutating func take(_ mean: MeanTable) {
    guard mean.count > 0 else { return }
    let share = 1 / Float(mean.count)
    weights = mean.weights.map { $0 * share }
    transitions.values = mean.transitions.map { $0 * share }
    between.values = mean.between.map { $0 * share }
    start.values = mean.start.map { $0 * share }
  }

  /// The model with weights of one byte.
  func model() -> ChainModel? {
    HashedWeights(labelCount: labelCount, keys: keys, values: weights).flatMap {
      ChainModel(weights: $0, transitions: chain)
    }
  }
}

/// A vector of weights with steps of their own.
struct AdaptiveWeights {
  fileprivate(set) var values: [Float]
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

/// The sum of the weights of several tables.
struct MeanTable {
  fileprivate var count = 0
  fileprivate var weights: [Float] = []
  fileprivate var transitions: [Float] = []
  fileprivate var between: [Float] = []
  fileprivate var start: [Float] = []

  mutating func add(_ table: RowTable) {
    func sum(_ old: [Float], _ new: [Float]) -> [Float] { old.isEmpty ? new : zip(old, new).map { $0 + $1 } }
    count += 1
    weights = sum(weights, table.weights)
    transitions = sum(transitions, table.transitions.values)
    between = sum(between, table.between.values)
    start = sum(start, table.start.values)
  }
}
