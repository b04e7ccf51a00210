import ChannelModel
import NgramModel
import VietText

/// Finds what must stay as it is although it is no word: units of measure, signs, symbols in formulas, abbreviations and
/// single letters in text of which no letters were lost.
struct StandingTokens {
  let scalars: [UInt32]
  let words: WordIndex
  let store: CandidateStore
  private let evidence: [LineEvidence]
  private let parts: Set<WordID>

  /// Words before a letter that names a part; bare `diem` may be any word.
  private static let partNames = ["điểm", "mục", "tiết", "nhóm", "phần"].map {
    $0.unicodeScalars.map(\.value)
  }

  init(_ units: [Unit], _ text: SourceText, _ words: WordIndex, _ store: CandidateStore) {
    scalars = text.scalars
    (self.words, self.store) = (words, store)
    evidence = LineEvidence.around(lines: text.lines.count, units, text.scalars, words)
    parts = Set(Self.partNames.map { words.id($0[...]) }).subtracting([.unknownWord])
  }

  /// Fixes them among `units`, whose lines come from `sources`, and tells likely names. O(units).
  func fix(_ units: inout [Unit], _ sources: LineSources) {
    var start = 0
    while start < units.count {
      var end = start + 1
      while end < units.count, units[end].line == units[start].line { end += 1 }
      fixLine(&units, start..<end, sources.base(units[start]), sources)
      start = end
    }
  }

  private func fixLine(
    _ units: inout [Unit], _ line: Range<Int>, _ profile: SourceProfile, _ sources: LineSources
  ) {
    let kind = profile.kind
    let isSpeckled = sources.isSpeckled(units[line.lowerBound])
    let around = evidence[units[line.lowerBound].line]
    // A few words are too few to know an engine by.
    let mayBeBroken = !kind.keepsLetters && (around.hasBrokenLetters || around.words >= 6)
    let isFormula = Formula.isOne(units[line], scalars)
    let hasSmallWords = line.contains { isSmallWord(units[$0]) }
    if mayBeBroken || isSpeckled { fixHead(&units, line, mayBeBroken ? profile : nil) }
    if mayBeBroken, profile.isEngine, !sources.isForeign(units[line.lowerBound]) {
      mendReading(&units, line, profile)
    }
    for index in line {
      if units[index].kind == .fixed, units[index].rewrite != nil, !units[index].isSureRewrite, around.isRight
      {
        units[index].rewrite = nil
      }
      if !mayBeBroken, isSignOfNumber(units, index, line) || !isSpeckled && isSet(units, index, line) {
        units[index].isProtected = true
      }
      guard units[index].kind == .word else { continue }
      let text = scalars[units[index].range]
      if let mended = CapitalTwins.mended(units[index], text, isRead: isSpeckled || mayBeBroken) {
        (units[index].rewrite, units[index].isSureRewrite) = (string(mended), true)
      }
      units[index].isName = around.isRight && isName(units, index, line, text)
      let stays =
        Measure.isUnit(units, index, line, scalars)
        || (isFormula && Formula.isSymbol(text, units, index, scalars))
        || (!mayBeBroken
          && (isPercentage(units, index, line) || isLetterOfPart(units, index, line, text)
            || standsAlone(units[index], text, around, hasSmallWords)
            || isAbbreviation(units, index, line, text, around)))
      guard stays else { continue }
      units[index].kind = .fixed
      // The currency, where marks were lost: `d/m3`.
      if text.count == 1, text.first == 0x64 { units[index].rewrite = "đ" }
    }
  }

  /// Mends what stands at the head of a line that an engine read: `$6:` before the number of a document, where the channel
  /// of `engine` has it for `Số`, `1,` for the label of an item.
  private func fixHead(_ units: inout [Unit], _ line: Range<Int>, _ engine: SourceProfile?) {
    guard line.count > 2 else { return }
    let (first, second) = (units[line.lowerBound], units[line.lowerBound + 1])
    let head = scalars[first.range]
    if let engine, first.kind == .word, first.gap >= .line,
      second.kind == .code || second.gap == .none && sign(second) == 0x3A, mayBeNumber(first, engine)
    {
      units[line.lowerBound].kind = .fixed
      units[line.lowerBound].word = words.id(Self.number[...])
      let isSmall = head.first == 0x73 && second.kind == .code
      units[line.lowerBound].rewrite = string([isSmall ? 0x73 : 0x53] + Self.number.dropFirst())
    }
    let third = units[line.lowerBound + 2]
    if first.word == .number, first.gap == .paragraph, head.count <= 2, second.gap == .none,
      sign(second) == 0x2C,
      third.kind == .word, third.gap == .blank, VietLetter.isUppercase(scalars[third.range.lowerBound])
    {
      (units[line.lowerBound + 1].rewrite, units[line.lowerBound + 1].isSureRewrite) = (".", true)
    }
  }

