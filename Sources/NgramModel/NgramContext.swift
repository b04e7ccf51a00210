/// What a state's contexts weigh and what continues them, found once for all words scored after the state.
@usableFromInline
struct NgramContext {
  /// Log10 backoff weight of the word before.
  @usableFromInline var backoff: Float = 0
  /// Log10 backoff weight of the two words before.
  @usableFromInline var bigramBackoff: Float = 0
  /// Log10 backoff weight of the three words before.
  @usableFromInline var trigramBackoff: Float = 0
  /// The bigrams that continue the word before.
  @usableFromInline var bigrams = 0..<0
  /// The first of the trigrams that continue the two words before, and their ranks among `bigrams`.
  @usableFromInline var firstTrigram = 0
  @usableFromInline var trigrams = RankList()
  /// The fourgrams that continue the three words before, by their ranks among `trigrams`.
  @usableFromInline var fourgrams = RankList()

  @inlinable init() {}
}
