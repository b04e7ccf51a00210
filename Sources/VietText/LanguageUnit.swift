/// What the language model counts and scores in place of a token: a normalised word or the name of a class.
///
/// The trainer and the decoder must agree on it to the letter, so both call this type.
public enum LanguageUnit: Sendable, Equatable {
  /// A word or mark whose normalised UTF-8 was written to the buffer.
  case word
  /// Any number.
  case number
  /// Any date in digits.
  case date
  /// Any code or document number.
  case code
  /// A symbol that is no word to the model.
  case unknown

  /// Longer words are unknown to the model; no syllable, abbreviation or common name comes near.
  public static let maximumLength = 48

  /// The unit of `token` in the NFC line `scalars`; for `.word`, `bytes` becomes its normalised UTF-8.
  ///
  /// Words are lower-cased and take the older tone placement; quotation marks, dashes and the ellipsis are
  /// folded to their typewriter forms. O(length); allocates only when `bytes` must grow.
  public static func of(
    _ token: ModelToken, in scalars: UnsafeBufferPointer<UInt32>, into bytes: inout [UInt8]
  ) -> LanguageUnit {
    bytes.removeAll(keepingCapacity: true)
    switch token.kind {
    case .number: return .number
    case .date: return .date
    case .code: return .code
    case .punctuation: return mark(scalars[token.start], into: &bytes)
    case .word: return word(scalars, token.start, token.end, into: &bytes)
    }
  }

  private static func word(
    _ scalars: UnsafeBufferPointer<UInt32>, _ start: Int, _ end: Int, into bytes: inout [UInt8]
  ) -> LanguageUnit {
    guard end - start <= maximumLength else { return .unknown }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: end - start) { word in
      for index in start..<end { word[index - start] = VietLetter.lowercased(scalars[index]) }
      TonePlacement.older.apply(to: word)
      for scalar in word { append(scalar, to: &bytes) }
    }
    return .word
  }

  private static func mark(_ scalar: UInt32, into bytes: inout [UInt8]) -> LanguageUnit {
    switch scalar {
    case 0x21...0x7E: bytes.append(UInt8(scalar))
    case 0x201C...0x201F, 0xAB, 0xBB: bytes.append(0x22)
    case 0x2018...0x201B: bytes.append(0x27)
    case 0x2010...0x2015, 0x2212: bytes.append(0x2D)
    case 0x2026: bytes.append(contentsOf: [0x2E, 0x2E, 0x2E])
    case 0xB0, 0xB2, 0xB3, 0xD7, 0x2022, 0x2032, 0x20AB: append(scalar, to: &bytes)
    default: return .unknown
    }
    return .word
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