  /// `số`, the word before the number of a document.
  private static let number: [UInt32] = [0x73, 0x1ED1]

  /// Whether the word before a number may have been read so.
  private func mayBeNumber(_ unit: Unit, _ engine: SourceProfile) -> Bool {
    let candidates = store.candidates(
      scalars[unit.range], shape: unit.shape, identity: unit.word, profile: engine)
    return candidates.words.contains(words.id(Self.number[...]))
  }

  /// A word with a capital and its marks as they should be, beside another with a capital.
  private func isName(
    _ units: [Unit], _ index: Int, _ line: Range<Int>, _ text: ArraySlice<UInt32>
  ) -> Bool {
    guard units[index].shape == .capitalized, text.contains(where: VietLetter.isMarked) else { return false }
    let isBehind = index > line.lowerBound && units[index].gap == .blank && isCapitalized(units[index - 1])
    let isBefore =
      index + 1 < line.upperBound && units[index + 1].gap == .blank && isCapitalized(units[index + 1])
    return (isBehind || isBefore) && Syllable.isOne(text)
  }

  private func isCapitalized(_ unit: Unit) -> Bool {
    unit.shape == .capitalized && VietLetter.isUppercase(scalars[unit.range.lowerBound])
  }

  /// Whether a mark stands as it is set in right text: right behind a word, before a blank.
  private func isSet(_ units: [Unit], _ index: Int, _ line: Range<Int>) -> Bool {
    let unit = units[index]
    guard unit.kind == .fixed, unit.range.count == 1, unit.gap == .none, index > line.lowerBound,
      index + 1 == line.upperBound || units[index + 1].gap > .none
    else { return false }
    switch scalars[unit.range.lowerBound] {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x22, 0x201D, 0x2019: return true
    default: return false
    }
  }

  /// Whether a sign belongs to the number behind it: `-2`, `~ 95%`, `± 0,5`.
  private func isSignOfNumber(_ units: [Unit], _ index: Int, _ line: Range<Int>) -> Bool {
    let next = index + 1
    guard units[index].kind == .fixed, units[index].range.count == 1, next < line.upperBound,
      ModelTokenizer.isDigit(scalars[units[next].range.lowerBound])
    else { return false }
    switch scalars[units[index].range.lowerBound] {
    case 0x2D, 0x2212: return units[next].gap == .none && units[index].gap > .none
    case 0x7E, 0xB1, 0x3C, 0x3E, 0x2264, 0x2265: return units[index].gap < .line
    default: return false
    }
  }

  /// A letter that names a part of a document: `điểm e khoản 2`, `tiểu mục a`.
  private func isLetterOfPart(
    _ units: [Unit], _ index: Int, _ line: Range<Int>, _ text: ArraySlice<UInt32>
  ) -> Bool {
    guard text.count == 1, let letter = text.first, letter < 0x80, !VietLetter.isUppercase(letter) else {
      return false
    }
    return index > line.lowerBound && units[index].gap == .blank && units[index - 1].kind == .word
      && parts.contains(units[index - 1].word)
  }

  /// A word of small letters, two at least.
  private func isSmallWord(_ unit: Unit) -> Bool {
    let text = scalars[unit.range]
    return text.count >= 2 && VietLetter.isLetter(text[text.startIndex])
      && !VietLetter.isUppercase(text[text.endIndex - 1])
      && text.contains(where: VietLetter.isVowel)
  }

