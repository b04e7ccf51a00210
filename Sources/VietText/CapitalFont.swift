/// Restores the capitals of TCVN3 text.
///
/// TCVN3 has no codes for capitals with a tone: its fonts come in pairs, and the capital font (.VnTimeH) shows
/// the codes of small letters as capitals. Taken out of its font, a heading is all small letters.
struct CapitalFont {
  /// What a line of the text says about capitals.
  struct Cue {
    var isConverted = false
    var isBlank = true
    /// Has letters, none of them a capital.
    var isLower = false
    /// Begins like a heading, or holds names that ordinary lines write with capitals.
    var isHeading = false
    /// Is a heading wherever it stands.
    var isCertain = false
    /// Begins like the subject of a document, or like a list item.
    var isSubject = false
    /// Names a type of document, after which a subject in small letters may follow.
    var isType = false
    /// May be a heading as far as its length and its end go.
    var isShort = false
    /// How many blank-delimited words.
    var words = 0
    /// Ends a sentence or a list item, or is the line of place and date.
    var endsSentence = false
    var becomesUpper = false
  }

  private var cues: [Cue] = []

  /// Reads the cues of all lines; `isTCVN3` says that the whole input was TCVN3 bytes.
  init(
    _ lines: [LineProfile], _ schemes: [LegacyScheme?], _ bytes: UnsafeBufferPointer<UInt8>, isTCVN3: Bool
  ) {
    var line = WorkingLine()
    cues.reserveCapacity(lines.count)
    for (index, profile) in lines.enumerated() {
      line.load(bytes, profile)
      if schemes[index] == .tcvn3 { line.convert(.tcvn3, isMixed: profile.isMixed) }
      var cue = HeadingCues.cue(of: line)
      // A line of plain letters among TCVN3 lines is TCVN3 as well.
      let isPlain = profile.western + profile.unicode == 0 && schemes[index] == nil
      let around = max(0, index - 3)..<min(schemes.count, index + 4)
      cue.isConverted =
        isTCVN3 || schemes[index] == .tcvn3 || (isPlain && schemes[around].contains(.tcvn3))
      cues.append(cue)
    }
    for index in cues.indices { cues[index].becomesUpper = isUpper(index) }
  }

  /// Whether line `index` may need capitals.
  func concerns(_ index: Int) -> Bool { cues[index].isConverted && !cues[index].isBlank }

  /// Puts the capitals back into the converted line `index`.
  func restore(_ line: inout WorkingLine, _ index: Int) {
    if cues[index].becomesUpper {
      for place in line.pieces.indices {
        line.replace(place, with: VietLetter.uppercased(line.pieces[place].scalar), cause: .capital)
      }
    } else {
      let continues =
        index > 0 && !cues[index - 1].isBlank && !cues[index - 1].endsSentence
        && !cues[index - 1].becomesUpper
      SentenceCapitals.restore(&line, continuesSentence: continues)
    }
  }

  private func isUpper(_ index: Int) -> Bool {
    let cue = cues[index]
    guard cue.isConverted, cue.isLower else { return false }
    if cue.isCertain { return true }
    guard let before = cues[..<index].suffix(4).lastIndex(where: { !$0.isBlank }) else {
      // A line that is all of the text is a sentence as well as a heading.
      return cue.isHeading || (cue.isShort && cues[(index + 1)...].contains { !$0.isBlank })
    }
    let previous = cues[before]
    if previous.becomesUpper {
      // The subject under the type of a document is in small letters.
      return cue.isHeading || (!previous.isType && !cue.isSubject && cue.words <= 16 && !cue.endsSentence)
    }
    if !previous.endsSentence, previous.words >= 5 { return false }
    return cue.isHeading || (cue.isShort && !previous.isLower)
  }
}

/// Puts single capitals back: at the head of sentences, in `Ủy ban`, in words set in capitals.
enum SentenceCapitals {
  static func restore(_ line: inout WorkingLine, continuesSentence: Bool) {
    restoreRuns(&line)
    var startsSentence = !continuesSentence
    var previous = ""
    forEachWord(in: line) { word in
      let text = lowerText(line, word)
      let first = line.pieces[word.lowerBound].scalar
      let next = following(line, word.upperBound)
      if isUnwritable(first), startsSentence || isName(text, after: previous, next: next) {
        line.replace(word.lowerBound, with: VietLetter.uppercased(first), cause: .capital)
      }
      previous = text
      startsSentence =
        endsSentence(line, after: word.upperBound)
        || (startsSentence && word.count <= 2 && isLabel(line, word))
    }
  }

