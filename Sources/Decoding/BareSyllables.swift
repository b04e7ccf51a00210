import VietText

/// The bare forms of syllables, each packed into a number.
struct BareSyllables: Sendable {
  /// Letters that a number holds; no syllable has more.
  private static let longest = 12
  private var forms: Set<UInt64> = []

  /// None.
  init() {}

  /// Those of `syllables`; what is no run of Latin letters but for its marks is left out.
  init(_ syllables: some Sequence<String>) {
    for syllable in syllables {
      if let form = Self.packed(syllable.unicodeScalars.lazy.map(\.value)) { forms.insert(form) }
    }
  }

  /// Whether `scalars` are the bare form of one, case and marks aside.
  func contains(_ scalars: ArraySlice<UInt32>) -> Bool {
    scalars.count <= Self.longest && Self.packed(scalars).map(forms.contains) ?? false
  }

  /// Five bits for each bare small letter, where all are Latin.
  private static func packed(_ scalars: some Sequence<UInt32>) -> UInt64? {
    var (packed, count) = (UInt64(0), 0)
    for scalar in scalars {
      let letter = VietLetter.lowercased(VietLetter.bare(scalar)) &- 0x60
      count += 1
      guard letter &- 1 < 26, count <= longest else { return nil }
      packed = packed << 5 | UInt64(letter)
    }
    return packed
  }
}