  /// A sign without any letter or digit, or a single letter that can be no word that lost its marks.
  private func standsAlone(
    _ unit: Unit, _ text: ArraySlice<UInt32>, _ around: LineEvidence, _ hasSmallWords: Bool
  ) -> Bool {
    if !text.contains(where: { VietLetter.isLetter($0) || ModelTokenizer.isDigit($0) }) { return true }
    guard text.count == 1, let letter = text.first else { return false }
    if VietLetter.isVowel(letter) {
      return around.isRight && VietLetter.isUppercase(letter) || !hasSmallWords
    }
    // A d may be a đ, where marks are lost.
    return letter | 32 != 0x64 || around.isRight || around.marked >= 0.5 * around.words
  }

  /// `Cl: 1%`, `Cu: 0,2%`: a symbol and its share.
  private func isPercentage(_ units: [Unit], _ index: Int, _ line: Range<Int>) -> Bool {
    let text = scalars[units[index].range]
    guard text.count <= 2, index + 2 < line.upperBound, VietLetter.isUppercase(text[text.startIndex]),
      text.allSatisfy({ $0 < 0x80 }), sign(units[index + 1]) == 0x3A
    else { return false }
    let number = scalars[units[index + 2].range]
    guard number.allSatisfy({ ModelTokenizer.isDigit($0) || $0 == 0x2C || $0 == 0x2E || $0 == 0x25 }) else {
      return false
    }
    return number.last == 0x25 || index + 3 < line.upperBound && sign(units[index + 3]) == 0x25
      || index + 3 < line.upperBound && Measure.isName(scalars[units[index + 3].range])
  }

  /// Consonants only, or capitals that are no syllable, but not among words in capitals; a d may be a đ.
  private func isAbbreviation(
    _ units: [Unit], _ index: Int, _ line: Range<Int>, _ text: ArraySlice<UInt32>, _ around: LineEvidence
  ) -> Bool {
    guard (2...6).contains(text.count), text.allSatisfy(VietLetter.isLetter), !words.isBareSyllable(text)
    else {
      return false
    }
    if text.contains(where: { $0 | 32 == 0x64 }), !around.isRight { return false }
    let isCapitals = text.allSatisfy(VietLetter.isUppercase)
    let hasVowel = text.contains(where: VietLetter.isVowel)
    // `kWh`, `pH`, `Bm`.
    guard isCapitals else { return !hasVowel || isCamel(text) }
    guard text.count <= 5 else { return false }
    let isAfterWord = index > line.lowerBound && units[index].gap == .blank && isCapitalWord(units[index - 1])
    let isBeforeWord =
      index + 1 < line.upperBound && units[index + 1].gap == .blank && isCapitalWord(units[index + 1])
    return !(isAfterWord || isBeforeWord)
  }

  /// A capital behind small letters.
  private func isCamel(_ text: ArraySlice<UInt32>) -> Bool {
    text.count <= 4
      && zip(text, text.dropFirst()).contains {
        !VietLetter.isUppercase($0) && VietLetter.isUppercase($1)
      }
  }

  private func isCapitalWord(_ unit: Unit) -> Bool {
    let text = scalars[unit.range]
    return text.count >= 2 && text.allSatisfy(VietLetter.isUppercase)
  }

  func sign(_ unit: Unit) -> UInt32 { unit.range.count == 1 ? scalars[unit.range.lowerBound] : 0 }
}

/// Units of measure.
enum Measure {
  /// Names that are no Vietnamese words.
  private static let names: Set<UInt64> = Set(
    [
      "m", "km", "cm", "mm", "dm", "kg", "g", "mg", "ml", "kw", "kwh", "kv", "kva", "mw", "hz", "khz", "mhz",
      "w", "v",
      "mmhg", "db", "l", "h", "s", "ha", "ppm", "đ", "d", "vnd", "vnđ", "usd", "kb", "mb", "gb", "tb", "ug",
      "μg", "µg",
      "nm", "kn", "mpa", "kpa", "pa", "cv", "hp", "cc",
    ].compactMap { packed($0.unicodeScalars.map(\.value)[...]) })
  private static let lengths: Set<[UInt32]> = Set(
    ["m", "km", "cm", "mm", "dm", "hm"].map { $0.unicodeScalars.map(\.value) })

