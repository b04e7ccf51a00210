/// Why bytes are no JSON value, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// Offset of the first byte that does not fit.
  public let offset: Int
  /// What is wrong, in English, without any of the text.
  public let reason: String
}

/// Reads one JSON value (RFC 8259) from bytes; strict, with a bound on nesting.
public struct JSONParser {
  /// How deep values may be nested.
  public static let depthLimit = 256

  package let bytes: UnsafeBufferPointer<UInt8>
  package internal(set) var position = 0

  /// A parser at the start of `bytes`.
  package init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The value that `bytes` hold. Throws `JSONError` for anything else. O(n).
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(JSONError) {
        let value = try parser.value(depth: 0)
        try parser.end()
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Checks that only blanks follow.
  package mutating func end() throws(JSONError) {
    skipBlanks()
    if position < bytes.count { throw failure("more after the value") }
  }

  /// Reads the value at the current place.
  package mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard position < bytes.count else { throw failure("a value is missing") }
    guard depth < Self.depthLimit else { throw failure("nested deeper than \(Self.depthLimit) levels") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  /// Moves over `byte` if it is next, blanks apart.
  package mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads a key and its colon.
  package mutating func key() throws(JSONError) -> String {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw failure("a key is missing")
    }
    let key = try string()
    guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
    return key
  }

  /// Whether `key` is written with the bytes of `name`. O(length of `name`).
  package static func spells(_ key: String, _ name: StaticString) -> Bool {
    key.utf8.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  package mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  package func failure(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      let key = try key()
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure("an object has no end") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure("an array has no end") }
    return .array(values)
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[position..<end].elementsEqual(expected) else { throw failure("no value") }
    position = end
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    guard digits() > 0 else { throw failure("no value") }
    if bytes[first] == UInt8(ascii: "0"), position - first > 1 { throw failure("a number begins with 0") }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw failure("a number ends with a point") }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard digits() > 0 else { throw failure("an exponent has no digits") }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    return position - start
  }
}
