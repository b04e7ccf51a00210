import JSON

/// A line of a stream that asks for something: its members, and the text or the pages among them.
struct StreamLine {
  /// A member as it was written.
  struct Member {
    var key: String
    var range: Range<Int>

    /// Whether the key is one of `names`, compared byte by byte: keys are another's.
    func isOne(of names: StaticString...) -> Bool { names.contains { JSONParser.spells(key, $0) } }
  }

  /// What was asked to be repaired.
  enum Content {
    case text(String)
    case pages([String])
  }

  var members: [Member]
  var content: Content

  /// Reads a line. Throws `StreamFailure` with code PH-1401 or PH-1402.
  static func read(_ buffer: UnsafeBufferPointer<UInt8>) throws(StreamFailure) -> StreamLine {
    var members: [Member] = []
    var places: [[UInt8]: Int] = [:]
    var content: Content?
    do throws(JSONError) {
      var parser = JSONParser(bytes: buffer)
      try parser.members { key, value, range in
        // Of a key that occurs twice the last value counts, as it does for most readers.
        let member = Member(key: key, range: range)
        if let place = places[Array(key.utf8)] {
          members[place] = member
        } else {
          places[Array(key.utf8)] = members.count
          members.append(member)
        }
        if member.isOne(of: "text", "pages") { content = Self.content(value) }
      }
    } catch {
      throw .malformed(error)
    }
    let asked = members.filter { $0.isOne(of: "text", "pages") }
    guard asked.count == 1, let content, asked[0].isOne(of: "text") == content.isText else { throw .noText }
    return StreamLine(members: members, content: content)
  }

  /// The member `id` as far as it can be read from a line that is not sound.
  static func identifier(in buffer: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    var parser = JSONParser(bytes: buffer)
    try? parser.members { key, _, range in
      if JSONParser.spells(key, "id") { found = range }
    }
    return found
  }

  private static func content(_ value: JSONValue) -> Content? {
    switch value {
    case .string(let text): return .text(text)
    case .array(let values):
      let pages = values.compactMap(\.string)
      return pages.count == values.count ? .pages(pages) : nil
    default: return nil
    }
  }
}

extension StreamLine.Content {
  var isText: Bool {
    if case .text = self { true } else { false }
  }
}

extension JSONParser {
  /// Reads an object and nothing after it; `body` is given every member with the place of its value.
  mutating func members(_ body: (String, JSONValue, Range<Int>) -> Void) throws(JSONError) {
    guard take(UInt8(ascii: "{")) else { throw failure("no object") }
    if !take(UInt8(ascii: "}")) {
      repeat {
        let key = try key()
        skipBlanks()
        let start = position
        let value = try value(depth: 1)
        // A number that touches the end may be cut short, so nothing is said of a value before what follows it.
        let end = position
        skipBlanks()
        guard position < bytes.count else { throw failure("an object has no end") }
        body(key, value, start..<end)
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure("an object has no end") }
    }
    try end()
  }
}

/// Why a line of a stream could not be answered.
struct StreamFailure: Error, Sendable, Equatable {
  /// The stable code.
  let code: String
  /// What is wrong, without any of the text.
  let message: String

  static func malformed(_ error: JSONError) -> StreamFailure {
    StreamFailure(code: "PH-1401", message: "no JSON object: \(error.reason) (byte \(error.offset))")
  }
  static let noText = StreamFailure(
    code: "PH-1402", message: "one of `text` (a string) and `pages` (an array of strings) is needed")
  static func tooLong(_ limit: Int) -> StreamFailure {
    StreamFailure(code: "PH-1403", message: "the line is longer than \(limit) bytes")
  }
  static func tooSlow(_ milliseconds: Int) -> StreamFailure {
    StreamFailure(code: "PH-1404", message: "not done within \(milliseconds) ms")
  }
  static let engine = StreamFailure(code: "PH-1405", message: "the text could not be processed")
}
