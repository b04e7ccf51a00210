import ModelFile

/// A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): which label each unit of a sequence has,
/// and how probable that is. Knows no text. Immutable.
public struct ChainModel: Sendable {
  /// Weights of the features.
  public let weights: HashedWeights
  /// What leads from one label to the next.
  public let transitions: ChainTransitions

  /// How many labels there are.
  public var labelCount: Int { weights.labelCount }

  /// A model; nil where the numbers do not fit each other.
  public init?(weights: HashedWeights, transitions: ChainTransitions) {
    let size = weights.labelCount
    let matrices = [transitions.within, transitions.between]
    guard matrices.allSatisfy({ $0.count == size * size && $0.allSatisfy(\.isFinite) }),
      transitions.start.count == size, transitions.start.allSatisfy(\.isFinite)
    else { return nil }
    (self.weights, self.transitions) = (weights, transitions)
  }

  /// The scores of all labels of all units, without the transitions; O(keys).
  public func lattice(_ sequence: UnitSequence) -> ChainLattice {
    let size = labelCount
    var lattice = ChainLattice(count: sequence.count, size: size)
    var sums = [Int32](repeating: 0, count: size)
    var groups = [Int32](repeating: 0, count: sequence.groupCount * size)
    let scale = weights.scale
    groups.withUnsafeMutableBufferPointer { groups in
      guard let base = groups.baseAddress else { return }
      for group in 0..<sequence.groupCount {
        sequence.keys(ofGroup: group).withUnsafeBufferPointer { weights.add($0, to: base + group * size) }
      }
    }
    lattice.opensGroup = sequence.opensGroup
    for unit in 0..<sequence.count {
      let group = Int(sequence.groupOfUnit[unit]) * size
      for label in 0..<size { sums[label] = groups[group + label] }
      sequence.keys(ofUnit: unit).withUnsafeBufferPointer { keys in
        sums.withUnsafeMutableBufferPointer { weights.add(keys, to: $0.baseAddress.unsafelyUnwrapped) }
      }
      for label in 0..<size { lattice.scores[unit * size + label] = Float(sums[label]) * scale }
    }
    return lattice
  }

  /// The best labels; O(keys + units × labels²).
  public func best(_ sequence: UnitSequence) -> [UInt8] {
    lattice(sequence).best(transitions)
  }

  /// The best labels and how probable each of them is; O(keys + units × labels²).
  public func labels(_ sequence: UnitSequence) -> (best: [UInt8], probability: [Float]) {
    var lattice = lattice(sequence)
    let best = lattice.best(transitions)
    lattice.sum(transitions)
    let probability = best.indices.map { lattice.marginals[$0 * labelCount + Int(best[$0])] }
    return (best, probability)
  }
}

/// Several chain models in one file.
public enum ChainModelFile {
  private static let kind = "chains"
  private static let version: UInt64 = 2

  /// Writes models by name (at most 8 ASCII characters) to `path`; throws `ModelFileError`.
  public static func write(_ models: [String: ChainModel], to path: String) throws(ModelFileError) {
    var file = ModelFileWriter(kind: kind, version: version)
    for (name, model) in models.sorted(by: { $0.key < $1.key }) {
      file.add("\(name).keys", model.weights.keys)
      file.add("\(name).rows", model.weights.rows)
      file.add("\(name).scale", [model.weights.scale])
      file.add("\(name).trans", model.transitions.within)
      file.add("\(name).group", model.transitions.between)
      file.add("\(name).start", model.transitions.start)
    }
    try file.write(to: path)
  }

  /// The model `name` of the file at `path` with `labelCount` labels. Compares the file with its checksum; throws
  /// `ModelFileError`. O(size of the file).
  public static func read(
    _ name: String, labelCount: Int, from path: String
  ) throws(ModelFileError) -> ChainModel {
    let file = try MappedModelFile(path: path, kind: kind, version: version)
    try file.verify()
    let weights = HashedWeights(
      labelCount: labelCount, keys: Array(try file.section("\(name).keys", of: UInt32.self)),
      rows: Array(try file.section("\(name).rows", of: Int8.self)),
      scale: try file.section("\(name).scale", of: Float.self, count: 1)[0])
    guard let weights,
      let model = ChainModel(
        weights: weights,
        transitions: ChainTransitions(
          start: Array(try file.section("\(name).start", of: Float.self)),
          within: Array(try file.section("\(name).trans", of: Float.self)),
          between: Array(try file.section("\(name).group", of: Float.self))))
    else {
      throw ModelFileError(
        .malformed, path: path, found: "a chain `\(name)` of other labels", expected: "\(labelCount) labels")
    }
    return model
  }
}
