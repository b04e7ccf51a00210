import VietText

/// How often a text writes the pairs of neighbours that differ in marks alone one way and the other: a text that
/// has `cộng tác` ten times hardly means `công tác` once.
struct PhraseForms {
  private let words: [WordForm]
  private var counts: HashCounts

  /// Counts the pairs of `words`; only those at `tokens`, if they are told. O(n).
  init(_ words: [WordForm], about tokens: [Int]? = nil) {
    self.words = words
    counts = HashCounts(capacity: tokens.map { 4 * $0.count } ?? 3 * words.count)
    for token in tokens ?? [] {
      if let pair = pair(at: token - 1) { note(pair, Self.second(pair, words[token])) }
      if let pair = pair(at: token) { note(pair, Self.first(pair, words[token])) }
    }
    for index in words.indices.dropLast() {
      guard let pair = pair(at: index), counts.add(pair, ifNoted: tokens != nil) else { continue }
      counts.add(Self.first(pair, words[index]), ifNoted: tokens != nil)
      counts.add(Self.second(pair, words[index + 1]), ifNoted: tokens != nil)
    }
  }

  private mutating func note(_ pair: UInt64, _ form: UInt64) {
    counts.note(pair)
    counts.note(form)
  }

  /// How often the word at `index` stands so before the next one, and how often in other forms.
  func counts(startingAt index: Int) -> (own: Float, others: Float) {
    guard let pair = pair(at: index) else { return (0, 0) }
    let own = counts[Self.first(pair, words[index])]
    return (own, counts[pair] - own)
  }

  /// How often the word at `index` stands so after the last one, and how often in other forms.
  func counts(endingAt index: Int) -> (own: Float, others: Float) {
    guard let pair = pair(at: index - 1) else { return (0, 0) }
    let own = counts[Self.second(pair, words[index])]
    return (own, counts[pair] - own)
  }

  /// The key of the word at `index` and the next one, whatever their marks; nil where one has no letters.
  private func pair(at index: Int) -> UInt64? {
    guard index >= 0, index + 1 < words.count else { return nil }
    let (first, second) = (words[index].bare, words[index + 1].bare)
    return first == 0 || second == 0 ? nil : Self.mixed(first, second)
  }

  private static func first(_ pair: UInt64, _ word: WordForm) -> UInt64 { mixed(pair, word.marked) }
  private static func second(_ pair: UInt64, _ word: WordForm) -> UInt64 { mixed(~pair, word.marked) }

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

  /// Adds a letter or digit; marks are no part of it.
  mutating func add(_ scalar: UInt32) {
    if VietLetter.isLetter(scalar) {
      add(VietLetter.lowercased(scalar), bare: VietLetter.lowercased(VietLetter.bare(scalar)))
    } else if ModelTokenizer.isDigit(scalar) {
      add(scalar, bare: scalar)
    }
  }

  /// Adds a letter, in its own small form and without marks.
  mutating func add(_ letter: UInt32, bare letterBare: UInt32) {
    bare = (bare ^ UInt64(letterBare)) &* 0x100_0000_01B3
    marked = (marked ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}

/// Counts by keys that are hashes already, in a table that never grows.
struct HashCounts {
  private var keys: [UInt64]
  private var counts: [Float]

  /// Room for `capacity` different keys.
  init(capacity: Int) {
    let size = 1 << (64 - (max(8, capacity) * 3 / 2).leadingZeroBitCount)
    (keys, counts) = (Array(repeating: 0, count: size), Array(repeating: 0, count: size))
  }

  /// Makes room for the count of `key`.
  mutating func note(_ key: UInt64) { keys[slot(of: key)] = key }

  /// Adds one to the count of `key`, or only `ifNoted`; tells whether it did.
  @discardableResult
  mutating func add(_ key: UInt64, ifNoted: Bool) -> Bool {
    let slot = slot(of: key)
    guard !ifNoted || keys[slot] == key else { return false }
    keys[slot] = key
    counts[slot] += 1
    return true
  }

  /// The count of `key`.
  subscript(key: UInt64) -> Float { counts[slot(of: key)] }

  /// Where `key` stands or would stand. One slot in three is empty at least, so this ends.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }
}