  /// Whether TCVN3 has no code for the capital of `scalar`: every vowel with a tone.
  static func isUnwritable(_ scalar: UInt32) -> Bool {
    VietLetter.tone(scalar) != 0 && !VietLetter.isUppercase(scalar)
  }

  private static func isName(
    _ word: String, after previous: String, next: (text: String, isFollowedByCapital: Bool)
  ) -> Bool {
    switch word {
    case "ủy", "uỷ": next.text == "ban" || (next.text == "viên" && next.isFollowedByCapital)
    case "ấn": next.text == "độ"
    case "á", "âu", "úc", "ý": previous == "châu"
    case "ánh", "út", "ái", "ất", "yến": previous == "thị" || previous == "văn"
    default: false
    }
  }

  /// A list label before the sentence: `a)`, `2.`, `-`.
  private static func isLabel(_ line: WorkingLine, _ word: Range<Int>) -> Bool {
    word.upperBound < line.pieces.count && line.pieces[word.upperBound].scalar == 0x29
  }

  private static func endsSentence(_ line: WorkingLine, after index: Int) -> Bool {
    guard index + 1 < line.pieces.count else { return false }
    let mark = line.pieces[index].scalar
    return (mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x3A)
      && line.pieces[index + 1].scalar <= 0x20
  }

  /// The lower-case text of the word after `index`, and whether a capital stands behind that.
  private static func following(
    _ line: WorkingLine, _ index: Int
  ) -> (text: String, isFollowedByCapital: Bool) {
    guard index < line.pieces.count, line.pieces[index].scalar <= 0x20 else { return ("", false) }
    var end = index + 1
    while end < line.pieces.count, VietLetter.isLetter(line.pieces[end].scalar) { end += 1 }
    let next = end + 1 < line.pieces.count ? line.pieces[end + 1].scalar : 0x20
    return (lowerText(line, index + 1..<end), VietLetter.isUppercase(next))
  }

  /// Words set in the capital font inside a line: `giống CÂY trồng`.
  ///
  /// A word that TCVN3 can write in capitals stands in capitals; its neighbours that hold a toned vowel were
  /// set like it.
  private static func restoreRuns(_ line: inout WorkingLine) {
    var words: [Range<Int>] = []
    forEachWord(in: line) { words.append($0) }
    var index = 0
    while index < words.count {
      var (end, hasCapitals) = (index, false)
      while end < words.count {
        let kind = kind(line, words[end])
        guard kind != .ordinary else { break }
        hasCapitals = hasCapitals || kind == .capitals
        end += 1
      }
      if hasCapitals {
        for word in words[index..<end] where kind(line, word) == .unwritable {
          for place in word {
            line.replace(place, with: VietLetter.uppercased(line.pieces[place].scalar), cause: .capital)
          }
        }
      }
      index = max(end, index + 1)
    }
  }

  /// Whether a line holds nothing but words in capitals and words that TCVN3 cannot write in capitals.
  static func isSetInCapitals(_ line: WorkingLine) -> Bool {
    var (capitals, unwritable, ordinary) = (0, 0, 0)
    forEachWord(in: line) { word in
      switch kind(line, word) {
      case .capitals: capitals += 1
      case .unwritable: unwritable += 1
      case .ordinary: ordinary += 1
      case .neutral: break
      }
    }
    return capitals > 0 && unwritable > 0 && ordinary == 0
  }

  private enum Kind {
    case ordinary
    /// An abbreviation or a roman numeral.
    case neutral
    case capitals
    case unwritable
  }

  private static func kind(_ line: WorkingLine, _ word: Range<Int>) -> Kind {
    let scalars = line.scalars(word)
    if scalars.allSatisfy(VietLetter.isUppercase) {
      let isSyllable = Syllable.parse(scalars.map(VietLetter.lowercased)) != nil
      let isWord = isSyllable && (scalars.count >= 3 || scalars.contains(where: VietLetter.isMarked))
      return isWord ? .capitals : .neutral
    }
    let isLower = scalars.allSatisfy { !VietLetter.isUppercase($0) }
    return isLower && scalars.contains(where: isUnwritable) ? .unwritable : .ordinary
  }

  private static func forEachWord(in line: WorkingLine, _ body: (Range<Int>) -> Void) {
    var index = 0
    while index < line.pieces.count {
      var end = index
      while end < line.pieces.count, VietLetter.isLetter(line.pieces[end].scalar) { end += 1 }
      if end > index { body(index..<end) }
      index = max(end, index + 1)
    }
  }

  private static func lowerText(_ line: WorkingLine, _ word: Range<Int>) -> String {
    var text: [UInt8] = []
    for piece in line.pieces[word] { UTF8Bytes.append(VietLetter.lowercased(piece.scalar), to: &text) }
    return String(decoding: text, as: UTF8.self)
  }
}
