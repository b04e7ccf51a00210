import ModelFile

/// The single words: exact probabilities and backoff weights, and where their successors start.
@usableFromInline
struct UnigramLevel: @unchecked Sendable {
  @usableFromInline let count: Int
  @usableFromInline let probabilities: UnsafePointer<Float>
  @usableFromInline let backoffs: UnsafePointer<Float>
  @usableFromInline let children: UnsafePointer<UInt32>

  init(file: MappedModelFile, count: Int) throws(ModelFileError) {
    self.count = count
    let weights = try [NgramModelLayout.unigramProbabilities, NgramModelLayout.unigramBackoffs].map {
      (name) throws(ModelFileError) in
      let section = try file.section(name, of: Float.self, count: count)
      guard !section.contains(where: \.isNaN) else {
        throw ModelFileError(
          .malformed, path: file.path, found: "what is no number in `\(name)`", expected: "numbers")
      }
      return section.start
    }
    (probabilities, backoffs) = (weights[0], weights[1])
    children = try file.section(NgramModelLayout.unigramChildren, of: UInt32.self, count: count + 1).start
  }

  @inlinable
  func probability(_ word: WordID) -> Float {
    Int(word) < count ? probabilities[Int(word)] : -.infinity
  }

  /// The range of successors of `word` in level 2, which has `limit` nodes.
  @inlinable
  func children(_ word: WordID, limit: Int) -> Range<Int> {
    let end = min(Int(children[Int(word) + 1]), limit)
    return min(Int(children[Int(word)]), end)..<end
  }
}
