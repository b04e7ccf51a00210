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
    let sorted = Self.sorted(words)
    var nodes = [Node(letter: 0, childCount: 0, word: Self.noWord, firstChild: 0)]
    var queue = [(node: 0, range: sorted.indices, depth: 0)]
    var head = 0
    while head < queue.count {
      let (node, range, depth) = queue[head]
      head += 1
      nodes[node].firstChild = UInt32(nodes.count)
      var start = range.lowerBound
      while start < range.upperBound, sorted[start].letters.count == depth {
        if nodes[node].word == Self.noWord { nodes[node].word = sorted[start].id }
        start += 1
      }
      while start < range.upperBound {
        let letter = sorted[start].letters[depth]
        var end = start
        while end < range.upperBound, sorted[end].letters[depth] == letter { end += 1 }
        queue.append((nodes.count, start..<end, depth + 1))
        nodes.append(Node(letter: letter, childCount: 0, word: Self.noWord, firstChild: 0))
        nodes[node].childCount += 1
        start = end
      }
    }
    self.nodes = nodes
  }

  /// The words in order of their letters, equal ones as they came.
  private static func sorted(_ words: [(letters: [UInt8], id: UInt16)]) -> [(letters: [UInt8], id: UInt16)] {
    // The first eight letters in one number decide nearly always.
    let keyed = words.lazy.filter { !$0.letters.isEmpty }.map { word in
      (
        key: (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < word.letters.count ? word.letters[$1] : 0) },
        word: word
      )
    }
    return Array(keyed).sorted {
      $0.key != $1.key ? $0.key < $1.key : $0.word.letters.lexicographicallyPrecedes($1.word.letters)
    }.map(\.word)
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
