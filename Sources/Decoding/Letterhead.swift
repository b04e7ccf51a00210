import VietText

/// The national title and the motto at the head of a document, however badly an engine read them: their place and shape
/// say what they are.
enum Letterhead {
  /// How many lines from the start of a text, blank ones aside, may hold them.
  private static let reach = 12
  /// The share of its letters that may be read wrongly, and that must be: what is read well needs no such help.
  private static let wrong: (least: Float, most: Float) = (0.1, 0.45)
  /// Longer lines are no heads of documents.
  private static let longestLine = 160

  private struct Phrase {
    let text: String
    let letters: [UInt32]
    let words: [Int]
    let isUpper: Bool

    init(_ text: String, isUpper: Bool) {
      self.text = text
      self.isUpper = isUpper
      let scalars = text.unicodeScalars.map(\.value)
      letters = Letterhead.signs(scalars[...])
      words = scalars.split(separator: 0x20).map(\.count)
    }
  }

  private static let phrases = [
    Phrase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", isUpper: true),
    Phrase("Độc lập - Tự do - Hạnh phúc", isUpper: false),
  ]

  /// The changes that write them, as UTF-8 ranges of `text`. O(length of the first lines).
  static func replacements(in text: SourceText) -> [Replacement] {
    var result: [Replacement] = []
    var seen = 0
    for line in text.lines where seen < reach {
      guard let range = trimmed(text.scalars, line) else { continue }
      seen += 1
      if range.count <= 60,
        let phrase = phrases.first(where: { matches($0, text.scalars[range]) })
      {
        result.append(Replacement(range: text.bytes(range), text: phrase.text))
      } else if let (part, phrase) = tail(text.scalars, range) {
        result.append(Replacement(range: text.bytes(part), text: phrase.text))
      }
    }
    return result
  }

  /// The words at the end of a line that are one of the phrases, where the name of a body stands before them.
  private static func tail(_ scalars: [UInt32], _ line: Range<Int>) -> (part: Range<Int>, phrase: Phrase)? {
    guard line.count <= longestLine else { return nil }
    let starts = line.dropFirst().filter {
      !ModelTokenizer.isBlank(scalars[$0]) && ModelTokenizer.isBlank(scalars[$0 - 1])
    }
    for phrase in phrases {
      let found = starts.suffix(phrase.words.count + 1).filter {
        matches(phrase, scalars[$0..<line.upperBound])
      }
      // The words before may be near enough as well: the fewest wrong letters tell where it begins.
      let best = found.min {
        EditDistance.between(signs(scalars[$0..<line.upperBound]), phrase.letters)
          < EditDistance.between(signs(scalars[$1..<line.upperBound]), phrase.letters)
      }
      if let best { return (best..<line.upperBound, phrase) }
    }
    return nil
  }

  private static func trimmed(_ scalars: [UInt32], _ line: Range<Int>) -> Range<Int>? {
    guard let first = line.first(where: { !ModelTokenizer.isBlank(scalars[$0]) }),
      let last = line.last(where: { !ModelTokenizer.isBlank(scalars[$0]) })
    else { return nil }
    return first..<last + 1
  }

  /// Whether a line has the shape of the phrase, word by word, and most of its letters.
  private static func matches(_ phrase: Phrase, _ line: ArraySlice<UInt32>) -> Bool {
    let words = line.split(whereSeparator: ModelTokenizer.isBlank)
    guard abs(words.count - phrase.words.count) <= 1, line.contains(where: VietLetter.isLetter) else {
      return false
    }
    let capitals = line.count(where: VietLetter.isUppercase)
    let letterCount = line.count(where: VietLetter.isLetter)
    guard phrase.isUpper ? capitals * 3 > letterCount * 2 : capitals * 2 < letterCount else { return false }
    // Right text is no reading of another: most words must be no syllables.
    let names = words.filter { $0.contains(where: VietLetter.isLetter) }
    let right = names.count { Syllable.parse($0.map(VietLetter.lowercased)) != nil }
    guard right * 2 <= names.count else { return false }
    if words.count == phrase.words.count {
      // Words are as long as they should be, within a letter or two.
      guard zip(words, phrase.words).allSatisfy({ abs($0.count - $1) <= 2 }) else { return false }
    }
    let seen = signs(line)
    let share = Float(EditDistance.between(seen, phrase.letters)) / Float(phrase.letters.count)
    guard share >= wrong.least, share <= wrong.most else { return false }
    // Signs beside letters that are right are markup.
    let letters = seen.filter(VietLetter.isLetter)
    return Float(EditDistance.between(letters, phrase.letters)) >= wrong.least * Float(phrase.letters.count)
  }

  /// What may be a letter, bare and small: dashes and ruled lines are none.
  private static func signs(_ text: ArraySlice<UInt32>) -> [UInt32] {
    text.filter { !ModelTokenizer.isBlank($0) && !isStroke($0) }.map {
      VietLetter.lowercased(VietLetter.bare($0))
    }
  }

  private static func isStroke(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x5F || scalar == 0x2E || scalar == 0x7E || scalar == 0x3D
      || scalar &- 0x2010 < 6
      || scalar &- 0x2500 < 0x80
  }
}
