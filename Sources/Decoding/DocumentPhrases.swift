import NgramModel
import Platform
import VietText

/// Runs of three words that a first pass over a document was sure of. Where two of them stand and the third is in
/// doubt, the word that stands there everywhere else is meant: a document does not write `dư luận xã hội` twenty
/// times and `dự luận xã hội` once.
struct DocumentPhrases {
  /// Posterior above which a word counts.
  private static let certainty: Float = 0.9
  /// Log10 gain for each tenfold of how much oftener one word than another stands there.
  private static let gain: Float = 4
  /// Fewer are no habit.
  private static let least: Int32 = 3

  private var runs: [UInt64] = []
  /// How often the runs that stand twice and more do.
  private var counts = RunCounts()
  /// Bits of the pairs of neighbours between, before or behind which a word is a habit: most places have none.
  private var habits: [UInt64] = []
  private var found: [Int32] = []
  /// The last two words of the stretch that is being counted.
  private var first = WordID.unknownWord
  private var second = WordID.unknownWord

  /// Begins a stretch: no run reaches over from the last one.
  mutating func begin() { (first, second) = (.unknownWord, .unknownWord) }

  /// Counts the next word of the stretch with its posterior; nil stands for what is no single word.
  mutating func add(_ word: WordID?, certainty: Float) {
    let third = certainty > Self.certainty ? word ?? .unknownWord : .unknownWord
    if first != .unknownWord, second != .unknownWord, third != .unknownWord {
      runs.append(Self.key(first, second, third))
    }
    (first, second) = (second, third)
  }

  /// Counts what was added and tells which neighbours have habits; to be called before anything is weighed.
  /// O(n) in the number of runs.
  mutating func settle() {
    sortRuns()
    counts = RunCounts(expecting: zip(runs, runs.dropFirst()).count { $0 == $1 })
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, runs[end] == runs[start] { end += 1 }
      if end - start > 1 { counts.add(runs[start], Int32(clamping: end - start)) }
      if end - start >= Int(Self.least) { markHabit(runs[start]) }
      start = end
    }
    runs = []
  }

  /// Sorts the runs, twelve bits at a time, the least first.
  private mutating func sortRuns() {
    guard runs.count > 1 << 10 else { return runs.sort() }
    var other = runs
    for shift in stride(from: UInt64(0), to: 48, by: 12) {
      var starts = [Int](repeating: 0, count: 1 << 12 + 1)
      for run in runs { starts[Int(run >> shift & 0xFFF) + 1] += 1 }
      for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
      for run in runs {
        let digit = Int(run >> shift & 0xFFF)
        other[starts[digit]] = run
        starts[digit] += 1
      }
      swap(&runs, &other)
    }
  }

  private mutating func markHabit(_ key: UInt64) {
    if habits.isEmpty { habits = [UInt64](repeating: 0, count: Self.habitBits / 64) }
    let (a, b, c) = (
      WordID(truncatingIfNeeded: key >> 32), WordID(truncatingIfNeeded: key >> 16),
      WordID(truncatingIfNeeded: key)
    )
    for bit in [Self.bit(a, b, .behind), Self.bit(a, c, .between), Self.bit(b, c, .before)] {
      habits[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// Where a word stands to two neighbours.
  private enum Side: UInt64 { case before, between, behind }
  private static let habitBits = 1 << 16

  private static func bit(_ first: WordID, _ second: WordID, _ side: Side) -> Int {
    let mixed = (UInt64(first) << 18 | UInt64(second) << 2 | side.rawValue) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 48)
  }

  private func mayHaveHabit(_ place: Int, _ words: [WordID]) -> Bool {
    func holds(_ first: Int, _ second: Int, _ side: Side) -> Bool {
      guard first >= 0, second < words.count else { return false }
      let bit = Self.bit(words[first], words[second], side)
      return habits[bit / 64] >> UInt64(bit % 64) & 1 == 1
    }
    return holds(place - 2, place - 1, .behind) || holds(place - 1, place + 1, .between)
      || holds(place + 1, place + 2, .before)
  }

  /// Whether `word` is a habit of the text between the neighbours of `place` of `words`. O(1).
  func favours(_ word: WordID, at place: Int, of words: [WordID]) -> Bool {
    !habits.isEmpty && mayHaveHabit(place, words) && support(word, at: place, of: words) >= Self.least
  }

  /// Makes the arcs of one unit, whose word stands at `place` of `words`, cheaper by how often they stand elsewhere
  /// between the same neighbours. Where the text has its marks, only words count that differ in marks alone, of
  /// two letters and more: `điểm h` and `điểm a`, `qui định` and `quy định` are both right.
  mutating func weigh(
    _ arcs: UnsafeMutableBufferPointer<Arc>, at place: Int, of words: [WordID], _ index: WordIndex,
    isMarked: Bool
  ) {
    guard !habits.isEmpty, mayHaveHabit(place, words) else { return }
    found.removeAll(keepingCapacity: true)
    var most: Int32 = 0
    for arc in arcs {
      // The place itself is no evidence; where it was too doubtful to be counted, one time too many is left out.
      let count = support(arc.word, at: place, of: words) - (arc.word == words[place] ? 1 : 0)
      found.append(count)
      most = max(most, count)
    }
    guard most >= Self.least else { return }
    var letters: [UInt32]?
    if isMarked {
      guard let seen = arcs.first(where: { $0.kind == .identity }), seen.word != .unknownWord else { return }
      letters = index.spelling(seen.word).map(VietLetter.bare)
      if letters?.count == 1 { return }
    }
    for (number, count) in found.enumerated() where count > 0 {
      if let letters, index.spelling(arcs[number].word).map(VietLetter.bare) != letters { continue }
      arcs[number].cost -= Self.gain * Platform.log10(Float(count) + 1)
    }
  }

  /// How often `word` stands with the two words before, behind, or on either side of `place`.
  private func support(_ word: WordID, at place: Int, of words: [WordID]) -> Int32 {
    var most: Int32 = 0
    if place >= 2 { most = max(most, counts[Self.key(words[place - 2], words[place - 1], word)]) }
    if place >= 1, place + 1 < words.count {
      most = max(most, counts[Self.key(words[place - 1], word, words[place + 1])])
    }
    if place + 2 < words.count {
      most = max(most, counts[Self.key(word, words[place + 1], words[place + 2])])
    }
    return most
  }

  private static func key(_ first: WordID, _ second: WordID, _ third: WordID) -> UInt64 {
    UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
  }
}

/// How often runs of words stand in a text, by their keys: an open table, at most half full.
private struct RunCounts {
  /// Marks a free slot: no run of known words has this key.
  private static let free: UInt64 = 0

  private var keys: [UInt64] = []
  private var counts: [Int32] = []

  /// An empty table with room for `count` runs.
  init(expecting count: Int = 0) {
    guard count > 0 else { return }
    var size = 16
    while size < 2 * count { size *= 2 }
    keys = [UInt64](repeating: Self.free, count: size)
    counts = [Int32](repeating: 0, count: size)
  }

  /// Adds a run that is not there yet; there is room for it.
  mutating func add(_ key: UInt64, _ count: Int32) {
    let slot = slot(key)
    (keys[slot], counts[slot]) = (key, count)
  }

  /// How often a run stands in the text; 0 where it was not counted.
  subscript(_ key: UInt64) -> Int32 { keys.isEmpty ? 0 : counts[slot(key)] }

  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }
}