  /// By scalar, whether any name has it: most short words have another.
  private static let isUsed: [Bool] = {
    let scalars = names.flatMap { name in stride(from: 0, to: 64, by: 16).map { Int(name >> $0 & 0xFFFF) } }
    var isUsed = [Bool](repeating: false, count: (scalars.max() ?? 0) + 1)
    for scalar in scalars { isUsed[scalar] = scalar > 0 }
    return isUsed
  }()

  /// At most four letters, small ones, as a number; nil where there are more.
  private static func packed(_ text: ArraySlice<UInt32>) -> UInt64? {
    guard text.count <= 4 else { return nil }
    var packed: UInt64 = 0
    for scalar in text {
      guard scalar > 0, scalar < 0x1_0000 else { return nil }
      packed = packed << 16 | UInt64(VietLetter.lowercased(scalar))
    }
    return packed
  }

  /// Whether `text` names a unit: `km`, `m3`, `kWh`.
  static func isName(_ text: ArraySlice<UInt32>) -> Bool {
    if isPower(text) { return true }
    guard text.count <= 4 else { return false }
    let isUsed = self.isUsed
    for scalar in text {
      let small = VietLetter.lowercased(scalar)
      guard small < isUsed.count, isUsed[Int(small)] else { return false }
    }
    return packed(text).map(names.contains) ?? false
  }

  /// A length with 2 or 3 behind it: `m2`, `km2`, `dm3`.
  static func isPower(_ text: ArraySlice<UInt32>) -> Bool {
    guard (2...3).contains(text.count), let last = text.last, last == 0x32 || last == 0x33 || last &- 0xB2 < 2
    else { return false }
    return lengths.contains(Array(text.dropLast()))
  }

  /// Whether the unit at `index` is a measure: a power, or a name behind a number or beside the slash of another.
  static func isUnit(_ units: [Unit], _ index: Int, _ line: Range<Int>, _ scalars: [UInt32]) -> Bool {
    let text = scalars[units[index].range]
    if isPower(text) { return true }
    guard text.count <= 4, isName(text) else { return false }
    // A single d or l may be a word or a misread one; before a slash it is đồng or litre.
    let isBeforeSlash =
      index + 2 < line.upperBound && units[index + 1].gap == .none && units[index + 2].gap == .none
      && scalars[units[index + 1].range] == [0x2F] && isName(scalars[units[index + 2].range])
    let isAfterSlash =
      index > line.lowerBound + 1 && units[index].gap == .none && units[index - 1].gap == .none
      && scalars[units[index - 1].range] == [0x2F] && isName(scalars[units[index - 2].range])
    if isAfterSlash { return true }
    guard index > line.lowerBound, units[index - 1].word == .number || isBeforeSlash else {
      return isBeforeSlash
    }
    return text.count > 1 || isBeforeSlash || text.first == 0x6D || text.first == 0x67
  }
}

/// Equations and what stands in them.
enum Formula {
  /// Whether a line holds an equation: a sign of equality with short symbols or numbers on both sides.
  static func isOne(_ line: ArraySlice<Unit>, _ scalars: [UInt32]) -> Bool {
    for index in line.indices.dropFirst().dropLast()
    where line[index].range.count == 1 && scalars[line[index].range.lowerBound] == 0x3D {
      if isOperand(scalars[line[index - 1].range]), isOperand(scalars[line[index + 1].range]) { return true }
    }
    return false
  }

  /// Whether a short unit of a formula stands beside a sign, a number or another symbol.
  static func isSymbol(_ text: ArraySlice<UInt32>, _ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Bool
  {
    if isOperand(text) { return true }
    // `cosφ`, `sinα`: a letter of another alphabet.
    return text.contains { $0 &- 0x370 < 0x100 } && text.count <= 6
  }

  private static func isOperand(_ text: ArraySlice<UInt32>) -> Bool {
    if text.allSatisfy({ ModelTokenizer.isDigit($0) || $0 == 0x2C || $0 == 0x2E }) { return true }
    let letters = text.filter(VietLetter.isLetter)
    return letters.count <= 2 && text.count <= 4 && letters.allSatisfy { $0 < 0x80 || $0 &- 0x370 < 0x100 }
      && text.contains { VietLetter.isLetter($0) }
  }
}
