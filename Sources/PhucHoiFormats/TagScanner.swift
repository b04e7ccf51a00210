/// Finds and changes attributes in the bytes of a sound start tag, leaving all else as it is.
struct TagScanner {
  /// The bytes of the tag, `<` and `>` included.
  private(set) var bytes: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// An attribute: its place from the blank before its name to its closing quote, and that of its value.
  struct Attribute {
    var name: String
    var whole: Range<Int>
    var value: Range<Int>
  }

  /// The attributes in order.
  var attributes: [Attribute] {
    var found: [Attribute] = []
    var index = 1
    while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    while index < bytes.count {
      let blank = index
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      let name = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "="), !isBlank(bytes[index]) { index += 1 }
      let nameEnd = index
      while index < bytes.count, bytes[index] == UInt8(ascii: "=") || isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      else { break }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < bytes.count, bytes[index] != quote { index += 1 }
      guard index < bytes.count else { break }
      let label = String(decoding: bytes[name..<nameEnd], as: UTF8.self)
      found.append(
        Attribute(
          name: label.split(separator: ":").last.map(String.init) ?? label, whole: blank..<index + 1,
          value: value..<index))
      index += 1
    }
    return found
  }

  /// Gives the attribute `name` another value, if the tag has it.
  mutating func set(_ name: String, to value: String) {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return }
    bytes.replaceSubrange(attribute.value, with: Markup.escaped(value, inAttribute: true))
  }

  /// Gives an attribute another value that is escaped already.
  mutating func replace(_ attribute: Attribute, with value: [UInt8]) {
    bytes.replaceSubrange(attribute.value, with: value)
  }

  /// Takes the attribute `name` out.
  mutating func remove(_ name: String) {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return }
    bytes.removeSubrange(attribute.whole)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}

/// Text inside markup.
enum Markup {
  /// `text` with what markup would take for its own written as references.
  static func escaped(_ text: String, inAttribute: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
      case UInt8(ascii: "'") where inAttribute: bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
