import Boosting
import ModelFile
import Platform

/// Tells how probably a value is right: boosted trees over what was measured of it, learned from documents with their
/// right records by `phuchoi calibrate-fields`. Immutable.
public struct FieldConfidence: Sendable {
  /// Name of the file in the folder of models.
  package static let fileName = "field-confidence.bin"
  private static let model = "values"
  private let trees: BoostedTrees

  /// Confidences by trees over `ValueEvidence.Measures`.
  package init(trees: BoostedTrees) { self.trees = trees }

  /// Reads `field-confidence.bin` and compares it with its checksum; throws `ModelFileError`.
  public init(path: String) throws(ModelFileError) {
    let models = try BoostedTreesFile.read(features: ValueEvidence.Measures.names, from: path)
    guard let trees = models[Self.model] else {
      throw ModelFileError(.malformed, path: path, found: "other trees", expected: "trees of `\(Self.model)`")
    }
    self.trees = trees
  }

  /// Writes the trees to `path`; throws `ModelFileError`.
  package func write(to path: String) throws(ModelFileError) {
    try BoostedTreesFile.write([Self.model: trees], features: ValueEvidence.Measures.names, to: path)
  }

  /// The probability that a value of `field` with this evidence is right. O(trees × depth).
  func probability(_ field: FieldName, _ evidence: ValueEvidence) -> Double {
    1 / (1 + exp(-Double(evidence.measures(of: field).withValues(trees.score))))
  }
}
