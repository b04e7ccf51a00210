import JSON

/// Tells data in plain letters from running text: objects of JSON, tables with commas.
enum Notation {
  /// Longer files are not looked through.
  private static let mostBytes = 64 << 20
  /// How many bytes from the start tell whether it is a table.
  private static let window = 64 << 10

  /// JSON or CSV where `bytes` are surely that; nil for anything that may be text. O(n).
  static func guess(_ bytes: [UInt8], suffix: String?) -> ForeignFormat? {
    guard bytes.count <= mostBytes else { return nil }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    if start < bytes.endIndex, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") {
      if isJSON(bytes) { return .json }
    }
    return isTable(bytes, isNamed: suffix == "csv") ? .csv : nil
  }

  /// Whether a text in small letters begins with the head of a message as mail programs store it (RFC 5322): what
  /// follows may be in any transfer encoding.
  static func isMail(_ text: String) -> Bool {
    let head = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix {
      !$0.isEmpty
    }
    let isHead = head.allSatisfy { line in
      let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      return line.first == " " || line.first == "\t"
        || (!name.isEmpty && line.dropFirst(name.count).first == ":")
    }
    return isHead && head.contains { $0.hasPrefix("mime-version:") || $0.hasPrefix("message-id:") }
  }

  /// Whether the whole, or the first line, is an object with members, or a list of those.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    for part in [bytes[...], bytes.prefix { $0 != 0x0A }] {
      switch try? JSONParser.parse(Array(part)) {
      case .object(let members) where !members.isEmpty: return true
      case .array(let items):
        let holdsObject = items.contains { if case .object = $0 { true } else { false } }
        if holdsObject { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether all lines have the same number of separators with no blank behind them: lists in running text have one.
  private static func isTable(_ whole: [UInt8], isNamed: Bool) -> Bool {
    let bytes = whole.prefix(window)
    return [UInt8(ascii: ","), UInt8(ascii: ";")].contains { separator in
      var counts: [Int] = []
      var (count, blanks) = (0, 0)
      var isQuoted = false
      var isFilled = false
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte > 0x20 { isFilled = true }
        if byte == 0x0A, !isQuoted {
          if isFilled { counts.append(count) }
          (count, isFilled) = (0, false)
        } else if byte == separator, !isQuoted {
          count += 1
          if index + 1 < bytes.count, bytes[index + 1] == 0x20 { blanks += 1 }
        }
      }
      if isFilled, bytes.count == whole.count { counts.append(count) }
      guard let first = counts.first, counts.allSatisfy({ $0 == first }) else { return false }
      return first >= (isNamed ? 1 : 2) && counts.count >= (isNamed ? 1 : 2)
        && blanks * 10 <= first * counts.count
    }
  }
}
