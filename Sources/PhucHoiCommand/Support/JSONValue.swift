/// A JSON value whose objects keep the order of their keys.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written with four decimals at most; what is not finite becomes null.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value on one line, as UTF-8.
  ///
  /// Control characters, U+0085, U+2028 and U+2029 are escaped, so that no reader sees a line end inside.
  func serialized() -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value):
      let text = value.isFinite ? Self.decimal(value) : "null"
      bytes.append(contentsOf: text.utf8)
    case .string(let value): Self.append(value, to: &bytes)
    case .array(let values): Self.append(values, "[", "]", to: &bytes) { $0.append(to: &$1) }
    case .object(let pairs):
      Self.append(pairs, "{", "}", to: &bytes) { pair, bytes in
        Self.append(pair.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        pair.value.append(to: &bytes)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, to bytes: inout [UInt8],
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(item, &bytes)
    }
    bytes.append(UInt8(ascii: closing))
  }

  private static func decimal(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return "\(value)" }
    return "\((value * 10_000).rounded() / 10_000)"
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, UInt8(scalar.value)])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
