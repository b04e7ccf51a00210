import CMachine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The successors of frequent words as bitmaps over the vocabulary, made when a word is first asked for: one look
/// into memory tells whether a word follows and where its bigram stands, in place of a search.
///
/// Not `Sendable`; belongs to a scorer.
final class SuccessorMaps {
  /// Words with fewer successors are searched.
  private static let least = 64
  /// At most so many words have a map, of some kilobytes each.
  private static let limit = 4096
  /// Words of the vocabulary in a block; the rest of its bits count the successors before it.
  @inline(__always)
  private static var span: Int { 48 }

  /// What is known of a word that has a map, in one place.
  struct Row {
    /// The map, nil where none was made.
    var map: UnsafePointer<UInt64>?
    /// The first bigram of the word.
    var first: UInt32
    /// Log10 backoff weight of the word.
    var backoff: Float
  }

  private let bigrams: BigramLevel
  private let unigrams: UnigramLevel
  private let blockCount: Int
  private let rows: UnsafeMutablePointer<Row>
  private var made = 0

  init(_ model: NgramModel) {
    (bigrams, unigrams) = (model.bigrams, model.unigrams)
    blockCount = unigrams.count / Self.span + 1
    rows = calloc(unigrams.count, MemoryLayout<Row>.stride).unsafelyUnwrapped
      .bindMemory(to: Row.self, capacity: unigrams.count)
  }

  deinit {
    for word in 0..<unigrams.count { rows[word].map?.deallocate() }
    free(rows)
  }

  /// The row of `word`, whose map is made where it may have one. `word` is in the vocabulary.
  @inline(__always)
  func row(of word: WordID) -> Row {
    let row = rows[Int(word)]
    return row.map != nil ? row : make(word)
  }

  /// The row of `word` as it is. `word` is in the vocabulary.
  @inline(__always)
  func known(_ word: WordID) -> Row { rows[Int(word)] }

  /// Fetches the row of `word`.
  @inline(__always)
  func fetch(_ word: WordID) { cmachine_fetch(rows + Int(word)) }

  private func make(_ word: WordID) -> Row {
    let children = unigrams.children(word, limit: bigrams.count)
    guard children.count >= Self.least, made < Self.limit else { return rows[Int(word)] }
    let map = UnsafeMutablePointer<UInt64>.allocate(capacity: blockCount)
    map.initialize(repeating: 0, count: blockCount)
    for place in children where bigrams.words[place] < unigrams.count {
      let word = Int(bigrams.words[place])
      map[word / Self.span] |= 1 << UInt64(word % Self.span)
    }
    var before: UInt64 = 0
    for block in 0..<blockCount {
      let bits = map[block]
      map[block] = bits | before << UInt64(Self.span)
      before += UInt64(bits.nonzeroBitCount)
    }
    rows[Int(word)] = Row(
      map: map, first: UInt32(truncatingIfNeeded: children.lowerBound),
      backoff: unigrams.backoffs[Int(word)])
    made += 1
    return rows[Int(word)]
  }

  /// Fetches what `map` tells of `word`.
  @inline(__always)
  static func fetch(_ word: WordID, in map: UnsafePointer<UInt64>) {
    cmachine_fetch(map + Int((UInt32(word) &* 43691) &>> 21))
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
