/// What the model remembers of the words before: the longest contexts that it knows.
///
/// Two histories with equal states get equal scores for whatever follows, so a decoder may recombine them.
/// Contexts that no n-gram continues are left out.
public struct NgramState: Hashable, Sendable {
  /// Stands for "no such context".
  @usableFromInline static let none = UInt32.max

  /// The three-word context, as a node of level 3.
  @usableFromInline var trigram: UInt32
  /// The two-word context, as a node of level 2.
  @usableFromInline var bigram: UInt32
  /// The word before; one without entry stands for no context at all.
  @usableFromInline var word: WordID

  @inlinable
  init(word: WordID, bigram: UInt32 = NgramState.none, trigram: UInt32 = NgramState.none) {
    self.word = word
    self.bigram = bigram
    self.trigram = trigram
  }

  /// After nothing: scores are those of single words.
  public static let empty = NgramState(word: .max)
  /// At the start of a line.
  public static let lineStart = NgramState(word: .lineStart)

  /// The word before, or `WordID.max` in the empty state.
  public var lastWord: WordID { word }

  /// A quick hash for a decoder's own tables; equal states have equal hashes within one process.
  @inlinable
  public var fastHash: Int {
    let mixed =
      (UInt64(trigram) << 32 | UInt64(bigram)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(word)
      &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed >> 33)
  }
}
