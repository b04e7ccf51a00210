import Boosting
import BoostingTraining
import Foundation
import ModelFile
import TestSupport
import Testing

@Suite("Boosted trees")
struct BoostedTreesTests {
  /// Rows of two features; the outcome is decided by whether both have the same sign.
  private static func exclusive(_ count: Int) -> BoostingTrainer {
    var random = SeededGenerator(seed: 7)
    var trainer = BoostingTrainer(featureCount: 2)
    for _ in 0..<count {
      let row = [Float.random(in: -1...1, using: &random), Float.random(in: -1...1, using: &random)]
      row.withUnsafeBufferPointer { trainer.add($0, outcome: $0[0] * $0[1] > 0) }
    }
    return trainer
  }

  private static func probability(_ trees: BoostedTrees, _ row: [Float]) -> Double {
    row.withUnsafeBufferPointer { 1 / (1 + exp(-Double(trees.score($0)))) }
  }

  @Test("what no sum of single features can tell is learned")
  func learnsInteractions() throws {
    let trees = try #require(Self.exclusive(4000).trained())
    for x: Float in [-0.8, -0.3, 0.3, 0.8] {
      for y: Float in [-0.8, -0.3, 0.3, 0.8] {
        #expect((Self.probability(trees, [x, y]) > 0.9) == (x * y > 0))
        #expect((Self.probability(trees, [x, y]) < 0.1) == (x * y < 0))
      }
    }
  }

  @Test("without anything to tell rows apart the share of the outcome is the answer, weights counted")
  func prior() throws {
    var trainer = BoostingTrainer(featureCount: 1)
    for index in 0..<400 {
      [Float(1)].withUnsafeBufferPointer {
        trainer.add($0, outcome: index % 2 == 0, weight: index % 2 == 0 ? 3 : 1)
      }
    }
    let trees = try #require(trainer.trained())
    #expect(abs(Self.probability(trees, [1]) - 0.75) < 1e-5)
    #expect(trainer.count == 400)
    #expect(trainer.positiveCount == 200)
  }

  @Test("probabilities hold where outcomes are drawn by chance")
  func holds() throws {
    var random = SeededGenerator(seed: 11)
    var trainer = BoostingTrainer(featureCount: 1)
    for _ in 0..<20_000 {
      let x = Float.random(in: 0...1, using: &random)
      [x].withUnsafeBufferPointer { trainer.add($0, outcome: Float.random(in: 0...1, using: &random) < x) }
    }
    let trees = try #require(trainer.trained())
    for x: Float in [0.15, 0.4, 0.6, 0.85] {
      #expect(abs(Self.probability(trees, [x]) - Double(x)) < 0.08)
    }
  }

  @Test("one outcome alone teaches nothing")
  func oneOutcome() {
    var trainer = BoostingTrainer(featureCount: 1)
    [Float(1)].withUnsafeBufferPointer { trainer.add($0, outcome: true) }
    #expect(trainer.trained() == nil)
    #expect(BoostingTrainer(featureCount: 3).trained() == nil)
  }

  @Test("the same rows give the same trees")
  func isDeterministic() {
    let (first, second) = (Self.exclusive(500).trained(), Self.exclusive(500).trained())
    #expect(first?.scores == second?.scores)
    #expect(first?.roots == second?.roots)
    #expect((first?.roots.count ?? 0) > 1)
  }

