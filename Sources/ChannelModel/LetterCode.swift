import VietText

/// A letter that was meant, as a small number: the index into every table over meant letters.
///
/// Codes 1...93 are the lower-case letters of Vietnamese (a-z, then marked vowels and đ); adding
/// `upperOffset` gives the upper-case twin; 0 is no letter.
public enum MeantLetter {
  /// What is added to a lower-case code for the upper-case letter.
  public static let upperOffset = 96
  /// One more than the largest code.
  public static let count = 192

  /// The code of `scalar` (either case), or 0 when it is no Vietnamese letter.
  @inlinable
  public static func code(_ scalar: UInt32) -> UInt8 {
    scalar < 0x1F00 ? table.codes[Int(scalar)] : 0
  }

  /// The scalar of a code, or 0.
  @inlinable
  public static func scalar(_ code: UInt8) -> UInt32 { table.scalars[Int(code)] }

  @usableFromInline static let table = MeantLetterTable()
}

@usableFromInline
struct MeantLetterTable: Sendable {
  @usableFromInline var codes = [UInt8](repeating: 0, count: VietLetter.tableSize)
  @usableFromInline var scalars = [UInt32](repeating: 0, count: 256)

  init() {
    let marked = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
    let letters = (97...122).map { UInt32($0) } + marked.unicodeScalars.map(\.value)
    for (index, lower) in letters.enumerated() {
      let upper = VietLetter.uppercased(lower)
      for (code, scalar) in [(index + 1, lower), (index + 1 + MeantLetter.upperOffset, upper)] {
        codes[Int(scalar)] = UInt8(code)
        scalars[code] = scalar
      }
    }
  }
}

/// A scalar that was seen, as a small number: the index into every table over seen letters.
///
/// The alphabet is fixed: printable ASCII, Latin-1 and Latin Extended letters, the Vietnamese letters, and
/// the quotes and dashes of OCR output, signs for letters that are missing. Code 0 stands for everything else.
public enum SeenLetter {
  /// One more than the largest code.
  public static let count = 640
  /// The code of signs that stand where a letter is known to be missing: U+FFFD, □.
  public static let gap: UInt16 = 0x20A

  /// The code of `scalar`, 0 when it is outside the alphabet.
  @inlinable
  public static func code(_ scalar: UInt32) -> UInt16 {
    scalar < 0x250
      ? (scalar > 0x20 ? UInt16(scalar) : 0)
      : scalar &- 0x1EA0 < 0x60 ? UInt16(scalar - 0x1EA0 + 0x210) : special(scalar)
  }

  /// The scalar with this code; nil for what stands for several or none.
  public static func scalar(_ code: UInt16) -> UInt32? {
    switch code {
    case 0x21..<0x200: UInt32(code)
    case 0x210..<0x270: UInt32(code) - 0x210 + 0x1EA0
    default: nil
    }
  }

  @usableFromInline
  static func special(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0x2013: 0x200
    case 0x2014: 0x201
    case 0x2018: 0x202
    case 0x2019: 0x203
    case 0x201C: 0x204
    case 0x201D: 0x205
    case 0x2026: 0x206
    case 0x20AC: 0x207
    case 0x2022: 0x208
    case 0x25CF: 0x209
    case 0xFFFD, 0x25A1: gap
    default: 0
    }
  }
}
