import VietText

/// What the words of a line and of those around it say about whether anything was lost in them.
///
/// A word of which letters were lost or misread is the bare form of no syllable; one that lost marks has none. What
/// may stand in right text without being a syllable says nothing: abbreviations, units, names, single letters.
struct LineEvidence {
  /// Words whose letters no syllable has, and all words that could show it.
  var broken: Float = 0
  var words: Float = 0
  /// Words with a mark of Vietnamese.
  var marked: Float = 0

  /// Whether letters were lost or misread around the line: words show it, or few of many words have marks and some of
  /// the others are none, as in the readings of engines without Vietnamese.
  var hasBrokenLetters: Bool {
    if broken >= 1.5, broken >= 0.15 * words { return true }
    return words >= 6 && marked < 0.65 * words && broken >= max(0.6, 0.03 * words)
  }
  /// Whether nothing speaks for any loss: marks stand where they belong, or there are no words at all.
  var isRight: Bool { broken < 1 && (marked >= 0.3 * words || words < 1) }

  static func += (sum: inout LineEvidence, other: LineEvidence) { sum.add(other, 1) }

  private mutating func add(_ other: LineEvidence, _ weight: Float) {
    broken += weight * other.broken
    words += weight * other.words
    marked += weight * other.marked
  }

  /// How many lines before and behind are looked at.
  private static let reach = 3
  /// How many words of the whole text weigh as much as its lines.
  private static let textWords: Float = 10

  /// The evidence around each of `lines` lines. O(units + lines).
  static func around(lines: Int, _ units: [Unit], _ scalars: [UInt32], _ words: WordIndex) -> [LineEvidence] {
    var own = [LineEvidence](repeating: LineEvidence(), count: lines)
    var all = LineEvidence()
    for (index, unit) in units.enumerated() where unit.kind == .word {
      let stands = index > 0 && unit.gap == .blank && units[index - 1].kind == .word
      let goesOn = index + 1 < units.count && units[index + 1].gap == .blank && units[index + 1].kind == .word
      own[unit.line].see(scalars[unit.range], unit, isInside: stands && goesOn, words)
    }
    for line in own { all += line }
    let share = min(1, textWords / max(1, all.words))
    return own.indices.map { line in
      var sum = own[line]
      for near in max(0, line - reach)...min(lines - 1, line + reach) where near != line {
        sum.add(own[near], 0.5)
      }
      sum.add(all, share)
      sum.add(own[line], -share)
      return sum
    }
  }

  /// Takes a word into account; `isInside` where words stand on both sides of it.
  private mutating func see(_ word: ArraySlice<UInt32>, _ unit: Unit, isInside: Bool, _ index: WordIndex) {
    let letters = word.count(where: VietLetter.isLetter)
    guard letters >= 2, !Measure.isName(word) else { return }
    let isCapitals = word.allSatisfy { VietLetter.isUppercase($0) || !VietLetter.isLetter($0) }
    if isCapitals, letters < 5 { return }
    guard letters == word.count else {
      // `m2`, `B12`: a digit at the end is no slip.
      if word.dropLast().allSatisfy(VietLetter.isLetter) { return }
      (words, broken) = (words + 1, broken + 1)
      return
    }
    let isMarked = word.contains(where: VietLetter.isMarked)
    let isSyllable = index.isBareSyllable(word)
    if !isSyllable, !word.contains(where: VietLetter.isVowel) {
      // `kg`, `ths`: as likely a unit or an abbreviation, unless in the midst of words.
      guard isInside || letters > 3 else { return }
      (words, broken) = (words + 1, broken + (letters > 3 ? 1 : 0.5))
      return
    }
    words += 1
    marked += isMarked && isSyllable ? 1 : 0
    // Names of other peoples and words of other languages are no slips by themselves.
    if !isSyllable { broken += unit.shape == .capitalized || unit.word != .unknownWord ? 0.3 : 1 }
  }
}
