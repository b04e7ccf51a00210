import ModelFile

/// The bigrams: word ids, probabilities and, where trigrams continue them, what hangs on them.
@usableFromInline
struct BigramLevel: @unchecked Sendable {
  @usableFromInline let count: Int
  @usableFromInline let words: UnsafePointer<WordID>
  @usableFromInline let probabilities: PackedCodes
  @usableFromInline let inner: InnerNodes?
  /// First trigram of each inner node.
  @usableFromInline let children: MonotoneSequence?

  init(file: MappedModelFile, isHighest: Bool) throws(ModelFileError) {
    let words = try file.section(NgramModelLayout.bigramWords, of: WordID.self)
    count = words.count
    self.words = words.start
    probabilities = try PackedCodes(
      file: file, name: NgramModelLayout.probabilities(2), book: NgramModelLayout.probabilityBook(2),
      count: count)
    let inner = isHighest ? nil : try InnerNodes(file: file, level: 2, nodeCount: count)
    self.inner = inner
    children =
      if let inner {
        try MonotoneSequence(file: file, name: NgramModelLayout.bigramChildren, count: inner.count + 1)
      } else {
        nil
      }
  }

  /// The first position in `from..<to` whose word is not below `word`, or `to`.
  @inlinable
  func firstNotBelow(_ word: WordID, from: Int, to: Int) -> Int {
    SortedSearch.firstNotBelow(from: from, to: to) { words[$0] < word }
  }
}

/// The trigrams: ranks, probabilities and, where fourgrams continue them, what hangs on them.
@usableFromInline
struct TrigramLevel: @unchecked Sendable {
  @usableFromInline let count: Int
  @usableFromInline let ranks: PackedBits
  @usableFromInline let probabilities: PackedCodes
  @usableFromInline let inner: InnerNodes?

  init(file: MappedModelFile, count: Int, isHighest: Bool) throws(ModelFileError) {
    self.count = count
    ranks = try PackedBits(file: file, name: NgramModelLayout.ranks(3))
    probabilities = try PackedCodes(
      file: file, name: NgramModelLayout.probabilities(3), book: NgramModelLayout.probabilityBook(3),
      count: count)
    inner = isHighest ? nil : try InnerNodes(file: file, level: 3, nodeCount: count)
  }
}

/// The fourgrams: records of a rank and a probability's code.
@usableFromInline
struct FourgramLevel: @unchecked Sendable {
  @usableFromInline let records: PackedBits
  @usableFromInline let book: CodeBook

  init(file: MappedModelFile) throws(ModelFileError) {
    records = try PackedBits(file: file, name: NgramModelLayout.ranks(4))
    book = try CodeBook(file: file, name: NgramModelLayout.probabilityBook(4))
  }
}
