import NgramModel
import Platform

/// Pairs of words that a first pass over a document was sure of: official texts repeat their own phrases, so
/// what was read well in one place helps where it was read badly (a cache model after Kuhn and De Mori 1990).
struct DocumentMemory {
  /// Posterior above which a word is remembered.
  private static let certainty: Float = 0.9
  /// Log10 gain of a pair seen once more, for each doubling of its count.
  private static let gain: Float = 0.6
  /// Marks a free slot: no pair has the key of two unknown words.
  private static let free: UInt32 = 0

  private var keys: [UInt32] = []
  private var counts: [Int32] = []
  private var gains: [Float] = []
  private var used = 0

  /// Whether nothing is remembered.
  var isEmpty: Bool { used == 0 }

  /// Remembers that `second` followed `first`, if both are sure enough.
  mutating func add(_ first: WordID, _ second: WordID, certainty: Float) {
    guard certainty > Self.certainty, first != .unknownWord, second != .unknownWord else { return }
    if 2 * used >= keys.count { widen() }
    let key = Self.key(first, second)
    let slot = slot(key)
    if keys[slot] == Self.free {
      keys[slot] = key
      used += 1
    }
    counts[slot] += 1
  }

  /// Works out what each pair gains; to be called before `bonus` is asked for. O(number of pairs).
  mutating func settle() {
    gains = counts.map { $0 > 1 ? Self.gain * Platform.log10(Float($0)) : 0 }
  }

  /// Log10 bonus of `second` after `first`; pairs that stand only once are no evidence.
  @inline(__always)
  func bonus(_ first: WordID, _ second: WordID) -> Float {
    guard !gains.isEmpty else { return 0 }
    let slot = slot(Self.key(first, second))
    return keys[slot] == Self.free ? 0 : gains[slot]
  }

  /// The slot of `key`, or the free one where it belongs.
  @inline(__always)
  private func slot(_ key: UInt32) -> Int {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func widen() {
    let old = (keys, counts)
    let size = max(1024, 2 * keys.count)
    keys = [UInt32](repeating: Self.free, count: size)
    counts = [Int32](repeating: 0, count: size)
    for (key, count) in zip(old.0, old.1) where key != Self.free {
      let slot = slot(key)
      (keys[slot], counts[slot]) = (key, count)
    }
  }

  private static func key(_ first: WordID, _ second: WordID) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }
}
