/// Writes JSON on one line.
///
/// Every character that some program takes for a line end is escaped: the C0 controls, U+0085, U+2028, U+2029.
public struct JSONWriter {
  /// What has been written, UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// A writer with nothing written.
  public init() {}

  /// What has been written so far, which is forgotten.
  package mutating func taken() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// The JSON of `value` in bytes, without a line end.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    return writer.bytes
  }

  /// Writes a value. O(n).
  public mutating func write(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .number(let text): raw(text)
    case .string(let text): write(text)
    case .array(let values):
      raw("[")
      for (index, value) in values.enumerated() {
        if index > 0 { raw(",") }
        write(value)
      }
      raw("]")
    case .object(let members):
      raw("{")
      for (index, member) in members.enumerated() { write(member, first: index == 0) }
      raw("}")
    }
  }

  /// Writes a key with its value, after a comma unless it is the first.
  package mutating func write(_ member: JSONValue.Member, first: Bool) {
    key(member.key, first: first)
    write(member.value)
  }

  /// Writes a key and its colon.
  package mutating func key(_ key: String, first: Bool) {
    if !first { raw(",") }
    write(key)
    raw(":")
  }

  /// Writes ASCII as it is.
  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a piece of sound JSON as it is, line ends of any kind escaped or (between values) made blanks.
  package mutating func copy(_ piece: UnsafeBufferPointer<UInt8>.SubSequence) {
    var iterator = piece.startIndex
    while iterator < piece.endIndex {
      let byte = piece[iterator]
      if byte == 0x0D || byte == 0x0A {
        bytes.append(0x20)
      } else if let (escape, length) = lineEnd(at: iterator, in: piece) {
        raw(escape)
        iterator += length - 1
      } else {
        bytes.append(byte)
      }
      iterator += 1
    }
  }

  private func lineEnd(
    at index: Int, in piece: UnsafeBufferPointer<UInt8>.SubSequence
  ) -> (escape: String, length: Int)? {
    if piece[index] == 0xC2, index + 1 < piece.endIndex, piece[index + 1] == 0x85 { return ("\\u0085", 2) }
    guard piece[index] == 0xE2, index + 2 < piece.endIndex, piece[index + 1] == 0x80 else { return nil }
    if piece[index + 2] == 0xA8 { return ("\\u2028", 3) }
    return piece[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
  }

  /// Writes a string. O(n).
  public mutating func write(_ text: String) {
    raw("\"")
    var text = text
    text.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte < 0x7F {
          bytes.append(byte)
        } else if byte < 0x80 {
          escape(byte)
        } else if let (escape, length) = lineEnd(at: index, in: utf8[...]) {
          raw(escape)
          index += length - 1
        } else {
          bytes.append(byte)
        }
        index += 1
      }
    }
    raw("\"")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    case 0x7F: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      raw("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
