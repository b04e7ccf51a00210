import NgramModel

/// The features of a place in a text: which words stand around it, on both sides.
///
/// Three words on either side count by their distance, the nearest also in pairs, and everything within
/// `reach` words counts as a bag, without order, where it tells a topic.
public struct ContextFeatures {
  /// How far the bag reaches on either side, in words.
  public static let reach = 10
  /// The most frequent words, which tell no topic.
  public static let commonWords = WordID(70)
  /// Room that the features of one place need.
  public static let capacity = 9 + 2 * reach

  private enum Kind {
    static let left: UInt64 = 1
    static let right: UInt64 = 9
    static let around: UInt64 = 20
    static let before: UInt64 = 21
    static let after: UInt64 = 22
    static let bag: UInt64 = 30
  }

  /// Writes the keys of the place `index` of the paragraph `words` to `keys`, which has room for `capacity`
  /// of them, and returns their number. The word at the place itself does not count. O(reach²).
  public static func gather(
    _ words: UnsafeBufferPointer<WordID>, at index: Int, into keys: UnsafeMutablePointer<UInt64>
  ) -> Int {
    @inline(__always) func word(_ place: Int) -> UInt64 {
      UInt64(place < 0 ? .lineStart : place < words.count ? words[place] : .lineEnd)
    }
    var count = 0
    @inline(__always) func add(_ kind: UInt64, _ value: UInt64) {
      keys[count] = kind << 40 | value
      count += 1
    }
    for distance in 1...3 {
      add(Kind.left + UInt64(distance), word(index - distance))
      add(Kind.right + UInt64(distance), word(index + distance))
    }
    add(Kind.around, word(index - 1) << 16 | word(index + 1))
    add(Kind.before, word(index - 2) << 16 | word(index - 1))
    add(Kind.after, word(index + 1) << 16 | word(index + 2))
    let bag = count
    for place in max(0, index - reach)..<min(words.count, index + reach + 1) where abs(place - index) > 1 {
      guard words[place] >= commonWords else { continue }
      let key = Kind.bag << 40 | UInt64(words[place])
      if !(bag..<count).contains(where: { keys[$0] == key }) {
        keys[count] = key
        count += 1
      }
    }
    return count
  }
}
