/// What a token is to the language model.
public enum ModelTokenKind: UInt8, Sendable, Equatable {
  /// Letters only: a syllable, an abbreviation, a foreign word.
  case word
  /// A number, with inner separators: `12`, `3.500,5`.
  case number
  /// A date written with digits: `05/9/2023`, `01-10-1997`.
  case date
  /// Letters with digits, slashes or hyphens: `353-KH/BTGTW`, `30/2020/NĐ-CP`.
  case code
  /// One punctuation mark or symbol.
  case punctuation
}

/// A token of a line: its kind and its half-open range of scalar indices.
public struct ModelToken: Sendable, Equatable {
  /// What the token is to the language model.
  public var kind: ModelTokenKind
  /// First scalar index.
  public var start: Int
  /// One past the last scalar index.
  public var end: Int

  /// Makes a token from its parts.
  public init(kind: ModelTokenKind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}

/// Splits correct text into the units that the language model counts and scores.
///
/// The trainer and the decoder must agree on these units, so both use this type. Input is one line as NFC
/// scalars; the cost is linear and nothing is allocated but the result.
public enum ModelTokenizer {
  /// The tokens of `scalars`, in order, appended to `tokens`.
  public static func tokenize(_ scalars: UnsafeBufferPointer<UInt32>, into tokens: inout [ModelToken]) {
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isBlank(scalar) {
        index += 1
      } else if isWordPart(scalar) {
        let end = endOfWord(scalars, from: index)
        tokens.append(ModelToken(kind: kind(of: scalars, index, end), start: index, end: end))
        index = end
      } else {
        tokens.append(ModelToken(kind: .punctuation, start: index, end: index + 1))
        index += 1
      }
    }
  }

  /// Whether `scalar` separates tokens.
  @inlinable
  public static func isBlank(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || scalar == 0xFEFF || scalar &- 0x2000 < 0x10
      || scalar == 0x2028 || scalar == 0x2029
  }

  /// Whether `scalar` is an ASCII digit.
  @inlinable
  public static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 48 < 10 }

  @inlinable
  static func isWordPart(_ scalar: UInt32) -> Bool { isDigit(scalar) || VietLetter.isLetter(scalar) }

  /// The end of the token that starts at `start`: letters and digits, with `-`, `/`, `.`, `,` kept inside
  /// where they join parts of a number or of a document number, not where they join two words.
  private static func endOfWord(_ scalars: UnsafeBufferPointer<UInt32>, from start: Int) -> Int {
    var end = start
    var sawDigit = false
    while end < scalars.count {
      let scalar = scalars[end]
      if isWordPart(scalar) {
        sawDigit = sawDigit || isDigit(scalar)
        end += 1
      } else if joins(scalars, at: end, sawDigit: sawDigit) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private static func joins(_ scalars: UnsafeBufferPointer<UInt32>, at index: Int, sawDigit: Bool) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    let (before, mark, after) = (scalars[index - 1], scalars[index], scalars[index + 1])
    guard isWordPart(before), isWordPart(after) else { return false }
    switch mark {
    case 0x2E, 0x2C, 0x3A: return isDigit(before) && isDigit(after)
    case 0x2D, 0x2F:
      return sawDigit || isDigit(after) || (isCodeLetter(before) && isCodeLetter(after))
    default: return false
    }
  }

  /// Upper-case letters join over a hyphen or a slash (`KH-UBND`, `QĐ/TW`); lower-case words do not.
  private static func isCodeLetter(_ scalar: UInt32) -> Bool { VietLetter.isUppercase(scalar) }

  private static func kind(of scalars: UnsafeBufferPointer<UInt32>, _ start: Int, _ end: Int)
    -> ModelTokenKind
  {
    var (digits, letters, slashes, hyphens, others) = (0, 0, 0, 0, 0)
    for index in start..<end {
      switch scalars[index] {
      case 48...57: digits += 1
      case 0x2F: slashes += 1
      case 0x2D: hyphens += 1
      case 0x2E, 0x2C, 0x3A: others += 1
      default: letters += 1
      }
    }
    if letters > 0 { return digits + slashes + hyphens > 0 ? .code : .word }
    let separators = max(slashes, hyphens)
    if separators > 0, min(slashes, hyphens) == 0, others == 0, digits >= 2 { return .date }
    return .number
  }
}
