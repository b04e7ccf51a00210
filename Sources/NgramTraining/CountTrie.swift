import NgramModel

/// The n-grams of one order as a level of a forward trie, with counts and links to their suffixes.
struct CountLevel: Sendable {
  /// Last word of each n-gram.
  var words: [WordID] = []
  /// First child in this level of each node of the level below it in order, and the end of the last.
  var starts: [UInt32] = []
  /// Occurrences; below the highest order the number of different words before it (Kneser-Ney), except after
  /// `<s>`.
  var adjusted: [UInt32] = []
  /// Occurrences.
  var raw: [UInt32] = []
  /// The node one order lower that drops the first word.
  var suffixes: [UInt32] = []

  /// Number of n-grams.
  var count: Int { words.count }

  /// The nodes that continue context `parent`.
  @inline(__always)
  func children(_ parent: Int) -> Range<Int> { Int(starts[parent])..<Int(starts[parent + 1]) }
}

/// All n-grams of the training text, order by order.
struct CountTrie: Sendable {
  /// Number of words in the vocabulary.
  let wordCount: Int
  /// Different words before each word.
  var unigrams: [UInt32]
  /// Orders 2 and up.
  var levels: [CountLevel]

  /// Longest n-gram.
  var order: Int { levels.count + 1 }
}
