/// A table of one byte to one scalar, and back.
///
/// Sources of the tables: TCVN 5712:1993 (third form), RFC 1456, the VPS and VNI charts of their makers, and
/// Microsoft's code pages 1252 and 1258. Bytes that a table leaves open keep their meaning in code page 1252.
struct CodePage: Sendable {
  /// Scalar of each byte.
  private(set) var scalars: [UInt32]
  /// Whether the code page itself defines the byte.
  private(set) var defines: [Bool]
  /// Whether the byte is the one that its scalar is written with.
  private(set) var isCanonical: [Bool] = []
  /// Byte of each scalar of the table.
  private(set) var bytes: [UInt32: UInt8] = [:]

  /// The table of an 8-bit encoding; for VNI, whose letters take two, the table of its single bytes.
  static func of(_ encoding: TextEncoding) -> CodePage? {
    switch encoding {
    case .tcvn3: tcvn3
    case .viscii: viscii
    case .vps: vps
    case .windows1258: windows1258
    case .windows1252: windows1252
    case .vni: VNICode.singleBytes
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    }
  }

  /// The byte that `scalar` of text stands for when the text is code page 1252 read as such, or Latin-1.
  @inline(__always)
  static func westernByte(_ scalar: UInt32) -> UInt8? {
    scalar < 0x100 ? UInt8(scalar) : windows1252.bytes[scalar]
  }

  static let windows1252 = CodePage(
    over: nil,
    rows: [(0x80, "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ")])

  static let windows1258 = CodePage(
    over: windows1252,
    rows: [
      (0xC3, "Ă"), (0xD0, "Đ"), (0xD5, "Ơ"), (0xDD, "Ư"), (0xE3, "ă"), (0xF0, "đ"), (0xF5, "ơ"), (0xFD, "ư₫"),
    ],
    marks: [0xCC: 0x300, 0xD2: 0x309, 0xDE: 0x303, 0xEC: 0x301, 0xF2: 0x323])

  static let tcvn3 = CodePage(
    over: windows1252,
    rows: [
      (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ·ằẳẵắ"), (0xC6, "ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·"),
      (0xE1, "ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ"),
    ])

  static let viscii = CodePage(
    over: windows1252,
    rows: [
      (0x02, "Ẳ··ẴẪ"), (0x14, "Ỷ····Ỹ····Ỵ"), (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
      (0xA0, "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"), (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
      (0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"),
    ])

  static let vps = CodePage(
    over: windows1252,
    rows: [
      (0x02, "ẠẬẶẸỆ"), (0x10, "ỊỌỘỢỤỰ···Ỵ··ẪỮ"), (0x80, "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"),
      (0xA1, "ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"), (0xC0, "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ"),
      (0xE0, "àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ"),
    ])

  /// Lays `rows` (first byte, letters; `·` leaves a byte open) over another table.
  init(over base: CodePage?, rows: [(Int, String)], marks: [Int: UInt32] = [:]) {
    scalars = base?.scalars ?? (0..<256).map { UInt32($0) }
    defines = (0..<256).map { $0 < 0x80 || (base == nil && $0 >= 0xA0) }
    for (first, letters) in rows {
      for (index, letter) in letters.unicodeScalars.enumerated() where letter != "·" {
        scalars[first + index] = letter.value
        defines[first + index] = true
      }
    }
    for (byte, mark) in marks {
      scalars[byte] = mark
      defines[byte] = true
    }
    for byte in (0..<256).reversed() where bytes[scalars[byte]] == nil || defines[byte] {
      bytes[scalars[byte]] = UInt8(byte)
    }
    isCanonical = (0..<256).map { bytes[scalars[$0]] == UInt8($0) }
  }
}
