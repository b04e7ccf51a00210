import Lexicon
import NgramModel
import VietText

/// The decoder's way into the vocabulary: from seen scalars to word ids, and the words that stay as they are.
struct WordIndex: Sendable {
  let vocabulary: Vocabulary
  let abbreviations: AbbreviationTable
  /// The bare forms of all syllables.
  let bareSyllables: BareSyllables
  private let marks: [UInt32: WordID]

  init(
    vocabulary: Vocabulary, abbreviations: AbbreviationTable, bareSyllables: BareSyllables = BareSyllables()
  ) {
    self.vocabulary = vocabulary
    self.abbreviations = abbreviations
    self.bareSyllables = bareSyllables
    var marks: [UInt32: WordID] = [:]
    for value in Array(UInt32(0x21)..<0x7F) + [0x2026, 0x2022, 0xB0, 0xA7] where !VietLetter.isLetter(value) {
      let id = vocabulary.id(of: string([value]))
      if id != .unknownWord { marks[value] = id }
    }
    marks[0x2026] = vocabulary.id(of: "...")
    self.marks = marks
  }

  /// The lower-case scalars of a word.
  func spelling(_ id: WordID) -> [UInt32] { vocabulary.word(of: id).unicodeScalars.map(\.value) }

  /// The id of the word as it stands, case and tone placement aside.
  func id(_ scalars: ArraySlice<UInt32>) -> WordID {
    let longest = 32
    guard scalars.count <= longest else { return .unknownWord }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longest) { word in
      var count = 0
      for scalar in scalars {
        word[count] = VietLetter.lowercased(scalar)
        count += 1
      }
      TonePlacement.older.apply(to: UnsafeMutableBufferPointer(rebasing: word[..<count]))
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * longest) { bytes in
        var length = 0
        for index in 0..<count { length += Self.write(word[index], to: bytes, at: length) }
        return vocabulary.id(ofUTF8: UnsafeBufferPointer(rebasing: bytes[..<length]))
      }
    }
  }

  /// Writes the UTF-8 of `scalar` at `place` and returns its length; what is no scalar is left out.
  private static func write(_ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int)
    -> Int
  {
    guard scalar >= 0x80 else {
      bytes[place] = UInt8(scalar)
      return 1
    }
    guard let scalar = Unicode.Scalar(scalar) else { return 0 }
    var length = 0
    for byte in UTF8.encode(scalar).unsafelyUnwrapped {
      bytes[place + length] = byte
      length += 1
    }
    return length
  }

  /// Whether `scalars` are a syllable but for its marks: most abbreviations (`UBND`, `XIII`) are none.
  func isBareSyllable(_ scalars: ArraySlice<UInt32>) -> Bool {
    bareSyllables.contains(scalars)
  }

  /// Lower case, older tone placement: the spelling inside the models.
  func normalized(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    var word = scalars.map(VietLetter.lowercased)
    TonePlacement.older.apply(to: &word)
    return word
  }

  /// The id of a punctuation mark; quotes and dashes of every kind count as one.
  func markID(_ scalar: UInt32) -> WordID {
    let folded: UInt32 =
      switch scalar {
      case 0x201C, 0x201D, 0xAB, 0xBB: 0x22
      case 0x2018, 0x2019: 0x27
      case 0x2013, 0x2014: 0x2D
      default: scalar
      }
    return marks[folded] ?? .unknownWord
  }

  /// What a fixed word is and how it should be written, or nil when the decoder may change it.
  func fixedWord(
    _ core: ArraySlice<UInt32>, next: UInt32?, context: UnitSplitter.ChunkContext
  ) -> (word: WordID, rewrite: String?, isSure: Bool)? {
    if let number = Self.numberID(core) {
      let label = next == 0x2E || next == 0x29 || next == 0x25
      return !label && Self.mayBeWord(core) ? nil : (number, nil, false)
    }
    if let roman = Self.brokenRoman(core, next: next, context: context) {
      return (id(ArraySlice(roman)), string(roman), Self.isJoinedRoman(core))
    }
    let isLabelMark = next == 0x29 || next == 0x2E
    if core.count == 1, isLabelMark, context.isFirst || next == 0x29, let only = core.first,
      VietLetter.isLetter(only)
    {
      return (id(core), nil, false)
    }
    if Self.isRoman(core), !context.isUpperLine || isLabelMark || next == 0x2D || core.count > 1 {
      return (id(core), nil, false)
    }
    guard core.count >= 2 || next == 0x2E, Self.isCapitals(core) else { return nil }
    let isSyllable = id(core) != .unknownWord && VietLetter.isVowel(core.last ?? 0)
    let mayBeHeading = context.isUpperLine && (next != 0x2E || isSyllable)
    guard let proper = abbreviations.proper(core) else { return nil }
    // Among capitals only what can be no word, however badly read, is known for one that lost the stroke of its Đ.
    if mayBeHeading, proper == Array(core) || core.contains(where: VietLetter.isVowel) { return nil }
    return (
      vocabulary.id(of: string(normalized(ArraySlice(proper)))), proper == Array(core) ? nil : string(proper),
      false
    )
  }

  /// The class of a number or date in digits, or nil.
  static func numberID(_ core: ArraySlice<UInt32>) -> WordID? {
    var (digits, slashes) = (0, 0)
    for scalar in core {
      switch scalar {
      case 48...57: digits += 1
      case 0x2F, 0x2D: slashes += 1
      case 0x2E, 0x2C, 0x3A, 0x25, 0x2013, 0x2B: break
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return slashes > 0 && digits >= 2 ? .date : .number
  }

  /// One or two digits that engines read for a short word (`6` for ở, `13` for rõ).
  static func mayBeWord(_ core: ArraySlice<UInt32>) -> Bool {
    core.count <= 2 && core.allSatisfy { ModelTokenizer.isDigit($0) && $0 != 0x37 && $0 != 0x32 }
  }

  /// The numeral behind `Ill.`, `I11.`, `HI-` at the head of a line, or nil.
  static func brokenRoman(
    _ core: ArraySlice<UInt32>, next: UInt32?, context: UnitSplitter.ChunkContext
  ) -> [UInt32]? {
    let isLabel = context.isFirst && (next == 0x2E || next == 0x2D)
    guard isLabel || isJoinedRoman(core) && core.count > 2, (2...6).contains(core.count), !isRoman(core)
    else {
      return nil
    }
    guard core.contains(where: { VietLetter.isUppercase($0) }), core != [0x54, 0x4C] else { return nil }
    var out: [UInt32] = []
    for scalar in core {
      switch scalar {
      case 0x49, 0x6C, 0x31, 0x69, 0x7C, 0x21, 0x4C, 0x54: out.append(0x49)
      case 0x48: out += [0x49, 0x49]
      case 0x56, 0x58: out.append(scalar)
      default: return nil
      }
    }
    // `XIHI` has one stroke too many.
    if out.suffix(4) == [0x49, 0x49, 0x49, 0x49] { out.removeLast() }
    return romanNumerals.contains(out) ? out : nil
  }

  /// Whether a numeral has two strokes read as H and nothing else wrong: `HI`, `XIH`, `VHI`.
  private static func isJoinedRoman(_ core: ArraySlice<UInt32>) -> Bool {
    core.contains(0x49) && core.count { $0 == 0x48 } == 1
      && core.allSatisfy { $0 == 0x48 || $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
  }

  /// A roman numeral below forty, in capitals.
  static func isRoman(_ core: ArraySlice<UInt32>) -> Bool {
    guard core.count <= 7, let first = core.first, first == 0x49 || first == 0x56 || first == 0x58 else {
      return false
    }
    return romanNumerals.contains { $0.elementsEqual(core) }
  }

  /// The numerals from one to thirty-nine.
  static let romanNumerals: [[UInt32]] = {
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    let all = ["", "X", "XX", "XXX"].flatMap { ten in units.map { ten + $0 } }
    return all.filter { !$0.isEmpty }.map { $0.unicodeScalars.map(\.value) }
  }()

  private static func isCapitals(_ core: ArraySlice<UInt32>) -> Bool {
    var upper = 0
    for scalar in core {
      if VietLetter.isUppercase(scalar) {
        upper += 1
      } else if scalar != 0x26 && !VietLetter.isLetter(scalar) {
        return false
      }
    }
    return upper * 2 > core.count
  }
}
