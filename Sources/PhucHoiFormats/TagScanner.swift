import VietText

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
    var isQuoted: Bool
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
      guard index < bytes.count, nameEnd > name else { break }
      guard bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
        // HTML lets values stand without quotes, and names without values.
        guard bytes[nameEnd..<index].contains(UInt8(ascii: "=")) else { continue }
        let value = index
        while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        found.append(attribute(name..<nameEnd, whole: blank..<index, value: value..<index, isQuoted: false))
        continue
      }
      let quote = bytes[index]
      let value = index + 1
      index = value
      while index < bytes.count, bytes[index] != quote { index += 1 }
      guard index < bytes.count else { break }
      found.append(attribute(name..<nameEnd, whole: blank..<index + 1, value: value..<index, isQuoted: true))
      index += 1
    }
    return found
  }

  private func attribute(
    _ name: Range<Int>, whole: Range<Int>, value: Range<Int>, isQuoted: Bool
  ) -> Attribute {
    let label = MarkRuns.bounded(String(decoding: bytes[name], as: UTF8.self))
    return Attribute(
      name: label.split(separator: ":").last.map(String.init) ?? label, whole: whole, value: value,
      isQuoted: isQuoted)
  }

  /// Gives the attribute `name` another value, if the tag has it.
  mutating func set(_ name: String, to value: String) {
    guard let attribute = attributes.first(where: { $0.name == name }) else { return }
    replace(attribute, with: Markup.escaped(value, inAttribute: true))
  }

  /// Gives an attribute another value that is escaped already.
  mutating func replace(_ attribute: Attribute, with value: [UInt8]) {
    let quote: [UInt8] = attribute.isQuoted ? [] : [UInt8(ascii: "\"")]
    bytes.replaceSubrange(attribute.value, with: quote + value + quote)
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
