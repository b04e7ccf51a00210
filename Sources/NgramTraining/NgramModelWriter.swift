import ModelFile
import NgramModel

/// Lays kept n-grams out as `NgramModelLayout` says and writes the model file.
struct NgramModelWriter {
  private let ngrams: PrunedNgrams
  private let bits: CodeBits
  private var file = ModelFileWriter(kind: NgramModelLayout.kind, version: NgramModelLayout.version)

  /// Writes the model to `path` and returns its length in bytes; throws `ModelFileError`.
  static func write(_ ngrams: PrunedNgrams, to path: String, bits: CodeBits = CodeBits())
    throws(ModelFileError) -> Int
  {
    var writer = NgramModelWriter(ngrams, bits)
    writer.addVocabulary()
    writer.addUnigrams()
    writer.addBigrams()
    if ngrams.trie.order > 2 { writer.addTrigrams() }
    try writer.file.write(to: path)
    return writer.file.byteCount
  }

  private init(_ ngrams: PrunedNgrams, _ bits: CodeBits) {
    self.ngrams = ngrams
    self.bits = bits
  }

  private mutating func addVocabulary() {
    let words = ngrams.vocabulary.words
    file.add(NgramModelLayout.shape, ([words.count] + ngrams.counts).map { UInt64($0) })
    var starts: [UInt32] = [0]
    var bytes: [UInt8] = []
    var length = 1
    while length < words.count * 2 { length *= 2 }
    var slots = [UInt16](repeating: NgramModelLayout.emptySlot, count: length)
    for (id, word) in words.enumerated() {
      bytes.append(contentsOf: word.utf8)
      starts.append(UInt32(bytes.count))
      let hash = Array(word.utf8).withUnsafeBufferPointer { NgramModelLayout.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (length - 1)
      while slots[slot] != NgramModelLayout.emptySlot { slot = (slot + 1) & (length - 1) }
      slots[slot] = UInt16(id)
    }
    file.add(NgramModelLayout.wordStarts, starts)
    file.add(NgramModelLayout.wordBytes, bytes)
    file.add(NgramModelLayout.wordSlots, slots)
    let cases = ngrams.vocabulary.cases.map(\.scores)
    file.add(NgramModelLayout.wordTitles, cases.map { Self.caseCode($0.title) })
    file.add(NgramModelLayout.wordLowers, cases.map { Self.caseCode($0.lower) })
  }

  private static func caseCode(_ score: Float) -> UInt8 {
    UInt8(max(0, min(255, (-score * NgramModelLayout.caseSteps).rounded())))
  }

  private mutating func addUnigrams() {
    let words = 0..<ngrams.trie.wordCount
    file.add(NgramModelLayout.unigramProbabilities, words.map { ngrams.unigram($0) })
    file.add(NgramModelLayout.unigramBackoffs, words.map { ngrams.backoff(1, $0) })
    var children: [UInt32] = [0]
    for word in words { children.append(children[word] + UInt32(ngrams.positions(level: 0, of: word).count)) }
    file.add(NgramModelLayout.unigramChildren, children)
  }

  private mutating func addBigrams() {
    let nodes = ngrams.nodes(level: 0)
    file.add(NgramModelLayout.bigramWords, nodes.map { ngrams.trie.levels[0].words[$0] })
    addProbabilities(level: 0, nodes)
    guard ngrams.trie.order > 2 else { return }
    let inner = addInner(level: 0, nodes)
    var (first, bits) = ([0], [0])
    var ranks = BitPacker()
    for node in inner {
      let children = RankedChildren(ngrams, level: 1, context: node)
      for rank in children.ranks { ranks.append(rank, width: children.width) }
      first.append(first[first.count - 1] + children.ranks.count)
      bits.append(ranks.bitCount)
    }
    MonotoneEncoder.add(first, name: NgramModelLayout.bigramChildren, to: &file)
    MonotoneEncoder.add(bits, name: NgramModelLayout.childBits(2), to: &file)
    file.add(NgramModelLayout.ranks(3), ranks.packed())
  }

  private mutating func addTrigrams() {
    let nodes = ngrams.nodes(level: 1)
    addProbabilities(level: 1, nodes)
    guard ngrams.trie.order > 3 else { return }
    let inner = addInner(level: 1, nodes)
    let book = Quantizer(ngrams.nodes(level: 2).map { ngrams.probability(2, $0) }, bits: bits.fourgram)
    var starts = [0]
    var records = BitPacker()
    for node in inner {
      let children = RankedChildren(ngrams, level: 2, context: node)
      for (rank, child) in zip(children.ranks, children.nodes) {
        records.append(rank, width: children.width)
        records.append(book.code(ngrams.probability(2, child)), width: book.bits)
      }
      starts.append(records.bitCount)
    }
    MonotoneEncoder.add(starts, name: NgramModelLayout.childBits(3), to: &file)
    file.add(NgramModelLayout.ranks(4), records.packed())
    file.add(NgramModelLayout.probabilityBook(4), book.codes)
  }

  private mutating func addProbabilities(level: Int, _ nodes: [Int]) {
    let values = nodes.map { ngrams.probability(level, $0) }
    let book = Quantizer(values, bits: level == 0 ? bits.bigram : bits.trigram)
    let codes = BitPacker.pack(values.map { book.code($0) }, width: book.bits)
    file.add(NgramModelLayout.probabilities(level + 2), codes)
    file.add(NgramModelLayout.probabilityBook(level + 2), book.codes)
  }

  /// Writes which of `nodes` have children and their backoff weights, and returns them.
  private mutating func addInner(level: Int, _ nodes: [Int]) -> [Int] {
    var bitmap = [UInt64](repeating: 0, count: (nodes.count + 63) / 64)
    var (before, inner): ([UInt32], [Int]) = ([], [])
    for (position, node) in nodes.enumerated() {
      if position & 63 == 0 { before.append(UInt32(inner.count)) }
      guard !ngrams.positions(level: level + 1, of: node).isEmpty else { continue }
      bitmap[position >> 6] |= 1 << UInt64(position & 63)
      inner.append(node)
    }
    before.append(UInt32(inner.count))
    let length = level + 2
    let weights = inner.map { ngrams.backoff(length, $0) }
    let book = Quantizer(weights, bits: bits.backoff)
    file.add(NgramModelLayout.inner(length), bitmap)
    file.add(NgramModelLayout.innerBefore(length), before)
    file.add(
      NgramModelLayout.backoffs(length), BitPacker.pack(weights.map { book.code($0) }, width: book.bits))
    file.add(NgramModelLayout.backoffBook(length), book.codes)
    return inner
  }
}

/// The kept children of a context, each with its rank among the kept children of the context's suffix.
struct RankedChildren {
  let nodes: [Int]
  let ranks: [Int]
  /// Bits of a rank.
  let width: Int

  init(_ ngrams: PrunedNgrams, level: Int, context: Int) {
    let suffix = Int(ngrams.trie.levels[level - 1].suffixes[context])
    let others = ngrams.positions(level: level - 1, of: suffix)
    nodes = ngrams.children(level: level, of: context)
    ranks = nodes.map {
      ngrams.position(level: level - 1, Int(ngrams.trie.levels[level].suffixes[$0])) - others.lowerBound
    }
    width = NgramModelLayout.rankWidth(others.count)
  }
}
