import Platform

/// A line of input, without its line end.
enum InputLine: Sendable {
  /// The whole line.
  case whole([UInt8])
  /// The first bytes of a line that is longer than the limit.
  case tooLong(prefix: [UInt8])

  /// The bytes at hand.
  var bytes: [UInt8] {
    switch self {
    case .whole(let bytes), .tooLong(let bytes): bytes
    }
  }

  /// The line without a byte order mark at its start.
  fileprivate var withoutMark: InputLine {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return self }
    switch self {
    case .whole(let bytes): return .whole(Array(bytes.dropFirst(3)))
    case .tooLong(let prefix): return .tooLong(prefix: Array(prefix.dropFirst(3)))
    }
  }
}

/// Cuts the bytes of a file descriptor into lines at LF; holds at most one line and one block.
struct LineReader {
  private let descriptor: Int32
  private let limit: Int
  private var block: [UInt8] = []
  private var position = 0
  private var atEnd = false
  private var hasBegun = false

  /// A reader of lines of at most `limit` bytes; the rest of a longer line is read and dropped.
  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line, or nil at the end of input. A last line needs no line end; a byte order mark before the first is
  /// none of its text. Throws `POSIXError`.
  mutating func next() throws -> InputLine? {
    guard hasBegun else {
      hasBegun = true
      return try next().map(\.withoutMark)
    }
    var line: [UInt8] = []
    var started = false
    var overlong = false
    while try refill() {
      started = true
      let rest = block[position...]
      let end = rest.firstIndex(of: 0x0A) ?? block.endIndex
      let room = limit - line.count
      overlong = overlong || end - position > room
      line.append(contentsOf: rest[..<min(end, position + room)])
      position = end
      if end < block.endIndex {
        position += 1
        break
      }
    }
    guard started else { return nil }
    return overlong ? .tooLong(prefix: line) : .whole(line)
  }

  /// Makes sure that unread bytes are at hand; false at the end of input.
  private mutating func refill() throws -> Bool {
    if position < block.count { return true }
    let size = 1 << 16
    while !atEnd {
      var (count, failure) = (0, Int32(0))
      block = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        count = Platform.read(descriptor, buffer.baseAddress, size)
        failure = errno
        initialized = max(0, count)
      }
      position = 0
      if count > 0 { return true }
      if count < 0, failure == EINTR { continue }
      if count < 0 { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
      atEnd = true
    }
    return false
  }
}
