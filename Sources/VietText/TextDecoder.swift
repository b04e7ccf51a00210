/// Reads bytes as text: finds out the encoding, never traps, and keeps what is needed to give the bytes back.
public enum TextDecoder {
  /// The text of `bytes`.
  ///
  /// Without `encoding` the order of trial is: byte order mark, UTF-16 by its zero bytes, UTF-8, the 8-bit
  /// encodings by which of them makes Vietnamese words. An input that is mostly UTF-8 stays UTF-8, with the
  /// bad bytes noted as damage. With `encoding`, a UTF-8 input is still read as UTF-8 when an 8-bit encoding
  /// is named: then its *letters* are legacy, and `Normalizer` mends them.
  /// - Throws: `TextError.looksBinary`; `TextError.doesNotFit` when `encoding` is given and does not.
  /// - Complexity: O(n).
  public static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(TextError) -> DecodedText {
    if let encoding { return try decode(bytes, forced: encoding) }
    if let marked = byMark(bytes) { return read(bytes, as: marked, skip: marked.byteOrderMark.count) }
    if let wide = BinaryCheck.wideEncoding(of: bytes) { return read(bytes, as: wide, skip: 0) }
    if let text = validUTF8(bytes) {
      if let offset = BinaryCheck.offset(in: bytes) { throw .looksBinary(offset: offset) }
      return DecodedText(text)
    }
    if let offset = BinaryCheck.offset(in: bytes) { throw .looksBinary(offset: offset) }
    return read(bytes, as: EightBitGuess.encoding(of: bytes), skip: 0)
  }

  /// How much of the beginning tells whether bytes are text, and how wide its letters are.
  public static let headLength = BinaryCheck.window

  /// Whether bytes that begin with `head` (all, or the first `headLength`) are decoded as UTF-8 without a byte order mark
  /// where all of them are valid UTF-8.
  public static func isPlainUTF8(head: [UInt8]) -> Bool {
    byMark(head) == nil && BinaryCheck.wideEncoding(of: head) == nil && BinaryCheck.offset(in: head) == nil
  }

  private static func decode(
    _ bytes: [UInt8], forced encoding: TextEncoding
  ) throws(TextError) -> DecodedText {
    let hasMark = !encoding.byteOrderMark.isEmpty && bytes.starts(with: encoding.byteOrderMark)
    if encoding.isEightBit, bytes.contains(where: { $0 >= 0x80 }), let text = validUTF8(bytes) {
      return DecodedText(text)
    }
    if let offset = wrongWidth(bytes, encoding) { throw .doesNotFit(encoding, offset: offset) }
    let decoded = read(bytes, as: encoding, skip: hasMark ? encoding.byteOrderMark.count : 0)
    if let first = decoded.damage.first { throw .doesNotFit(encoding, offset: first.byteOffset) }
    return decoded
  }

  /// The first byte that shows that text is 16 bits wide where `encoding` is not, or the other way round.
  ///
  /// Every text in UTF-16 that we read has blanks or line ends, and with them zero bytes; no other has.
  private static func wrongWidth(_ bytes: [UInt8], _ encoding: TextEncoding) -> Int? {
    let zero = bytes.firstIndex(of: 0)
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      return zero == nil && bytes.count >= 4 && validUTF8(bytes) != nil ? 0 : nil
    case .utf8: return nil
    case .tcvn3, .vni, .viscii, .vps, .windows1258, .windows1252:
      let mark = byMark(bytes)
      let isWide = (mark != nil && mark != .utf8) || BinaryCheck.wideEncoding(of: bytes) != nil
      return isWide ? zero ?? 0 : nil
    }
  }

  private static func byMark(_ bytes: [UInt8]) -> TextEncoding? {
    [.utf8, .utf16LittleEndian, .utf16BigEndian].first { bytes.starts(with: $0.byteOrderMark) }
  }

  private static func validUTF8(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
  }

  private static func read(_ bytes: [UInt8], as encoding: TextEncoding, skip: Int) -> DecodedText {
    var sink = DecodingSink(capacity: bytes.count + bytes.count / 4)
    switch encoding {
    case .utf8: UTF8Reader.read(bytes, from: skip, into: &sink)
    case .utf16LittleEndian: UTF16Reader.read(bytes, from: skip, bigEndian: false, into: &sink)
    case .utf16BigEndian: UTF16Reader.read(bytes, from: skip, bigEndian: true, into: &sink)
    case .vni: EightBitReader.readVNI(bytes, into: &sink)
    case .tcvn3, .viscii, .vps, .windows1258, .windows1252:
      if let page = CodePage.of(encoding) { EightBitReader.read(bytes, page, into: &sink) }
    }
    return DecodedText(
      text: String(decoding: sink.text, as: UTF8.self), encoding: encoding, hasByteOrderMark: skip > 0,
      exceptions: sink.exceptions)
  }
}

/// Collects decoded text as UTF-8, and the exceptions.
struct DecodingSink {
  private(set) var text: [UInt8] = []
  private(set) var exceptions: [ByteException] = []

  init(capacity: Int) { text.reserveCapacity(capacity) }

  /// Appends a scalar as UTF-8; surrogates become U+FFFD.
  @inline(__always)
  mutating func append(_ scalar: UInt32) { UTF8Bytes.append(scalar, to: &text) }

  /// Appends bytes that are UTF-8 already.
  mutating func append(contentsOf bytes: ArraySlice<UInt8>) { text.append(contentsOf: bytes) }

  /// Appends a scalar whose bytes the canonical encoder would not give back.
  mutating func append(_ scalar: UInt32, insteadOf bytes: ArraySlice<UInt8>, isDamage: Bool) {
    let start = text.count
    append(scalar)
    exceptions.append(
      ByteException(
        range: start..<text.count, bytes: Array(bytes), byteOffset: bytes.startIndex, isDamage: isDamage))
  }
}
