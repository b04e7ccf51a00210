import Platform

/// Writes kept n-grams in the ARPA format that other language-model tools read.
struct ARPAWriter {
  private let ngrams: PrunedNgrams
  private let file: UnsafeMutablePointer<FILE>

  /// Writes `ngrams`, not quantised, to `path`, where the file appears whole or not at all; throws
  /// `TrainingError.unwritable`.
  static func write(_ ngrams: PrunedNgrams, to path: String) throws(TrainingError) {
    let isWritten = WholeFile.write(path) { file in
      ARPAWriter(ngrams: ngrams, file: file).writeAll()
      return true
    }
    guard isWritten else { throw .unwritable(path: path) }
  }

  private func writeAll() {
    let words = ngrams.vocabulary.words
    var text = "\\data\\\nngram 1=\(words.count)\n"
    for (index, count) in ngrams.counts.enumerated() { text += "ngram \(index + 2)=\(count)\n" }
    put(text + "\n\\1-grams:\n")
    for word in words.indices {
      put("\(ngrams.unigram(word))\t\(words[word])\t\(ngrams.backoff(1, word))\n")
    }
    for level in ngrams.trie.levels.indices {
      put("\n\\\(level + 2)-grams:\n")
      for word in words.indices { writeBelow(word, prefix: words[word], length: 1, target: level) }
    }
    put("\n\\end\\\n")
  }

  /// Writes the n-grams of level `target` that begin with the context `node` of `length` words.
  private func writeBelow(_ node: Int, prefix: String, length: Int, target: Int) {
    let level = length - 1
    let nodes = ngrams.trie.levels[level]
    for child in nodes.children(node) where ngrams.kept[level][child] {
      let text = prefix + " " + ngrams.vocabulary.words[Int(nodes.words[child])]
      if level < target {
        writeBelow(child, prefix: text, length: length + 1, target: target)
      } else if level + 1 < ngrams.trie.levels.count {
        put("\(ngrams.probability(level, child))\t\(text)\t\(ngrams.backoff(length + 1, child))\n")
      } else {
        put("\(ngrams.probability(level, child))\t\(text)\n")
      }
    }
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, file) }
  }
}
