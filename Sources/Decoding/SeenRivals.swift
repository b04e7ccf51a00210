import CMachine
import NgramModel

/// The rivals of known words as they were seen, the cheapest first, remembered in slots that the words choose.
///
/// In lines of clean text with its marks, which none of another language are, the answer depends on the word, its letters
/// and its case alone, so remembering changes nothing but speed.
final class SeenRivals {
  private static let slotBits = 15
  /// Rivals for some ten thousand words.
  static let standardCapacity = 1 << 20
  /// How many rivals are remembered; then all are forgotten.
  private let capacity: Int

  /// The words.
  let words = GrowingBuffer<WordID>()
  /// What each costs more than the seen word, -log10, beside what any change costs.
  let costs = GrowingBuffer<Float>()
  private var slots = SlotMemory<Slot>(count: 1 << slotBits)

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

  /// Fetches the slots of a key.
  func fetch(_ key: UInt64) { slots.fetch(Self.home(key)) }

  /// Where the rivals of the unit with this key stand if they are remembered; fetches the first of them.
  func known(_ key: UInt64) -> Range<Int>? {
    let home = Self.home(key)
    let slot = slots[home].key == key ? slots[home] : slots[home ^ 1]
    guard slot.key == key else { return nil }
    let range = slot.found.range
    cmachine_fetch(words.base + range.lowerBound)
    cmachine_fetch(costs.base + range.lowerBound)
    return range
  }

  /// The rivals that stand at `range`.
  subscript(_ range: Range<Int>) -> UnsafeBufferPointer<WordID> {
    UnsafeBufferPointer(start: words.base + range.lowerBound, count: range.count)
  }

  private static func home(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> UInt64(64 - slotBits)) }

  /// Where the rivals of `unit`, whose key it is, stand, nowhere if nothing else may be meant, and what the channel asks for the word itself.
  /// `forgotten` is called where other rivals may stand in these places from now on.
  func find(
    _ unit: Unit, _ key: UInt64, _ builder: LatticeBuilder, _ sources: LineSources, forgotten: () -> Void
  ) -> (range: Range<Int>, cost: Float) {
    // Each word has two slots.
    let home = Self.home(key)
    if slots[home].key == key { return slots[home].found }
    if slots[home ^ 1].key == key { return slots[home ^ 1].found }
    if words.count > capacity {
      words.removeAll()
      costs.removeAll()
      slots = SlotMemory(count: 1 << Self.slotBits)
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
  static func key(_ unit: Unit, _ builder: LatticeBuilder) -> UInt64 {
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
    let key = Self.key(before, place)
    let slot = Self.slot(key)
    if slots[slot].key != key { slots[slot] = Slot(key: key, weight: find()) }
    return slots[slot].weight
  }

  /// Fetches what is known.
  func fetch(_ before: WordID, _ place: Int) { slots.fetch(Self.slot(Self.key(before, place))) }

  /// Whether anything is known.
  func knows(_ before: WordID, _ place: Int) -> Bool {
    let key = Self.key(before, place)
    return slots[Self.slot(key)].key == key
  }

  private static func key(_ before: WordID, _ place: Int) -> UInt64 {
    (UInt64(truncatingIfNeeded: place) << 16 | UInt64(before)) + 1
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
  }

  /// Forgets all.
  mutating func forget() { self = StrongestRivals() }
}
