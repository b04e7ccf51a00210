/// Tells text from programs, pictures and archives, and 16-bit text from 8-bit text.
enum BinaryCheck {
  /// First bytes of common binary files.
  private static let signatures: [[UInt8]] = [
    [0x7F, 0x45, 0x4C, 0x46], [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
    [0x25, 0x50, 0x44, 0x46, 0x2D], [0x1F, 0x8B, 0x08], [0xD0, 0xCF, 0x11, 0xE0], [0x47, 0x49, 0x46, 0x38],
    [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
    [0x37, 0x7A, 0xBC, 0xAF], [0x42, 0x5A, 0x68], [0x53, 0x51, 0x4C, 0x69, 0x74, 0x65],
  ]

  /// How many bytes from the start are looked at.
  static let window = 1 << 16

  /// The first byte that shows that the input is no text, or nil.
  ///
  /// A known signature is enough; else zero and control bytes must be more than a stray few. Codes that VISCII
  /// and VPS use for capitals are not counted.
  static func offset(in bytes: [UInt8]) -> Int? {
    if signatures.contains(where: { bytes.starts(with: $0) && !isText(after: $0, bytes) }) { return 0 }
    var (zeros, controls, first) = (0, 0, -1)
    let end = min(bytes.count, window)
    for index in 0..<end where bytes[index] < 0x20 {
      switch bytes[index] {
      case 0x09...0x0D, 0x1A, 0x1B: continue
      case 0: zeros += 1
      case 0x01, 0x07, 0x08, 0x0E, 0x0F, 0x16...0x18, 0x1F: controls += 1
      default: continue
      }
      if first < 0 { first = index }
    }
    return zeros > max(1, end / 500) || controls > max(4, end / 50) ? first : nil
  }

  /// `BZh` may begin a word, the longer signatures may not.
  private static func isText(after signature: [UInt8], _ bytes: [UInt8]) -> Bool {
    signature.count == 3 && signature[0] == 0x42 && !(bytes.count > 4 && bytes[4] == 0x31)
  }

  /// UTF-16 without a byte order mark, told by the side on which the zero bytes stand.
  static func wideEncoding(of bytes: [UInt8]) -> TextEncoding? {
    let end = min(bytes.count, window)
    guard end >= 4 else { return nil }
    var (zeros, plausible) = ((0, 0), (0, 0))
    for index in stride(from: 0, to: end - 1, by: 2) {
      if bytes[index] == 0 { zeros.0 += 1 }
      if bytes[index + 1] == 0 { zeros.1 += 1 }
      if isHighByteOfLetter(bytes[index]) { plausible.0 += 1 }
      if isHighByteOfLetter(bytes[index + 1]) { plausible.1 += 1 }
    }
    let pairs = end / 2
    if zeros.1 > pairs / 4, zeros.1 > 8 * zeros.0, plausible.1 >= pairs * 19 / 20 {
      return .utf16LittleEndian
    }
    if zeros.0 > pairs / 4, zeros.0 > 8 * zeros.1, plausible.0 >= pairs * 19 / 20 { return .utf16BigEndian }
    return nil
  }

  /// Latin, combining marks, Latin extended additional, punctuation.
  private static func isHighByteOfLetter(_ byte: UInt8) -> Bool {
    byte <= 0x03 || byte == 0x1E || byte == 0x20
  }
}
