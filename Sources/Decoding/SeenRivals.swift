import NgramModel

/// The rivals of known words as they were seen, the cheapest first, remembered in slots that the words choose.
///
/// In lines of clean text with its marks, which none of another language are, the answer depends on the word, its letters
/// and its case alone, so remembering changes nothing but speed.
struct SeenRivals {
  private static let slotBits = 15
  /// Rivals for some ten thousand words.
  static let standardCapacity = 1 << 20
  /// How many rivals are remembered; then all are forgotten.
  private let capacity: Int

  /// The words.
  private(set) var words: [WordID] = []
  /// What each costs more than the seen word, -log10, beside what any change costs.
  private(set) var costs: [Float] = []
  private let slots = SlotMemory<Slot>(count: 1 << slotBits)

  /// Nothing is remembered yet.
  init(capacity: Int) { self.capacity = capacity }

  /// A word, 0 where there is none, and where its rivals stand.
  private struct Slot {
    var key: UInt64 = 0
    var start: UInt32 = 0
    var count: UInt32 = 0
    var cost: Float = 0

    var found: (range: Range<Int>, cost: Float) { (Int(start)..<Int(start) + Int(count), cost) }
  }

  /// Where the rivals of `unit` stand, nowhere if nothing else may be meant, and what the channel asks for the word itself.
  /// `forgotten` is called where other rivals may stand in these places from now on.
  mutating func find(
    _ unit: Unit, _ builder: LatticeBuilder, _ sources: LineSources, forgotten: () -> Void
  ) -> (range: Range<Int>, cost: Float) {
    let key = Self.key(unit, builder)
    // Each word has two slots.
    let home = Int(truncatingIfNeeded: key >> UInt64(64 - Self.slotBits))
    if slots[home].key == key { return slots[home].found }
    if slots[home ^ 1].key == key { return slots[home ^ 1].found }
    if words.count > capacity {
      self = SeenRivals(capacity: capacity)
      forgotten()
    }
    let start = words.count
    var cost: Float = 0
    if let list = builder.rivals(of: unit, sources) {
      cost = list.costs[list.identity]
      let others = list.words.indices.filter { $0 != list.identity }
      for place in others.sorted(by: { list.costs[$0] < list.costs[$1] }) {
        words.append(list.words[place])
        costs.append(list.costs[place] - cost)
      }
    }
    let slot = slots[home].key == 0 || slots[home ^ 1].key != 0 ? home : home ^ 1
    slots[slot] = Slot(
      key: key, start: UInt32(clamping: start), count: UInt32(clamping: words.count - start), cost: cost)
    return slots[slot].found
  }

  /// What marks a seen word as itself: all that its candidates depend on.
  private static func key(_ unit: Unit, _ builder: LatticeBuilder) -> UInt64 {
    let context: UInt64 = (unit.isUpperContext ? 2 : 0) | (unit.opensSentence ? 4 : 0) | 1
    var key = UInt64(unit.word) << 16 | UInt64(unit.shape.rawValue) << 8 | context
    for index in unit.range {
      key = (key ^ UInt64(builder.text.scalars[index])) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
    }
    return key
  }
}

/// How much the strongest rival of a word weighs after the word before it: of the pairs of words in a text most were
/// met before. A new pair takes the place of the one that its slot had.
struct StrongestRivals {
  private static let slotBits = 16
  private let slots = SlotMemory<Slot>(count: 1 << slotBits)

  /// A pair, plus one; 0 in an empty slot.
  private struct Slot {
    var key: UInt64
    var weight: Float
  }

  /// What is known of the rivals that begin at `place`, none of which any other word has, behind the word `before`; what
  /// `find` returns where that is not known.
  func find(_ before: WordID, _ place: Int, _ find: () -> Float) -> Float {
    let key = UInt64(truncatingIfNeeded: place) << 16 | UInt64(before)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.slotBits))
    if slots[slot].key != key + 1 { slots[slot] = Slot(key: key + 1, weight: find()) }
    return slots[slot].weight
  }

  /// Forgets all.
  mutating func forget() { self = StrongestRivals() }
}
