import VietText

/// Tells Vietnamese from other languages.
enum LanguageCheck {
  /// Fewer words than this tell nothing.
  private static let leastWords = 40
  /// Share of Vietnamese syllables below which a text is in another language.
  private static let leastShare = 0.3

  /// How many words from the start are looked at.
  private static let mostWords = 2000

  /// Whether `text` is Vietnamese, or too short to tell. O(n).
  static func isVietnamese(_ text: String) -> Bool {
    var (words, syllables, seen) = (0, 0, 0)
    var word: [UInt32] = []
    var isWord = true
    func count() {
      if isWord, word.count > 1 {
        words += 1
        if word.count <= Syllable.longest, Syllable.parse(word, anyTonePlace: true) != nil { syllables += 1 }
      }
      if !word.isEmpty || !isWord { seen += 1 }
      word.removeAll(keepingCapacity: true)
      isWord = true
    }
    for scalar in text.unicodeScalars {
      if ModelTokenizer.isBlank(scalar.value) || scalar.value < 0x20 {
        count()
        if seen == mostWords { break }
      } else if !VietLetter.isLetter(scalar.value) {
        isWord = false
      } else if isWord {
        word.append(scalar.value)
      }
    }
    count()
    return words < leastWords || Double(syllables) >= leastShare * Double(words)
  }
}
