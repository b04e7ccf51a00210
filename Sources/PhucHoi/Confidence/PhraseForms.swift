/// How often a text writes the pairs of neighbours that differ in marks alone one way and the other: a text that
/// has `cộng tác` ten times hardly means `công tác` once.
struct PhraseForms {
  private var pairs: [UInt64: Float] = [:]
  private var firsts: [UInt64: Float] = [:]
  private var seconds: [UInt64: Float] = [:]

  /// Counts the pairs of `words`. O(n).
  init(_ words: [WordForm]) {
    pairs.reserveCapacity(words.count)
    firsts.reserveCapacity(words.count)
    seconds.reserveCapacity(words.count)
    for (first, second) in zip(words, words.dropFirst()) {
      guard let pair = Self.pair(first, second) else { continue }
      pairs[pair, default: 0] += 1
      firsts[Self.mixed(pair, first.marked), default: 0] += 1
      seconds[Self.mixed(pair, second.marked), default: 0] += 1
    }
  }

  /// How often `word` stands so before `next`, and how often in other forms.
  func counts(of word: WordForm, before next: WordForm) -> (own: Float, others: Float) {
    guard let pair = Self.pair(word, next), let all = pairs[pair] else { return (0, 0) }
    let own = firsts[Self.mixed(pair, word.marked)] ?? 0
    return (own, all - own)
  }

  /// How often `word` stands so after `previous`, and how often in other forms.
  func counts(of word: WordForm, after previous: WordForm) -> (own: Float, others: Float) {
    guard let pair = Self.pair(previous, word), let all = pairs[pair] else { return (0, 0) }
    let own = seconds[Self.mixed(pair, word.marked)] ?? 0
    return (own, all - own)
  }

  /// The key of two neighbours whatever their marks; nil where one has no letters.
  private static func pair(_ first: WordForm, _ second: WordForm) -> UInt64? {
    first.bare == 0 || second.bare == 0 ? nil : mixed(first.bare, second.bare)
  }

  private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xBF58_476D_1CE4_E5B9
  }
}

/// Hashes of a word's letters and digits in small letters; 0 without any.
struct WordForm {
  /// Of the letters without their marks.
  private(set) var bare: UInt64 = 0
  /// Of the letters as they are.
  private(set) var marked: UInt64 = 0

  /// Adds a letter, in its own small form and without marks.
  mutating func add(_ letter: UInt32, bare letterBare: UInt32) {
    bare = (bare ^ UInt64(letterBare)) &* 0x100_0000_01B3
    marked = (marked ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}
