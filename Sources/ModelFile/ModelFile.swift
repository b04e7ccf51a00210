/// The container in which every model of the package lies on disk: a sealed file of named sections.
///
/// The layout is little-endian and meant to be mapped, not parsed:
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | magic `PHUCHOI\n` |
/// | 8..<12 | version of the container |
/// | 12..<16 | number of sections |
/// | 16..<24 | kind of the model, ASCII, zero padded |
/// | 24..<32 | version of that kind's sections |
/// | 32..<40 | length of the whole file |
/// | 40..<48 | checksum of everything after the section table |
/// | 48..<56 | checksum of this header (with this field zero) and the section table |
/// | 64... | section table: name (16 bytes ASCII, zero padded), offset, length |
/// | then | the sections, each at a multiple of 64 |
public enum ModelFileLayout {
  static let magic: [UInt8] = Array("PHUCHOI\n".utf8)
  static let containerVersion: UInt32 = 1
  static let headerLength = 64
  static let entryLength = 32
  static let nameLength = 16
  static let kindLength = 8
  /// More sections than any model has; a larger number in a header means that the header is damaged.
  static let sectionLimit = 256
  /// Every section starts at a multiple of this many bytes.
  public static let alignment = 64

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// `text` as exactly `length` bytes, cut or zero padded.
  static func padded(_ text: String, to length: Int) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(length))
    return bytes + [UInt8](repeating: 0, count: length - bytes.count)
  }
}
