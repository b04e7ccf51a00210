import Boosting
import Platform

/// Learns boosted trees that tell an outcome from features: gradient boosting of the logistic loss with Newton
/// steps over binned features (Friedman 2001; Ke and others, "LightGBM", 2017).
public struct BoostingTrainer {
  private let width: Int
  private var values: [Float] = []
  private var outcomes: [Bool] = []
  private var weights: [Double] = []

  /// Starts without observations of `featureCount` features.
  public init(featureCount: Int) { width = featureCount }

  /// Number of observations.
  public var count: Int { outcomes.count }
  /// Number of those with the outcome.
  public var positiveCount: Int { outcomes.count { $0 } }

  /// Adds an observation, which counts `weight` times; `features` has as many values as there are features.
  public mutating func add(_ features: UnsafeBufferPointer<Float>, outcome: Bool, weight: Double = 1) {
    precondition(features.count == width, "an observation has \(width) features")
    // Trees send what is no number the lower way.
    values.append(contentsOf: features.map { $0.isNaN ? -.infinity : $0 })
    outcomes.append(outcome)
    weights.append(weight)
  }

  /// The trees that fit best; nil without observations of both outcomes. The same observations in the same order
  /// give the same trees. O(trees × log leaves × rows × features).
  public func trained(_ options: BoostingOptions = BoostingOptions()) -> BoostedTrees? {
    let positive = zip(outcomes, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    let all = weights.reduce(0, +)
    guard positive > 0, positive < all else { return nil }
    let prior = log(positive / (all - positive))
    var forest = Forest(prior: prior)
    var scores = [Double](repeating: prior, count: count)
    let table = BinnedTable(values, width: width)
    let grower = TreeGrower(table, options)
    for _ in 0..<options.trees {
      let slopes = slopes(at: scores)
      let tree = grower.grow(slopes)
      for leaf in tree.leaves {
        for row in leaf.rows { scores[Int(row)] += leaf.value }
      }
      guard forest.add(tree, cuts: table.cuts) else { break }
    }
    return BoostedTrees(
      nodes: forest.nodes, scores: forest.scores, roots: forest.roots, featureCount: width)
  }

  /// First derivative and curvature of the log likelihood for each row.
  private func slopes(at scores: [Double]) -> [Slope] {
    scores.indices.map { row in
      let probability = 1 / (1 + exp(-scores[row]))
      return Slope(
        gradient: weights[row] * ((outcomes[row] ? 1 : 0) - probability),
        curvature: weights[row] * probability * (1 - probability), weight: weights[row])
    }
  }
}

/// The trees learned so far, laid out one after another.
private struct Forest {
  private(set) var nodes: [TreeNode] = [.leaf(at: 0)]
  private(set) var scores: [Float]
  private(set) var roots: [UInt16] = [0]

  /// A forest whose first tree is one leaf.
  init(prior: Double) { scores = [Float(prior)] }

  /// Adds a tree; false where there is no room for it.
  mutating func add(_ tree: GrownTree, cuts: [[Float]]) -> Bool {
    let base = nodes.count
    guard base + tree.branches.count <= Int(UInt16.max) else { return false }
    roots.append(UInt16(base))
    for branch in tree.branches {
      if let split = branch.split {
        nodes.append(
          TreeNode(
            threshold: cuts[split.feature][split.bin], feature: UInt16(split.feature),
            next: UInt16(base + branch.next)))
        scores.append(0)
      } else {
        nodes.append(.leaf(at: UInt16(nodes.count)))
        scores.append(Float(branch.value))
      }
    }
    return true
  }
}
