/// An encoding of whole inputs: how their bytes stand for text.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BigEndian = "utf-16be"
  /// TCVN 5712-3, the code of the ABC (.Vn) fonts; its capital fonts use the codes of small letters.
  case tcvn3
  /// VNI for Windows: a letter and a mark, two bytes.
  case vni
  /// RFC 1456.
  case viscii
  /// The code of the Vietnamese Professionals Society; thirteen capitals sit on control codes.
  case vps
  /// Windows code page 1258: letters with shape, then a combining tone.
  case windows1258 = "windows-1258"
  /// Windows code page 1252, Western European; contains Latin-1.
  case windows1252 = "windows-1252"

  /// The encoding that `name` names; case, `-`, `_` and blanks do not matter, common aliases are known.
  public init?(name: String) {
    let key = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    if let encoding = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == key }) {
      self = encoding
    } else if let encoding = Self.aliases[key] {
      self = encoding
    } else {
      return nil
    }
  }

  private static let aliases: [String: TextEncoding] = [
    "utf16": .utf16LittleEndian, "abc": .tcvn3, "tcvn": .tcvn3, "tcvn57123": .tcvn3, "vn3": .tcvn3,
    "vniwindows": .vni, "vniwin": .vni, "cp1258": .windows1258, "cp1252": .windows1252,
    "latin1": .windows1252,
    "iso88591": .windows1252,
  ]

  /// The byte of a letter in code page 1252, which holds Latin-1; nil where it has none.
  package static func westernByte(_ scalar: UInt32) -> UInt8? { CodePage.westernByte(scalar) }

  /// The byte order mark that announces this encoding, empty where there is none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    default: []
    }
  }

  /// Whether every letter is one byte, or a byte and a mark.
  var isEightBit: Bool { CodePage.of(self) != nil }
}

/// What keeps an input from being read as text.
public enum TextError: Error, Sendable, Equatable {
  /// The input is a picture, an archive, a program…; `offset` is the first byte that says so.
  case looksBinary(offset: Int)
  /// The encoding that was asked for does not fit; `offset` is the first byte that does not.
  case doesNotFit(TextEncoding, offset: Int)

  /// The stable code of the error.
  public var code: String {
    switch self {
    case .looksBinary: "PH-1201"
    case .doesNotFit: "PH-1202"
    }
  }
}
