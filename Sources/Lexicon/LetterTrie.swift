/// A trie over small letter codes, immutable and laid out breadth-first so that the children of a node are
/// neighbours in memory.
///
/// Codes are bytes; their meaning is the caller's. Words carry a 16-bit id.
public struct LetterTrie: Sendable {
  /// Marks a node at which no word ends.
  public static let noWord: UInt16 = .max

  /// A node: its letter, the word that ends here, and where its children stand.
  public struct Node: Sendable {
    /// The letter on the edge that leads here.
    public var letter: UInt8
    /// How many children the node has.
    public var childCount: UInt8
    /// The id of the word that ends here, or `noWord`.
    public var word: UInt16
    /// Index of the first child.
    public var firstChild: UInt32
  }

  /// All nodes; the root is the first.
  public let nodes: [Node]

  /// Builds a trie of `words`; of two equal spellings the first keeps its id. O(total letters · log n).
  public init(words: [(letters: [UInt8], id: UInt16)]) {
    var list = LetterWords()
    for word in words {
      for letter in word.letters { list.add(letter) }
      list.end(word.id)
    }
    self.init(list)
  }

  /// The same of words that lie one behind the other.
  public init(_ words: LetterWords) {
    let sorted = words.sorted()
    var nodes = [Node(letter: 0, childCount: 0, word: Self.noWord, firstChild: 0)]
    nodes.reserveCapacity(2 * sorted.count)
    /// The words of each node, in order of the nodes, and how many letters lead there.
    var ranges = [(range: sorted.indices, depth: 0)]
    ranges.reserveCapacity(2 * sorted.count)
    var node = 0
    while node < nodes.count {
      let (range, depth) = ranges[node]
      nodes[node].firstChild = UInt32(nodes.count)
      var start = range.lowerBound
      while start < range.upperBound, sorted[start].count == depth {
        if nodes[node].word == Self.noWord { nodes[node].word = sorted[start].id }
        start += 1
      }
      while start < range.upperBound {
        let letter = words.letter(of: sorted[start], depth)
        var end = start + 1
        while end < range.upperBound, words.letter(of: sorted[end], depth) == letter { end += 1 }
        ranges.append((start..<end, depth + 1))
        nodes.append(Node(letter: letter, childCount: 0, word: Self.noWord, firstChild: 0))
        nodes[node].childCount += 1
        start = end
      }
      node += 1
    }
    self.nodes = nodes
  }

  /// The id of the word spelt by `letters`, or nil. O(letters × children).
  public func find(_ letters: some Sequence<UInt8>) -> UInt16? {
    var node = nodes[0]
    for letter in letters {
      let children = nodes[Int(node.firstChild)..<Int(node.firstChild) + Int(node.childCount)]
      guard let next = children.first(where: { $0.letter == letter }) else { return nil }
      node = next
    }
    return node.word == Self.noWord ? nil : node.word
  }
}

/// Words as codes of their letters, one behind the other.
public struct LetterWords: Sendable {
  /// Where a word stands.
  struct Word {
    /// The first eight letters in one number: they decide the order nearly always.
    var key: UInt64
    var start: Int32
    var count: Int
    var id: UInt16
  }

  private var letters: [UInt8] = []
  private var words: [Word] = []

  /// No words yet; there will be about `count`.
  public init(expecting count: Int = 0) {
    letters.reserveCapacity(8 * count)
    words.reserveCapacity(count)
  }

  /// Adds the next letter of a word.
  public mutating func add(_ letter: UInt8) { letters.append(letter) }

  /// Ends the word; an empty one is left out.
  public mutating func end(_ id: UInt16) {
    let start = words.last.map { Int($0.start) + $0.count } ?? 0
    guard letters.count > start else { return }
    var key: UInt64 = 0
    for place in start..<start + 8 { key = key << 8 | (place < letters.count ? UInt64(letters[place]) : 0) }
    words.append(Word(key: key, start: Int32(start), count: letters.count - start, id: id))
  }

  /// The letter of `word` at `place`.
  @inline(__always)
  func letter(of word: Word, _ place: Int) -> UInt8 { letters[Int(word.start) + place] }

  /// The words in order of their letters, equal ones as they came.
  func sorted() -> [Word] {
    words.sorted { $0.key != $1.key ? $0.key < $1.key : precedes($0, $1) }
  }

  private func precedes(_ first: Word, _ second: Word) -> Bool {
    letters[Int(first.start)..<Int(first.start) + first.count].lexicographicallyPrecedes(
      letters[Int(second.start)..<Int(second.start) + second.count])
  }
}
