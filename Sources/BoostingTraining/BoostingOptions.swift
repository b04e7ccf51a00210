/// How boosted trees are grown.
public struct BoostingOptions: Sendable, Equatable {
  /// Number of trees.
  public var trees = 120
  /// Most leaves of a tree.
  public var leaves = 32
  /// Most steps from the root of a tree to a leaf, at most `BoostedTrees.mostLevels`.
  public var levels = 6
  /// Share of each tree's answer that is added.
  public var shrinkage = 0.11
  /// Least weight of the rows of a leaf.
  public var leastWeight = 100.0
  /// What is added to the curvature of a leaf: leaves of few rows stay near zero.
  public var ridge = 1.0

  /// The usual options.
  public init() {}
}
