import Lexicon

/// A set of meant letters of one case.
@usableFromInline
struct LetterMask: BitwiseCopyable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// No letters.
  init() {}

  /// The letters of `nodes`.
  init(_ nodes: UnsafeBufferPointer<LetterTrie.Node>) {
    for node in nodes { insert(Int(node.letter)) }
  }

  /// Adds the letter with this code, less than 128.
  @inline(__always)
  mutating func insert(_ letter: Int) {
    if letter < 64 { low |= 1 &<< UInt64(letter) } else { high |= 1 &<< UInt64(letter &- 64) }
  }

  /// How many there are.
  @inline(__always)
  var count: Int { low.nonzeroBitCount &+ high.nonzeroBitCount }

  /// How many letters of the set stand before `letter`; nil where it is none of them.
  func place(of letter: Int) -> Int? {
    guard letter < 128 else { return nil }
    let bit = UInt64(letter & 63)
    let word = letter < 64 ? low : high
    guard word &>> bit & 1 == 1 else { return nil }
    return (letter < 64 ? 0 : low.nonzeroBitCount) + (word & (1 &<< bit &- 1)).nonzeroBitCount
  }

  @inline(__always)
  static func | (one: LetterMask, other: LetterMask) -> LetterMask {
    var sum = one
    sum.low |= other.low
    sum.high |= other.high
    return sum
  }

  /// Calls `body` with each letter of both sets, in order, and how many of this set stand before it.
  @inline(__always)
  func forEach(among other: LetterMask, _ body: (_ letter: Int, _ place: Int) -> Void) {
    var rest = low & other.low
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      body(bit, (low & (1 &<< UInt64(bit) &- 1)).nonzeroBitCount)
      rest &= rest &- 1
    }
    rest = high & other.high
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      body(bit &+ 64, low.nonzeroBitCount &+ (high & (1 &<< UInt64(bit) &- 1)).nonzeroBitCount)
      rest &= rest &- 1
    }
  }
}
