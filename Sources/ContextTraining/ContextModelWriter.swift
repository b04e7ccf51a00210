import ContextModel
import ModelFile
import NgramModel

/// Lays a trained model out as `ContextModelLayout` says and writes its file.
enum ContextModelWriter {
  /// The levels of a weight: dense around zero, where most are, and wide enough for the decisive ones. Trained
  /// weights below -2.3 or above 2.6 are below one in ten thousand.
  static let levels: [Float] = [
    -2, -1.35, -0.9, -0.6, -0.38, -0.22, -0.1, 0, 0.1, 0.22, 0.38, 0.6, 0.9, 1.35, 2, 2.6,
  ]

  /// Writes the model to `path` and returns its length in bytes; throws `ModelFileError`.
  static func write(
    _ classes: ContextClasses, _ table: WeightTable, vocabulary: Vocabulary, to path: String
  ) throws(ModelFileError) -> Int {
    var file = ModelFileWriter(kind: ContextModelLayout.kind, version: ContextModelLayout.version)
    file.add(
      ContextModelLayout.shape, [UInt64(vocabulary.count), UInt64(table.bits), vocabulary.fingerprint])
    file.add(ContextModelLayout.classes, classes.classes)
    file.add(ContextModelLayout.members, classes.members)
    file.add(ContextModelLayout.priors, classes.priors)
    file.add(ContextModelLayout.levels, levels)
    file.add(ContextModelLayout.weights, codes(table))
    try file.write(to: path)
    return file.byteCount
  }

  /// Two codes a byte.
  private static func codes(_ table: WeightTable) -> [UInt8] {
    (0..<table.weights.count / 2).map { pair in
      code(table.weights[2 * pair]) | code(table.weights[2 * pair + 1]) << 4
    }
  }

  /// The number of the nearest level.
  static func code(_ weight: Float) -> UInt8 {
    var nearest = 0
    for level in levels.indices where abs(levels[level] - weight) < abs(levels[nearest] - weight) {
      nearest = level
    }
    return UInt8(nearest)
  }
}
