import ModelFile

/// Several boosted models over the same features in one file.
public enum BoostedTreesFile {
  private static let kind = "boosted"
  private static let version: UInt64 = 1

  /// Writes the models by name (at most 9 ASCII characters) to `path`; throws `ModelFileError`.
  public static func write(
    _ models: [String: BoostedTrees], features: [String], to path: String
  ) throws(ModelFileError) {
    var file = ModelFileWriter(kind: kind, version: version)
    file.add("features", Array(features.joined(separator: "\n").utf8))
    file.add("models", Array(models.keys.sorted().joined(separator: "\n").utf8))
    for (name, trees) in models.sorted(by: { $0.key < $1.key }) {
      file.add("\(name).nodes", trees.nodes)
      file.add("\(name).scores", trees.scores)
      file.add("\(name).roots", trees.roots)
    }
    try file.write(to: path)
  }

  /// The models of the file at `path` by name, which must have been trained on `features`. Compares the file with
  /// its checksum; throws `ModelFileError`. O(size of the file).
  public static func read(
    features: [String], from path: String
  ) throws(ModelFileError) -> [String: BoostedTrees] {
    let file = try MappedModelFile(path: path, kind: kind, version: version)
    try file.verify()
    guard try text("features", of: file) == features else {
      throw ModelFileError(
        .malformed, path: path, found: "trees over other features", expected: "those of this version")
    }
    var models: [String: BoostedTrees] = [:]
    for name in try text("models", of: file) {
      let nodes = Array(try file.section("\(name).nodes", of: TreeNode.self))
      let scores = Array(try file.section("\(name).scores", of: Float.self))
      let roots = Array(try file.section("\(name).roots", of: UInt16.self))
      guard
        let trees = BoostedTrees(
          nodes: nodes, scores: scores, roots: roots, featureCount: features.count)
      else {
        throw ModelFileError(
          .malformed, path: path, found: "a tree of `\(name)` that does not end", expected: "trees")
      }
      models[name] = trees
    }
    return models
  }

  private static func text(_ section: String, of file: MappedModelFile) throws(ModelFileError) -> [String] {
    String(decoding: try file.section(section, of: UInt8.self), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
