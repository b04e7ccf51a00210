import VietText

/// Reads markup that is HTML rather than XML: elements without an end, bare `&`, references to what cannot be.
///
/// Only where elements stand matters here, byte by byte, which no parser of HTML tells; all else is taken as it comes.
struct TagSoupReader {
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]

  private let bytes: [UInt8]
  private let handler: any MarkupHandler
  private var open: [String] = []
  private var index = 0

  /// Calls `handler` for everything in `bytes`, which are UTF-8. Throws where elements are nested too deep, and where the
  /// time is `end` before all is read.
  static func read(
    _ bytes: [UInt8], _ handler: any MarkupHandler, until end: ContinuousClock.Instant? = nil
  ) throws(FormatError) {
    var reader = TagSoupReader(bytes, handler)
    try reader.run(until: end)
  }

  private init(_ bytes: [UInt8], _ handler: any MarkupHandler) {
    (self.bytes, self.handler) = (bytes, handler)
  }

  private mutating func run(until end: ContinuousClock.Instant?) throws(FormatError) {
    var pieces = 0
    while index < bytes.count {
      pieces += 1
      if pieces & 255 == 0, let end, ContinuousClock.now >= end {
        throw FormatError(.tooSlow, "the file was not read in time")
      }
      if bytes[index] == UInt8(ascii: "<"), let end = tagEnd() {
        try tag(index..<end)
        index = end
      } else {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        tell(bytes[start..<index])
      }
    }
    while let name = open.popLast() { handler.end(name, at: bytes.count) }
  }

  /// The end of the tag, comment or declaration at `index`; nil where a `<` is only a sign.
  private func tagEnd() -> Int? {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      return PageWriter.find("-->", in: rest.dropFirst(4)).map { $0 + 3 } ?? bytes.count
    }
    guard index + 1 < bytes.count else { return nil }
    let next = bytes[index + 1]
    let isName = (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A
    guard isName || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
    else { return nil }
    var quote: UInt8?
    for place in index + 1..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if isName, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        bytes[place - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
    }
    return nil
  }

  private mutating func tag(_ range: Range<Int>) throws(FormatError) {
    let first = bytes[range.lowerBound + 1]
    guard first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { return }
    let isEnd = first == UInt8(ascii: "/")
    let nameBytes = bytes[(range.lowerBound + (isEnd ? 2 : 1))..<range.upperBound].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    let name = MarkRuns.bounded(String(decoding: nameBytes, as: UTF8.self)).lowercased()
    if isEnd { return close(name, range) }
    let isEmpty = bytes[range.upperBound - 2] == UInt8(ascii: "/") || Self.void.contains(name)
    var attributes: [String: String] = [:]
    let scanner = TagScanner(bytes[range])
    for attribute in scanner.attributes {
      let name = MarkRuns.bounded(attribute.name).lowercased()
      guard attributes[name] == nil else { continue }
      attributes[name] = MarkRuns.bounded(References.decoded(scanner.bytes[attribute.value]).text)
    }
    handler.start(MarkupTag(name: name, attributes: attributes, range: range, isEmpty: isEmpty))
    if isEmpty { return handler.end(name, at: range.upperBound) }
    open.append(name)
    guard open.count <= Int(MarkupReader.depthLimit) else {
      throw FormatError(.tooDeep, "elements nested deeper than \(MarkupReader.depthLimit) levels")
    }
  }

  /// Ends the element that is meant, and all that were left open inside it.
  private mutating func close(_ name: String, _ range: Range<Int>) {
    guard let depth = open.lastIndex(of: name) else { return }
    while open.count > depth + 1 {
      if let inner = open.popLast() { handler.end(inner, at: range.lowerBound) }
    }
    open.removeLast()
    handler.end(name, at: range.upperBound)
  }

  private func tell(_ text: ArraySlice<UInt8>) {
    let (text, isWhole) = References.decoded(text)
    handler.text(text)
    if !isWhole { handler.reference() }
  }
}

/// References of HTML: by number, and those of its names that text in markup needs.
enum References {
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The text behind `bytes`, and whether all references in it were decoded. What is none stays as it stands, and
  /// numbers of control characters become a blank.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> (text: String, isWhole: Bool) {
    guard bytes.contains(UInt8(ascii: "&")) else { return (String(decoding: bytes, as: UTF8.self), true) }
    var output: [UInt8] = []
    var isWhole = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      guard bytes[index] == UInt8(ascii: "&"), let end else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      if let text = names[name] ?? number(name) {
        output += text.utf8
        index = end + 1
      } else {
        if name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "#" }), !name.isEmpty { isWhole = false }
        output.append(bytes[index])
        index += 1
      }
    }
    return (String(decoding: output, as: UTF8.self), isWhole)
  }

  private static func number(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
    guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return value < 0x20 && value != 9 && value != 10 ? "" : String(scalar)
  }
}
