/// Names and versions of the sections in which an n-gram model lies in its file.
///
/// A model is a forward trie: the children of a context are the words seen after it, sorted by id. Level k
/// holds the n-grams of k words. Only nodes with children ("inner" nodes, marked in a bitmap) have a backoff
/// weight and a list of children.
///
/// What follows a context also follows its suffix, so levels 3 and 4 do not store the word but its rank among
/// the children of the suffix context (Pibiri and Venturini 2017), in as many bits as that list needs. All
/// probabilities and weights above level 1 are codes into a book.
public enum NgramModelLayout {
  /// Kind of the container.
  public static let kind = "ngram"
  /// Version of the sections below.
  public static let version: UInt64 = 2
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
  /// -50 log10 P(capital | word) inside a sentence (`UInt8`).
  public static let wordTitles = "word.title"
  /// -50 log10 P(lower case | word) inside a sentence (`UInt8`).
  public static let wordLowers = "word.lower"
  /// Steps of the two sections above in one unit of log10.
  public static let caseSteps: Float = 50
  /// Marks a free slot of the hash table.
  public static let emptySlot = UInt16.max

  /// Word ids of level 2 (`UInt16`).
  public static let bigramWords = "2.words"
  /// Log10 probabilities of level 1 (`Float`).
  public static let unigramProbabilities = "1.prob"
  /// Log10 backoff weights of level 1 (`Float`).
  public static let unigramBackoffs = "1.backoff"
  /// First bigram of each word, and the end of the last (`UInt32`).
  public static let unigramChildren = "1.children"

  /// Packed ranks of level 3; at level 4 each is followed by its probability's code.
  public static func ranks(_ level: Int) -> String { "\(level).ranks" }
  /// Packed codes of log10 probabilities of level 2 or 3.
  public static func probabilities(_ level: Int) -> String { "\(level).prob" }
  /// The values behind the probability codes of a level.
  public static func probabilityBook(_ level: Int) -> String { "\(level).prob.book" }
  /// Bitmap of the inner nodes of a level (`UInt64`).
  public static func inner(_ level: Int) -> String { "\(level).inner" }
  /// Inner nodes before each word of the bitmap (`UInt32`).
  public static func innerBefore(_ level: Int) -> String { "\(level).before" }
  /// Packed codes of the log10 backoff weights of a level's inner nodes.
  public static func backoffs(_ level: Int) -> String { "\(level).backoff" }
  /// The values behind the backoff codes of a level.
  public static func backoffBook(_ level: Int) -> String { "\(level).backoff.book" }
  /// Sequence: first child of each inner node of level 2, and the end of the last.
  public static let bigramChildren = "2.child"
  /// Sequence: first bit of the children of each inner node of a level, and the end of the last.
  public static func childBits(_ level: Int) -> String { "\(level).bits" }

  /// The sections of a monotone sequence: number of low bits, low bits, high bits, samples.
  public static func sequence(_ name: String) -> (shape: String, low: String, high: String, samples: String) {
    (name + ".shape", name + ".low", name + ".high", name + ".sample")
  }

  /// Bits of a rank in a list of `count` entries.
  @inlinable
  public static func rankWidth(_ count: Int) -> Int {
    count < 2 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
  }

  /// The hash by which words are found in `wordSlots` (FNV-1a with a final mix).
  @inlinable
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
