import PhucHoi

/// An input decoded: the text that all spans refer to, and how it was read.
struct InputText: Sendable {
  /// Where it came from.
  let source: InputSource
  /// The decoded text, without a byte order mark.
  let text: String
  /// The input itself.
  let bytes: [UInt8]

  /// Decodes `bytes`.
  init(_ source: InputSource, _ bytes: [UInt8]) throws(CommandFailure) {
    self.source = source
    self.bytes = bytes
    text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  /// `source` in reports: the path, and the SHA-256 of the bytes.
  var described: JSONValue {
    .object([("path", .string(source.name)), ("sha256", .string(SHA256.hexadecimal(of: bytes)))])
  }
}
