/// The successors of frequent words as bitmaps over the vocabulary, made when a word is first asked for: one look
/// into memory tells whether a word follows and where its bigram stands, in place of a search.
///
/// Not `Sendable`; belongs to a scorer.
final class SuccessorMaps {
  /// Words with fewer successors are searched.
  private static let least = 24
  /// At most so many words have a map, of some kilobytes each.
  private static let limit = 4096
  /// Words of the vocabulary in a block; the rest of its bits count the successors before it.
  @inline(__always)
  private static var span: Int { 48 }

  private let bigrams: BigramLevel
  private let blockCount: Int
  private let maps: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>?>
  private let wordCount: Int
  private var made = 0

  init(_ model: NgramModel) {
    bigrams = model.bigrams
    wordCount = model.unigrams.count
    blockCount = wordCount / Self.span + 1
    maps = .allocate(capacity: wordCount)
    maps.initialize(repeating: nil, count: wordCount)
  }

  deinit {
    for word in 0..<wordCount { maps[word]?.deallocate() }
    maps.deallocate()
  }

  /// The map of `word`, whose successors stand at `children`; nil where it has none. `word` is in the vocabulary.
  @inline(__always)
  func map(of word: WordID, _ children: Range<Int>) -> UnsafePointer<UInt64>? {
    if let map = maps[Int(word)] { return UnsafePointer(map) }
    guard children.count >= Self.least, made < Self.limit else { return nil }
    return make(word, children)
  }

  private func make(_ word: WordID, _ children: Range<Int>) -> UnsafePointer<UInt64> {
    let map = UnsafeMutablePointer<UInt64>.allocate(capacity: blockCount)
    map.initialize(repeating: 0, count: blockCount)
    for place in children where bigrams.words[place] < wordCount {
      let word = Int(bigrams.words[place])
      map[word / Self.span] |= 1 << UInt64(word % Self.span)
    }
    var before: UInt64 = 0
    for block in 0..<blockCount {
      let bits = map[block]
      map[block] = bits | before << UInt64(Self.span)
      before += UInt64(bits.nonzeroBitCount)
    }
    maps[Int(word)] = map
    made += 1
    return UnsafePointer(map)
  }

  /// How many successors stand before `word` in `map`, and whether it is one itself. `word` is in the vocabulary.
  @inline(__always)
  static func place(_ word: WordID, in map: UnsafePointer<UInt64>) -> (rank: Int, isSuccessor: Bool) {
    // A division by 48, exact for all ids.
    let block = Int((UInt32(word) &* 43691) &>> 21)
    let bit = UInt64(truncatingIfNeeded: Int(word) &- block &* span)
    let value = map[block]
    let rank = Int(value &>> UInt64(span)) &+ (value & (1 &<< bit &- 1)).nonzeroBitCount
    return (rank, value &>> bit & 1 != 0)
  }

  /// How many successors stand before `word` in `map`, nil where it is none. `word` is in the vocabulary.
  @inline(__always)
  static func rank(_ word: WordID, in map: UnsafePointer<UInt64>) -> Int? {
    let (rank, isSuccessor) = place(word, in: map)
    return isSuccessor ? rank : nil
  }
}
