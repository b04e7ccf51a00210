import JSON

/// Builds JSON text with keys in the order in which they are written.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes `{...}`.
  mutating func object(_ content: (inout JSONText) -> Void) { wrap(0x7B, 0x7D, content) }

  /// Writes `[...]`.
  mutating func array(_ content: (inout JSONText) -> Void) { wrap(0x5B, 0x5D, content) }

  /// Writes the key of what comes next.
  mutating func key(_ name: String) {
    comma()
    quoted(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string, or null.
  mutating func string(_ value: String?) {
    comma()
    if let value { quoted(value) } else { bytes += Array("null".utf8) }
    needsComma = true
  }

  /// Writes a whole number.
  mutating func integer(_ value: Int) {
    comma()
    bytes += Array(String(value).utf8)
    needsComma = true
  }

  /// Writes a share with three decimals.
  mutating func share(_ value: Double) {
    comma()
    let thousandths = Int((max(0, min(1, value)) * 1000).rounded())
    let fraction = String(1000 + thousandths % 1000).dropFirst()
    bytes += Array("\(thousandths / 1000).\(fraction)".utf8)
    needsComma = true
  }

  /// Writes a value as it is.
  mutating func value(_ value: JSONValue) {
    comma()
    bytes += JSONWriter.bytes(value)
    needsComma = true
  }

  private mutating func wrap(_ open: UInt8, _ close: UInt8, _ content: (inout JSONText) -> Void) {
    comma()
    bytes.append(open)
    needsComma = false
    content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func comma() { if needsComma { bytes.append(0x2C) } }

  private mutating func quoted(_ text: String) {
    var writer = JSONWriter()
    writer.write(text)
    bytes += writer.bytes
  }
}
