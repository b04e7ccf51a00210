import VietText

/// Question marks that a converter left where it had no letter: `tr??ng`.
enum MissingLetters {
  /// How many question marks between letters tell that they stand for letters.
  private static let least = 2

  /// Whether question marks stand for letters in a text. O(n).
  static func areMarked(in scalars: [UInt32]) -> Bool {
    var found = 0
    var start: Int?
    for (index, scalar) in scalars.enumerated() {
      if scalar == 0x3F {
        if start == nil { start = index }
        continue
      }
      if let first = start, first > 0, VietLetter.isLetter(scalars[first - 1]), VietLetter.isLetter(scalar) {
        found += 1
        if found >= least { return true }
      }
      start = nil
    }
    return false
  }

  /// Whether the question mark at the end of `core` is a letter: without it no syllable is left.
  static func ends(_ core: ArraySlice<UInt32>, _ words: WordIndex) -> Bool {
    guard core.last == 0x3F, let letter = core.dropLast().last else { return false }
    return letter == 0x3F || VietLetter.isLetter(letter) && !words.isBareSyllable(core.dropLast())
  }
}
