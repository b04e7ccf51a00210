import VietText

/// Words in which engines took small letters for the capitals that differ by height alone: `sỐ`, `cƠ quan`, `BỘ Tài chính`.
enum CapitalTwins {
  /// `word` with small letters behind its first, where all of them are capitals that look like small letters; nil where it
  /// stays. `isRead`: whether an engine's slips stand around it, so that words in capitals alone may be some as well.
  /// O(length).
  static func mended(_ unit: Unit, _ word: ArraySlice<UInt32>, isRead: Bool) -> [UInt32]? {
    guard let first = word.first, word.count > 1, word.count <= Syllable.longest, !unit.isUpperContext,
      unit.word != .unknownWord, word.dropFirst().allSatisfy(isTwin),
      word.contains(where: VietLetter.isMarked)
    else { return nil }
    guard VietLetter.isUppercase(first) else { return VietLetter.isLetter(first) ? lowered(word) : nil }
    guard isRead else { return nil }
    // Whether the first letter is a capital cannot be seen of a twin either.
    let opens = unit.opensSentence || unit.gap >= .line || !VietLetter.hasSmallTwin(VietLetter.bare(first))
    return opens ? [first] + lowered(word.dropFirst()) : lowered(word)
  }

  private static func isTwin(_ scalar: UInt32) -> Bool {
    VietLetter.isUppercase(scalar) && VietLetter.hasSmallTwin(VietLetter.bare(scalar))
  }

  private static func lowered(_ word: ArraySlice<UInt32>) -> [UInt32] { word.map(VietLetter.lowercased) }
}
