import Platform

/// Names as they were given to the program: they need not be UTF-8, and its arguments have U+FFFD where they are not.
enum GivenName {
  /// Calls `body` with the bytes of an argument that reads `name`, ended by zero. O(length of the arguments).
  static func with<Value>(_ name: String, _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    guard name.unicodeScalars.contains("\u{FFFD}"), let given = bytes(of: name) else {
      return name.withCString(body)
    }
    return (given.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a name has at least its end") }
      return body(base)
    }
  }

  private static func bytes(of name: String) -> ArraySlice<UInt8>? {
    let arguments = FileManager.default.contents(atPath: "/proc/self/cmdline").map { [UInt8]($0) } ?? []
    let matches = Set(
      arguments.split(separator: 0).filter {
        String(decoding: $0, as: UTF8.self).utf8.elementsEqual(name.utf8)
      })
    // Of several that read alike nobody can tell which is meant: none is found.
    return matches.count == 1 ? matches.first : nil
  }
}