  @Test("what is written is read again, and only over the same features")
  func file() throws {
    let path = NSTemporaryDirectory() + "boosted-\(UUID().uuidString).bin"
    defer { unlink(path) }
    let models = [
      "a": try #require(Self.exclusive(500).trained()), "b": try #require(Self.exclusive(900).trained()),
    ]
    try BoostedTreesFile.write(models, features: ["x", "y"], to: path)
    let read = try BoostedTreesFile.read(features: ["x", "y"], from: path)
    #expect(read.mapValues(\.scores) == models.mapValues(\.scores))
    let point: [Float] = [0.4, -0.7]
    #expect(
      read.mapValues { Self.probability($0, point) } == models.mapValues { Self.probability($0, point) })
    let error = #expect(throws: ModelFileError.self) {
      try BoostedTreesFile.read(features: ["y", "x"], from: path)
    }
    #expect(error?.reason == .malformed)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count - 3] ^= 4
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: ModelFileError.self) { try BoostedTreesFile.read(features: ["x", "y"], from: path) }
  }

  @Test(
    "trees that lead nowhere are refused",
    arguments: [
      // Outside.
      [TreeNode(threshold: 0, feature: 0, next: 1)],
      [TreeNode(threshold: 0, feature: 0, next: 1), .leaf(at: 1)],
      // To itself.
      [TreeNode(threshold: 0, feature: 0, next: 0), .leaf(at: 1), .leaf(at: 2)],
      // By a feature that is none.
      [TreeNode(threshold: 0, feature: 2, next: 1), .leaf(at: 1), .leaf(at: 2)],
      // A leaf that leads on.
      [.leaf(at: 1), .leaf(at: 1)],
    ])
  func unsound(nodes: [TreeNode]) {
    let scores = [Float](repeating: 0, count: nodes.count)
    #expect(BoostedTrees(nodes: nodes, scores: scores, roots: [0], featureCount: 2) == nil)
  }

  @Test("a sealed file with such trees is malformed")
  func unsoundFile() throws {
    var file = ModelFileWriter(kind: "boosted", version: 1)
    file.add("features", Array("x".utf8))
    file.add("models", Array("a".utf8))
    file.add("a.nodes", [TreeNode(threshold: 0, feature: 0, next: 1)])
    file.add("a.scores", [Float(0)])
    file.add("a.roots", [UInt16(0)])
    let path = NSTemporaryDirectory() + "trees-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try file.write(to: path)
    let error = #expect(throws: ModelFileError.self) {
      try BoostedTreesFile.read(features: ["x"], from: path)
    }
    #expect(error?.reason == .malformed)
  }

  @Test("trees without levels are leaves")
  func withoutLevels() throws {
    var options = BoostingOptions()
    options.levels = 0
    let trees = try #require(Self.exclusive(1000).trained(options))
    #expect(trees.nodes.allSatisfy { $0.isLeaf })
  }

  @Test("trees that are too deep are refused")
  func tooDeep() {
    func chain(_ levels: Int) -> BoostedTrees? {
      let nodes = (0..<levels).flatMap { level -> [TreeNode] in
        let first = UInt16(2 * level)
        return [TreeNode(threshold: 0, feature: 0, next: first + 1), .leaf(at: first + 1)]
      }
      // Each node leads to a leaf and to the next node, which stands behind that leaf.
      return BoostedTrees(
        nodes: nodes + [.leaf(at: UInt16(2 * levels))], scores: [Float](repeating: 1, count: 2 * levels + 1),
        roots: [0], featureCount: 1)
    }
    #expect(chain(BoostedTrees.mostLevels) != nil)
    #expect(chain(BoostedTrees.mostLevels + 1) == nil)
  }

  @Test("roots outside and scores that are no numbers are refused")
  func unsoundRoot() {
    let leaf = TreeNode.leaf(at: 0)
    #expect(BoostedTrees(nodes: [leaf], scores: [1], roots: [1], featureCount: 1) == nil)
    #expect(BoostedTrees(nodes: [leaf], scores: [1], roots: [], featureCount: 1) == nil)
    #expect(BoostedTrees(nodes: [leaf], scores: [.infinity], roots: [0], featureCount: 1) == nil)
    #expect(BoostedTrees(nodes: [leaf], scores: [], roots: [0], featureCount: 1) == nil)
  }

  @Test("features that are no numbers go the lower way and never outside")
  func strangeFeatures() throws {
    let trees = try #require(
      BoostedTrees(
        nodes: [TreeNode(threshold: 0, feature: 0, next: 1), .leaf(at: 1), .leaf(at: 2)], scores: [0, -1, 1],
        roots: [0, 0, 2], featureCount: 1))
    for (feature, score) in [(Float.nan, Float(-1)), (-.infinity, -1), (.infinity, 3), (0, 3), (-0.5, -1)] {
      [feature].withUnsafeBufferPointer { #expect(trees.score($0) == score) }
    }
  }
}
