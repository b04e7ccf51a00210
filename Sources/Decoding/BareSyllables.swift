import VietText

/// The bare forms of syllables, each packed into a number.
struct BareSyllables: Sendable {
  /// Letters that a number holds; no syllable has more.
  private static let longest = 12
  /// The forms in an open table, at most half full; 0 in free slots.
  private var slots: [UInt64] = []

  /// None.
  init() {}

  /// Those of `syllables`; what is no run of Latin letters but for its marks is left out.
  init(_ syllables: [String]) {
    var forms: [UInt64] = []
    forms.reserveCapacity(syllables.count)
    for syllable in syllables {
      var packing = Packing()
      for scalar in syllable.unicodeScalars { packing.add(scalar.value) }
      if let form = packing.form { forms.append(form) }
    }
    var size = 16
    while size < 2 * forms.count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for form in forms { slots[slot(form)] = form }
  }

  /// Whether `scalars` are the bare form of one, case and marks aside.
  func contains(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard !slots.isEmpty, let form = Self.packed(scalars) else { return false }
    return slots[slot(form)] == form && form != 0
  }

  /// Where `form` stands, or the free slot that it would take.
  private func slot(_ form: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (form &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[slot] != form, slots[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private static func packed(_ scalars: ArraySlice<UInt32>) -> UInt64? {
    var packing = Packing()
    for scalar in scalars { packing.add(scalar) }
    return packing.form
  }

  /// Five bits for each bare small letter, where all are Latin.
  private struct Packing {
    private var packed: UInt64 = 0
    private var count = 0
    private var isWord = true

    var form: UInt64? { isWord ? packed : nil }

    @inline(__always)
    mutating func add(_ scalar: UInt32) {
      let letter = VietLetter.lowercased(VietLetter.bare(scalar)) &- 0x60
      count += 1
      guard letter &- 1 < 26, count <= longest else { return isWord = false }
      packed = packed << 5 | UInt64(letter)
    }
  }
}
