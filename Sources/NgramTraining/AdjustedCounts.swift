import NgramModel

/// Derives the counts of all lower orders from those of the highest.
///
/// An n-gram below the highest order counts the different words seen before it (Kneser and Ney 1995); one that
/// begins with `<s>` has no word before it and keeps its occurrences (as in Heafield et al. 2013).
struct AdjustedCounts {
  private let order: Int
  private let wordCount: Int

  /// Builds the trie over `windows`, the counted windows of `order` words.
  static func trie(_ windows: CountedKeys, order: Int, wordCount: Int) -> CountTrie {
    let builder = AdjustedCounts(order: order, wordCount: wordCount)
    return builder.build(windows)
  }

  private func build(_ windows: CountedKeys) -> CountTrie {
    var trie = CountTrie(
      wordCount: wordCount, unigrams: [UInt32](repeating: 0, count: wordCount),
      levels: [CountLevel](repeating: CountLevel(), count: order - 1))
    var keysOfLevel = [[UInt64]](repeating: [], count: order - 1)
    var current = windows
    var adjusted = windows.counts
    for length in stride(from: order, through: 2, by: -1) {
      var lower = CountedKeys()
      var lowerAdjusted: [UInt32] = []
      suffixes(of: current, length: length, into: &lower, adjusted: &lowerAdjusted)
      keysOfLevel[length - 2] = store(current, adjusted, length: length, in: &trie.levels[length - 2])
      (current, adjusted) = (lower, lowerAdjusted)
    }
    for (key, count) in zip(current.keys, adjusted) where Int(key) < wordCount {
      trie.unigrams[Int(key)] = UInt64(WordID.lineStart) == key ? 0 : count
    }
    attach(keysOfLevel, to: &trie)
    return trie
  }

  /// Sums the n-grams of `length` words by their last `length - 1`.
  private func suffixes(
    of source: CountedKeys, length: Int, into lower: inout CountedKeys, adjusted: inout [UInt32]
  ) {
    let bits = UInt64(16 * (length - 1))
    let mask = UInt64(1) << bits - 1
    var keys = source.keys.map { $0 & mask }
    var counts = source.counts
    RadixSort.sort(&keys, &counts, bits: Int(bits))
    for index in keys.indices {
      lower.add(keys[index], counts[index])
      if lower.count > adjusted.count { adjusted.append(0) }
      let beginsLine = length > 2 && keys[index] >> (bits - 16) == UInt64(WordID.lineStart)
      adjusted[adjusted.count - 1] =
        beginsLine ? lower.counts[lower.count - 1] : adjusted[adjusted.count - 1] + 1
    }
  }

  /// Fills words and counts of a level and returns its keys; windows that only pad a line's start go.
  private func store(
    _ source: CountedKeys, _ adjusted: [UInt32], length: Int, in level: inout CountLevel
  ) -> [UInt64] {
    var keys: [UInt64] = []
    let second = UInt64(16 * (length - 2))
    for index in source.keys.indices {
      let key = source.keys[index]
      if key >> second & 0xFFFF == UInt64(WordID.lineStart) { continue }
      keys.append(key)
      level.words.append(WordID(truncatingIfNeeded: key))
      level.adjusted.append(adjusted[index])
      level.raw.append(source.counts[index])
    }
    return keys
  }

  /// Finds the children of every node and the suffix of every n-gram.
  private func attach(_ keys: [[UInt64]], to trie: inout CountTrie) {
    for index in trie.levels.indices {
      let parents = index == 0 ? (0..<UInt64(wordCount)).map { $0 } : keys[index - 1]
      trie.levels[index].starts = Self.starts(of: keys[index], parents: parents)
      trie.levels[index].suffixes =
        index == 0
        ? trie.levels[0].words.map { UInt32($0) }
        : Self.suffixes(trie.levels[index], parents: trie.levels[index - 1], index: index)
    }
  }

  private static func starts(of keys: [UInt64], parents: [UInt64]) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(parents.count + 1)
    var position = 0
    for parent in parents {
      while position < keys.count, keys[position] >> 16 < parent { position += 1 }
      starts.append(UInt32(position))
    }
    starts.append(UInt32(keys.count))
    return starts
  }

  /// The suffix of (context, word) is the child by that word of the context's own suffix.
  private static func suffixes(_ level: CountLevel, parents: CountLevel, index: Int) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: level.count)
    parents.words.withUnsafeBufferPointer { words in
      for parent in parents.words.indices {
        let range = parents.children(Int(parents.suffixes[parent]))
        var position = range.lowerBound
        for child in level.children(parent) {
          let word = level.words[child]
          position = SortedSearch.firstNotBelow(word, in: words, from: position, to: range.upperBound)
          result[child] = UInt32(position)
        }
      }
    }
    return result
  }
}

/// Search in sorted word lists by doubling steps.
enum SortedSearch {
  /// The first position in `from..<to` whose word is not below `word`, or `to`.
  static func firstNotBelow(
    _ word: WordID, in words: UnsafeBufferPointer<WordID>, from: Int, to: Int
  ) -> Int {
    var (low, step) = (from, 1)
    while low + step < to, words[low + step] < word {
      low += step
      step <<= 1
    }
    var high = min(low + step + 1, to)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
