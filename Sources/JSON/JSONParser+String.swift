extension JSONParser {
  /// Reads a string; the current byte is its opening quote. Lone surrogates become U+FFFD.
  mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    var plain = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        text.append(contentsOf: bytes[plain..<position])
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("a string is not UTF-8")
        }
        return string
      }
      guard byte >= 0x20 else { throw failure("a control character in a string") }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: bytes[plain..<position])
        position += 1
        try escape(into: &text)
        plain = position
      } else {
        position += 1
      }
    }
    throw failure("a string has no end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard position < bytes.count else { throw failure("a string has no end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(into: &text)
    default: throw failure("an unknown escape")
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    var value = try fourHexDigits()
    if value & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let mark = position
      position += 2
      let low = try fourHexDigits()
      if low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = mark
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count else { throw failure("an escape is cut short") }
      let byte = bytes[position]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw failure("an escape without hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
