import Foundation
import NgramModel

/// Pairs of words that a first pass over a document was sure of: official texts repeat their own phrases, so
/// what was read well in one place helps where it was read badly (a cache model after Kuhn and De Mori 1990).
struct DocumentMemory {
  /// Posterior above which a word is remembered.
  private static let certainty: Float = 0.9
  /// Log10 gain of a pair seen once more, for each doubling of its count.
  private static let gain: Float = 0.6

  private var counts: [UInt32: Int32] = [:]

  /// Whether nothing is remembered.
  var isEmpty: Bool { counts.isEmpty }

  /// Remembers that `second` followed `first`, if both are sure enough.
  mutating func add(_ first: WordID, _ second: WordID, certainty: Float) {
    guard certainty > Self.certainty, first != .unknownWord, second != .unknownWord else { return }
    counts[Self.key(first, second), default: 0] += 1
  }

  /// Log10 bonus of `second` after `first`; pairs that stand only once are no evidence.
  @inline(__always)
  func bonus(_ first: WordID, _ second: WordID) -> Float {
    guard let count = counts[Self.key(first, second)], count > 1 else { return 0 }
    return Self.gain * Foundation.log10(Float(count))
  }

  private static func key(_ first: WordID, _ second: WordID) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }
}
