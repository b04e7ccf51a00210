import ModelFile
import NgramModel

/// Lays kept n-grams out as `NgramModelLayout` says and writes the model file.
struct NgramModelWriter {
  private let ngrams: PrunedNgrams
  private var file = ModelFileWriter(kind: NgramModelLayout.kind, version: NgramModelLayout.version)

  /// Writes the model to `path` and returns its length in bytes; throws `ModelFileError`.
  static func write(_ ngrams: PrunedNgrams, to path: String) throws(ModelFileError) -> Int {
    var writer = NgramModelWriter(ngrams)
    writer.addVocabulary()
    writer.addUnigrams()
    for level in ngrams.trie.levels.indices { writer.addLevel(level) }
    try writer.file.write(to: path)
    return writer.file.byteCount
  }

  private init(_ ngrams: PrunedNgrams) { self.ngrams = ngrams }

  private mutating func addVocabulary() {
    let words = ngrams.vocabulary.words
    file.add(NgramModelLayout.shape, [UInt64(ngrams.trie.order), UInt64(words.count)])
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
  }

  private mutating func addUnigrams() {
    let words = 0..<ngrams.trie.wordCount
    file.add(NgramModelLayout.probabilities(1), words.map { ngrams.unigram($0) })
    file.add(NgramModelLayout.backoffs(1), words.map { ngrams.backoff(1, $0) })
    var children: [UInt32] = [0]
    for word in words { children.append(children[word] + UInt32(keptChildren(level: 0, of: word))) }
    file.add(NgramModelLayout.children(1), children)
  }

  private mutating func addLevel(_ level: Int) {
    let nodes = ngrams.trie.levels[level].words.indices.filter { ngrams.kept[level][$0] }
    let length = level + 2
    file.add(NgramModelLayout.words(length), nodes.map { ngrams.trie.levels[level].words[$0] })
    let probabilities = nodes.map { ngrams.probability(level, $0) }
    let quantizer = Quantizer(probabilities)
    file.add(NgramModelLayout.probabilities(length), probabilities.map { quantizer.code($0) })
    file.add(NgramModelLayout.probabilityCodes(length), quantizer.codes)
    if level + 1 < ngrams.trie.levels.count { addInner(level, nodes) }
  }

  private mutating func addInner(_ level: Int, _ nodes: [Int]) {
    var bitmap = [UInt64](repeating: 0, count: (nodes.count + 63) / 64)
    var ranks: [UInt32] = []
    var children: [UInt32] = [0]
    var backoffs: [Float] = []
    for (position, node) in nodes.enumerated() {
      if position & 63 == 0 { ranks.append(UInt32(backoffs.count)) }
      let count = keptChildren(level: level + 1, of: node)
      guard count > 0 else { continue }
      bitmap[position >> 6] |= 1 << UInt64(position & 63)
      children.append(children[backoffs.count] + UInt32(count))
      backoffs.append(ngrams.backoff(level + 2, node))
    }
    let quantizer = Quantizer(backoffs)
    let length = level + 2
    file.add(NgramModelLayout.inner(length), bitmap)
    file.add(NgramModelLayout.ranks(length), ranks)
    file.add(NgramModelLayout.children(length), children)
    file.add(NgramModelLayout.backoffs(length), backoffs.map { quantizer.code($0) })
    file.add(NgramModelLayout.backoffCodes(length), quantizer.codes)
  }

  private func keptChildren(level: Int, of context: Int) -> Int {
    ngrams.trie.levels[level].children(context).reduce(0) { $0 + (ngrams.kept[level][$1] ? 1 : 0) }
  }
}
