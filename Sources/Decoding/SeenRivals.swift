import NgramModel

/// The rivals of known words as they were seen, the cheapest first, remembered in slots that the words choose.
///
/// In lines of clean text with its marks, which none of another language are, the answer depends on the word, its letters
/// and its case alone, so remembering changes nothing but speed.
struct SeenRivals {
  private static let slotBits = 14
  /// How many rivals are remembered; then all are forgotten.
  private static let capacity = 1 << 20

  /// The words.
  private(set) var words: [WordID] = []
  /// What each costs more than the seen word, -log10, beside what any change costs.
  private(set) var costs: [Float] = []
  private var slots = [Slot](repeating: Slot(key: 0, range: 0..<0, cost: 0), count: 1 << slotBits)

  private struct Slot {
    var key: UInt64
    var range: Range<Int>
    var cost: Float
  }

  /// Where the rivals of `unit` stand, nowhere if nothing else may be meant, and what the channel asks for the word itself.
  mutating func find(
    _ unit: Unit, _ builder: LatticeBuilder, _ sources: LineSources
  ) -> (range: Range<Int>, cost: Float) {
    let key = Self.key(unit, builder)
    let slot = Int(truncatingIfNeeded: key >> UInt64(64 - Self.slotBits))
    if slots[slot].key == key { return (slots[slot].range, slots[slot].cost) }
    if words.count > Self.capacity { self = SeenRivals() }
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
    slots[slot] = Slot(key: key, range: start..<words.count, cost: cost)
    return (slots[slot].range, cost)
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
