/// A piece of decoded text whose bytes do not follow from the encoding: damage, or a second spelling.
public struct ByteException: Sendable, Equatable {
  /// Half-open range of UTF-8 offsets in the decoded text.
  public let range: Range<Int>
  /// What stood there in the input.
  public let bytes: [UInt8]
  /// Offset of the first of those bytes in the input.
  public let byteOffset: Int
  /// Whether the bytes mean nothing in the encoding (the text then shows U+FFFD or their western letter).
  public let isDamage: Bool
}

/// The text of an input as its bytes say it, before anything is mended, with the way back to the bytes.
///
/// All spans of edit lists and records are offsets into `text`.
public struct DecodedText: Sendable {
  /// The decoded text; a byte order mark at its head is not part of it.
  public let text: String
  /// How the bytes were read.
  public let encoding: TextEncoding
  /// Whether the input begins with a byte order mark.
  public let hasByteOrderMark: Bool
  /// Pieces whose bytes do not follow from the encoding, in order.
  public let exceptions: [ByteException]

  /// Makes decoded text of text that is at hand as a string.
  public init(_ text: String) {
    self.init(text: text, encoding: .utf8, hasByteOrderMark: false, exceptions: [])
  }

  init(text: String, encoding: TextEncoding, hasByteOrderMark: Bool, exceptions: [ByteException]) {
    self.text = text
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.exceptions = exceptions
  }

  /// The text of a UTF-8 range as a decoded text of its own; how its bytes were spelt is forgotten. O(n).
  public func piece(_ range: Range<Int>) -> DecodedText {
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return DecodedText(
      text: String(decoding: bytes, as: UTF8.self), encoding: encoding, hasByteOrderMark: false,
      exceptions: [])
  }

  /// The bytes of the input that could not be read, in order: their offset and their number.
  public var damage: [(byteOffset: Int, count: Int)] {
    exceptions.lazy.filter(\.isDamage).map { ($0.byteOffset, $0.bytes.count) }
  }

  /// The bytes of the input again, exactly.
  /// - Complexity: O(n).
  public func encoded() -> [UInt8] {
    var bytes = hasByteOrderMark ? encoding.byteOrderMark : []
    let source = Array(text.utf8)
    bytes.reserveCapacity(source.count + bytes.count)
    var cursor = 0
    for exception in exceptions {
      encode(source[cursor..<exception.range.lowerBound], into: &bytes)
      bytes.append(contentsOf: exception.bytes)
      cursor = exception.range.upperBound
    }
    encode(source[cursor...], into: &bytes)
    return bytes
  }

  private func encode(_ piece: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    if encoding == .utf8 { return bytes.append(contentsOf: piece) }
    for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars {
      TextEncoder.append(scalar.value, as: encoding, to: &bytes)
    }
  }
}

/// How a scalar is written in each encoding, in the one canonical way.
enum TextEncoder {
  /// Appends the bytes of `scalar`; `?` where the encoding has none.
  static func append(_ scalar: UInt32, as encoding: TextEncoding, to bytes: inout [UInt8]) {
    switch encoding {
    case .utf8:
      bytes.append(contentsOf: Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? [])
    case .utf16LittleEndian:
      units(of: scalar) { bytes.append(contentsOf: [UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
    case .utf16BigEndian:
      units(of: scalar) { bytes.append(contentsOf: [UInt8($0 >> 8), UInt8($0 & 0xFF)]) }
    case .vni:
      if scalar >= 0x80, let pair = VNICode.spelling[scalar] { return bytes.append(contentsOf: pair) }
      bytes.append(VNICode.singleBytes.bytes[scalar] ?? 0x3F)
    case .tcvn3, .viscii, .vps, .windows1258, .windows1252:
      bytes.append(CodePage.of(encoding)?.bytes[scalar] ?? 0x3F)
    }
  }

  private static func units(of scalar: UInt32, _ emit: (UInt16) -> Void) {
    guard scalar >= 0x10000 else { return emit(UInt16(truncatingIfNeeded: scalar)) }
    let rest = scalar - 0x10000
    emit(UInt16(0xD800 + (rest >> 10)))
    emit(UInt16(0xDC00 + (rest & 0x3FF)))
  }
}
