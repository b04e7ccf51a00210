import Boosting
import Decoding
import ModelFile
import Platform

/// Turns what is known of tokens into probabilities that hold.
///
/// Boosted trees for each kind of source over what was measured of a token and its neighbours, learned from readings
/// beside correct text by `phuchoi calibrate`. Without them the posteriors of the search stand as they are.
package struct Calibration: Sendable {
  private let trees: [SourceKind: BoostedTrees]

  /// A calibration from the trees of each kind of source over `Evidence.Features`.
  package init(trees: [SourceKind: BoostedTrees]) { self.trees = trees }

  /// Reads `confidence.bin`; models of unknown kinds are skipped. Throws `ModelFileError`.
  package init(path: String) throws(ModelFileError) {
    let models = try BoostedTreesFile.read(features: Evidence.Features.names, from: path)
    trees = Dictionary(
      uniqueKeysWithValues: models.compactMap { name, trees in
        SourceKind(rawValue: name).map { ($0, trees) }
      })
  }

  /// Writes the trees to `path`; throws `ModelFileError`.
  package func write(to path: String) throws(ModelFileError) {
    let models = Dictionary(uniqueKeysWithValues: trees.map { ($0.rawValue, $1) })
    try BoostedTreesFile.write(models, features: Evidence.Features.names, to: path)
  }

  /// These trees, and those of `other` for kinds of source that have none here.
  package func completed(by other: Calibration) -> Calibration {
    Calibration(trees: trees.merging(other.trees) { own, _ in own })
  }

  /// The probability that a token with this evidence is right, or nil where its kind of source was not fitted.
  /// O(trees × depth).
  func probability(_ evidence: Evidence) -> Double? {
    guard let trees = trees[evidence.source] else { return nil }
    return 1 / (1 + exp(-Double(evidence.features.withValues(trees.score))))
  }
}
