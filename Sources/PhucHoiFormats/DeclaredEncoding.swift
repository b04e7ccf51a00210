import VietText

/// The encoding that markup says it is in: what comes out has to be read by that name again.
struct DeclaredEncoding: Sendable {
  /// The name, in small letters.
  let name: String

  /// Encodings that hold every letter.
  private static let whole: Set<String> = ["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "ucs-2"]
  /// Encodings whose upper half is that of Latin-1.
  private static let latin: Set<String> = ["iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15"]
  private static let ascii: Set<String> = ["us-ascii", "ascii"]
  /// How many bytes from the start are looked through.
  private static let window = 2048

  /// What an XML declaration or the `meta` element of HTML says; nil where neither does.
  init?(of bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(Self.window).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
      .lowercased()
    let declaration = head.hasPrefix("<?xml") ? head.prefix { $0 != ">" } : ""
    guard
      let found = Self.value(of: "encoding", in: declaration[...]) ?? Self.value(of: "charset", in: head[...])
    else { return nil }
    name = found
  }

  private static func value(of key: String, in text: Substring) -> String? {
    guard let place = text.firstRange(of: key + "=") else { return nil }
    let rest = text[place.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
    return name.isEmpty ? nil : String(name)
  }

  /// The encoding to read `bytes` in, where the declaration is to be believed: they are in one with few letters, and
  /// are not UTF-8 all the same.
  func forced(_ bytes: [UInt8]) -> TextEncoding? {
    guard !Self.whole.contains(name), String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return Self.latin.contains(name) ? .windows1252 : TextEncoding(name: name)
  }

  /// `markup`, UTF-8, in this encoding: letters that it does not have are written as references. Nil where it has all,
  /// and where nobody knows an encoding of this name.
  func bytes(of markup: [UInt8]) -> [UInt8]? {
    let isLatin = Self.latin.contains(name)
    guard !Self.whole.contains(name), isLatin || Self.ascii.contains(name) || TextEncoding(name: name) != nil
    else {
      return nil
    }
    var output: [UInt8] = []
    output.reserveCapacity(markup.count)
    for scalar in String(decoding: markup, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x80 {
        output.append(UInt8(scalar.value))
      } else if isLatin, let byte = TextEncoding.westernByte(scalar.value) {
        output.append(byte)
      } else {
        output += "&#\(scalar.value);".utf8
      }
    }
    return output
  }
}
