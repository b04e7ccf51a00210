/// Names and versions of the sections in which a context model lies in its file.
///
/// Weights are found by feature hashing (Weinberger and others 2009): a feature of the neighbourhood and the
/// class of the word choose a place, the members of the class lie one after another from there, so that one
/// look into memory serves them all. Each weight is a code of four bits into a book of sixteen levels.
public enum ContextModelLayout {
  /// Kind of the container.
  public static let kind = "context"
  /// Version of the sections below.
  public static let version: UInt64 = 1
  /// `[words, weightBits, vocabulary fingerprint]` as `UInt64`.
  public static let shape = "shape"
  /// Class of each word (`UInt16`).
  public static let classes = "word.class"
  /// Place of each word in its class (`UInt8`), `noMember` for words too rare to have weights.
  public static let members = "word.member"
  /// Natural logarithm of P(word | class) of each word (`Float`).
  public static let priors = "word.prior"
  /// The sixteen levels of a weight (`Float`).
  public static let levels = "levels"
  /// Two codes a byte, the low half first.
  public static let weights = "weights"

  /// Marks a word without weights.
  public static let noMember = UInt8.max
  /// Most members of a class that have weights.
  public static let largestClass = 32
  /// Number of levels.
  public static let levelCount = 16
  /// Bits of the number of a shard: classes share memory only within their shard, so that shards can be
  /// trained at the same time with the same result.
  public static let shardBits = 3
  /// Fewest and most bits of a place that a file may have.
  public static let weightBitsRange = 8...28

  /// The place of the first member of class `number` under feature `key`, in a table of 2^bits weights.
  @inlinable @inline(__always)
  public static func place(_ key: UInt64, class number: UInt16, bits: Int) -> Int {
    var hash = (key ^ UInt64(number) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 29) &* 0x94D0_49BB_1331_11EB
    let inside = Int(truncatingIfNeeded: hash >> 33) & (1 << (bits - shardBits) - 1)
    return shard(number) << (bits - shardBits) | inside
  }

  /// The place of `member` when the first member lies at `first`; it never leaves the shard.
  @inlinable @inline(__always)
  public static func place(_ first: Int, member: UInt8, bits: Int) -> Int {
    let mask = 1 << (bits - shardBits) - 1
    return first & ~mask | (first &+ Int(member)) & mask
  }

  /// The shard of class `number`.
  @inlinable @inline(__always)
  public static func shard(_ number: UInt16) -> Int { Int(number) & (1 << shardBits - 1) }
}
