/// A node of a decision tree, or a leaf of it.
public struct TreeNode: Sendable, BitwiseCopyable {
  /// What the feature is compared with; NaN, which nothing reaches, at a leaf.
  public var threshold: Float
  /// Number of the feature.
  public var feature: UInt16
  /// Where it goes on with a feature below the threshold, one place further with any other; a leaf leads to itself.
  public var next: UInt16

  /// A node that parts.
  public init(threshold: Float, feature: UInt16, next: UInt16) {
    (self.threshold, self.feature, self.next) = (threshold, feature, next)
  }

  /// The leaf at place `index`.
  public static func leaf(at index: UInt16) -> TreeNode {
    TreeNode(threshold: .nan, feature: 0, next: index)
  }

  /// Whether it is a leaf.
  public var isLeaf: Bool { threshold.isNaN }
}

/// A sum of decision trees whose result is the natural log odds of an outcome (Friedman, "Greedy function
/// approximation: a gradient boosting machine", 2001). Immutable.
///
/// Every tree is walked down as many steps as the deepest one has, which needs no branch that a processor could
/// guess wrong.
public struct BoostedTrees: Sendable {
  /// Most steps from a root to a leaf.
  public static let mostLevels = 8

  /// The nodes of all trees; those that a node leads to stand behind it.
  public let nodes: [TreeNode]
  /// What each leaf adds to the score, beside `nodes`.
  public let scores: [Float]
  /// Where each tree begins.
  public let roots: [UInt16]
  /// How many features they are made for.
  public let featureCount: Int
  /// Steps from a root to the deepest leaf.
  private let levels: Int

  /// Trees over `featureCount` features; nil where a node leads outside, backwards or to an unknown feature, a tree
  /// is deeper than `mostLevels`, there is none, or a score is no number.
  public init?(nodes: [TreeNode], scores: [Float], roots: [UInt16], featureCount: Int) {
    guard nodes.count == scores.count, scores.allSatisfy(\.isFinite), featureCount > 0, !roots.isEmpty,
      roots.allSatisfy({ Int($0) < nodes.count })
    else { return nil }
    // The children of a node stand behind it, so that their heights are known first.
    var heights = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated().reversed() {
      if node.isLeaf {
        guard Int(node.next) == index, node.feature == 0 else { return nil }
        continue
      }
      let next = Int(node.next)
      guard Int(node.feature) < featureCount, next > index, next + 1 < nodes.count else { return nil }
      heights[index] = 1 + max(heights[next], heights[next + 1])
    }
    levels = roots.map { heights[Int($0)] }.max() ?? 0
    guard levels <= Self.mostLevels else { return nil }
    (self.nodes, self.scores, self.roots) = (nodes, scores, roots)
    self.featureCount = featureCount
  }

  /// The natural log odds for `features`, `featureCount` of them. O(trees × levels).
  public func score(_ features: UnsafeBufferPointer<Float>) -> Float {
    precondition(features.count == featureCount)
    return nodes.withUnsafeBufferPointer { nodes in
      @inline(__always) func step(_ place: inout Int) {
        let node = nodes[place]
        place = Int(node.next) &+ (features[Int(node.feature)] >= node.threshold ? 1 : 0)
      }
      var sum: Float = 0
      var tree = 0
      // Four trees side by side: a step of one need not wait for those of the others.
      while tree &+ 4 <= roots.count {
        var (a, b) = (Int(roots[tree]), Int(roots[tree &+ 1]))
        var (c, d) = (Int(roots[tree &+ 2]), Int(roots[tree &+ 3]))
        for _ in 0..<levels {
          step(&a)
          step(&b)
          step(&c)
          step(&d)
        }
        sum += scores[a]
        sum += scores[b]
        sum += scores[c]
        sum += scores[d]
        tree &+= 4
      }
      for root in roots[tree...] {
        var place = Int(root)
        for _ in 0..<levels { step(&place) }
        sum += scores[place]
      }
      return sum
    }
  }
}
