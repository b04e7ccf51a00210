import Boosting
import Foundation
import ModelFile

/// Turns the decoder's posteriors into probabilities that hold.
///
/// Boosted trees for each kind of source over what is known of a token and its neighbours, learned from readings
/// beside correct text by `phuchoi calibrate`. Without them the posteriors stand as they are.
package struct Calibration: Sendable {
  /// Kinds of source that are calibrated apart.
  package enum Group: String, Sendable, CaseIterable {
    /// Read by an engine without Vietnamese.
    case engine
    /// Vietnamese with its marks.
    case marked
    /// Marks missing altogether.
    case stripped
    /// Letters dropped where marked vowels stood.
    case dropped

    init(profile name: String) {
      if name == "stripped" {
        self = .stripped
      } else if name.hasPrefix("dropped") {
        self = .dropped
      } else {
        self = name == "clean" || name.hasPrefix("vietnamese") ? .marked : .engine
      }
    }
  }

  private let trees: [Group: BoostedTrees]

  /// A calibration from the trees of each group over `Evidence.Features`.
  package init(trees: [Group: BoostedTrees]) { self.trees = trees }

  /// Reads `confidence.bin`; models of unknown groups are skipped. Throws `ModelFileError`.
  init(path: String) throws(ModelFileError) {
    let models = try BoostedTreesFile.read(features: Evidence.Features.names, from: path)
    trees = Dictionary(
      uniqueKeysWithValues: models.compactMap { name, trees in Group(rawValue: name).map { ($0, trees) } })
  }

  /// Writes the trees to `path`; throws `ModelFileError`.
  package func write(to path: String) throws(ModelFileError) {
    let models = Dictionary(uniqueKeysWithValues: trees.map { ($0.rawValue, $1) })
    try BoostedTreesFile.write(models, features: Evidence.Features.names, to: path)
  }

  /// The probability that a token with this evidence is right, or nil where its group was not fitted.
  /// O(trees × depth).
  func probability(_ evidence: Evidence) -> Double? {
    guard let trees = trees[evidence.group] else { return nil }
    return 1 / (1 + exp(-Double(evidence.features.withValues(trees.score))))
  }
}
