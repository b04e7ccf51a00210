import ModelFile

/// The n-grams of one length above 1: words, probabilities and, below the highest order, what hangs on them.
///
/// Every number read from the file is clamped before it is used as an offset, so that a damaged file gives
/// wrong scores at worst.
@usableFromInline
struct TrieLevel: @unchecked Sendable {
  /// Number of n-grams.
  @usableFromInline let count: Int
  @usableFromInline let words: UnsafePointer<WordID>
  @usableFromInline let probabilities: UnsafePointer<UInt8>
  @usableFromInline let probabilityCodes: UnsafePointer<Float>
  /// What the nodes with children have; nil at the highest order.
  @usableFromInline let inner: InnerNodes?

  init(file: MappedModelFile, level: Int, isHighest: Bool) throws(ModelFileError) {
    let words = try file.section(NgramModelLayout.words(level), of: WordID.self)
    count = words.count
    self.words = words.start
    probabilities = try file.section(NgramModelLayout.probabilities(level), of: UInt8.self, count: count)
      .start
    probabilityCodes = try file.section(
      NgramModelLayout.probabilityCodes(level), of: Float.self, count: 256
    ).start
    inner = isHighest ? nil : try InnerNodes(file: file, level: level, nodeCount: count)
  }

  @inlinable
  func probability(_ node: Int) -> Float { probabilityCodes[Int(probabilities[node])] }
}

extension UnsafeBufferPointer {
  /// The first element's place; of an empty section, a place that is never read.
  var start: UnsafePointer<Element> {
    baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }
}
