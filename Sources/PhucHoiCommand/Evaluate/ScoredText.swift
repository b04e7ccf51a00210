import Platform
import VietText

/// A text as the scores see it: what differs only in habit of writing is made the same.
///
/// NFC; one placement of the tone mark (*hòa, ủy*); straight quotes, hyphens, `...`; a blank between *ngày,
/// tháng, năm, số* and digits; no blanks around `-` and `/` in document numbers; `|` is a blank.
struct ScoredText: Sendable {
  /// The scalars.
  let scalars: [UInt32]

  /// Reads `text`. O(n).
  init(_ text: String) {
    let composed = UnicodeNormalizer.nfc(text)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(composed.utf8.count)
    for scalar in composed.unicodeScalars { Self.append(scalar.value, to: &scalars) }
    Self.unifyTones(&scalars)
    self.scalars = Self.joiningCodes(Self.spacingDates(scalars))
  }

  /// What stands between blanks.
  var tokens: [ArraySlice<UInt32>] { scalars.split(whereSeparator: Self.isBlank) }

  private static func append(_ scalar: UInt32, to scalars: inout [UInt32]) {
    switch scalar {
    case 0x7C: scalars.append(0x20)
    case 0x201C, 0x201D: scalars.append(0x22)
    case 0x2018, 0x2019: scalars.append(0x27)
    case 0x2013, 0x2014: scalars.append(0x2D)
    case 0x2026: scalars += [0x2E, 0x2E, 0x2E]
    default: scalars.append(scalar)
    }
  }

  static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || Unicode.Scalar(scalar)?.properties.isWhitespace == true
      || (0x1C...0x1F).contains(scalar)
  }

  private static func isWordPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return VietLetter.isLetter(scalar) || ModelTokenizer.isDigit(scalar) || scalar == 0x5F
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// *oà, oè, uỳ* at the end of a word to *òa, òe, ùy*; not after q.
  private static func unifyTones(_ scalars: inout [UInt32]) {
    for index in scalars.indices.dropLast() {
      let (first, second) = (VietLetter.lowercased(scalars[index]), VietLetter.lowercased(scalars[index + 1]))
      let tone = VietLetter.tone(second)
      guard tone != 0, first == 0x6F || first == 0x75 else { continue }
      let vowel = VietLetter.untoned(second)
      guard first == 0x6F ? vowel == 0x61 || vowel == 0x65 : vowel == 0x79 else { continue }
      if index > 0, VietLetter.lowercased(scalars[index - 1]) == 0x71 { continue }
      if index + 2 < scalars.count, isWordPart(scalars[index + 2]) { continue }
      scalars[index] = VietLetter.withTone(scalars[index], tone)
      scalars[index + 1] = VietLetter.untoned(scalars[index + 1])
    }
  }

  private static let dateWords = ["ngày", "tháng", "năm", "số"].map { $0.unicodeScalars.map(\.value) }

  /// `ngày16` to `ngày 16`.
  private static func spacingDates(_ scalars: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if ModelTokenizer.isDigit(scalar), endsInDateWord(result) { result.append(0x20) }
      result.append(scalars[index])
    }
    return result
  }

  private static func endsInDateWord(_ scalars: [UInt32]) -> Bool {
    dateWords.contains { word in
      guard scalars.count >= word.count else { return false }
      guard scalars.suffix(word.count).map(VietLetter.lowercased) == word else { return false }
      return scalars.count == word.count || !isWordPart(scalars[scalars.count - word.count - 1])
    }
  }

  /// `2605 /QĐ-BGDĐT` to `2605/QĐ-BGDĐT`.
  private static func joiningCodes(_ scalars: [UInt32]) -> [UInt32] {
    func isCapital(_ index: Int) -> Bool {
      index < scalars.count && ((65...90).contains(scalars[index]) || scalars[index] == 0x110)
    }
    func skipBlanks(_ index: Int) -> Int {
      var index = index
      while index < scalars.count, scalars[index] == 0x20 || scalars[index] == 0x09 { index += 1 }
      return index
    }
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if index > 0, isCapital(index - 1) || ModelTokenizer.isDigit(scalars[index - 1]) {
        let joint = skipBlanks(index)
        if joint < scalars.count, scalars[joint] == 0x2D || scalars[joint] == 0x2F {
          let next = skipBlanks(joint + 1)
          if isCapital(next), isCapital(next + 1) {
            result.append(scalars[joint])
            index = next
            continue
          }
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return result
  }
}
