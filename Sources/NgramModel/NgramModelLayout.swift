/// Names and versions of the sections in which an n-gram model lies in its file.
///
/// A model is a forward trie: the children of a context are the words seen after it, sorted by id. Level k
/// holds the n-grams of k words. Only nodes with children ("inner" nodes, marked in a bitmap) have a backoff
/// weight and a range of children.
public enum NgramModelLayout {
  /// Kind of the container.
  public static let kind = "ngram"
  /// Version of the sections below.
  public static let version: UInt64 = 1
  /// Longest n-gram that a model may hold.
  public static let maximumOrder = 4
  /// `[order, words]` as `UInt64`.
  public static let shape = "shape"
  /// Where each word starts in `wordBytes`, and the end of the last (`UInt32`).
  public static let wordStarts = "word.starts"
  /// The UTF-8 of all words.
  public static let wordBytes = "word.bytes"
  /// Open-addressing hash table of word ids (`UInt16`, `emptySlot` where free), a power of two long.
  public static let wordSlots = "word.slots"
  /// Marks a free slot of the hash table.
  public static let emptySlot = UInt16.max

  /// Word ids of a level (`UInt16`).
  public static func words(_ level: Int) -> String { "\(level).words" }
  /// Log10 probabilities: `Float` at level 1, codes (`UInt8`) above.
  public static func probabilities(_ level: Int) -> String { "\(level).prob" }
  /// The 256 values behind the probability codes of a level.
  public static func probabilityCodes(_ level: Int) -> String { "\(level).prob.codes" }
  /// Bitmap of the inner nodes of a level (`UInt64`).
  public static func inner(_ level: Int) -> String { "\(level).inner" }
  /// Inner nodes before each word of the bitmap (`UInt32`).
  public static func ranks(_ level: Int) -> String { "\(level).ranks" }
  /// Log10 backoff weights: `Float` a word at level 1, a code (`UInt8`) an inner node above.
  public static func backoffs(_ level: Int) -> String { "\(level).backoff" }
  /// The 256 values behind the backoff codes of a level.
  public static func backoffCodes(_ level: Int) -> String { "\(level).backoff.codes" }
  /// First child of each word (level 1) or inner node, and the end of the last (`UInt32`).
  public static func children(_ level: Int) -> String { "\(level).children" }

  /// The hash by which words are found in `wordSlots` (FNV-1a with a final mix).
  @inlinable
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
