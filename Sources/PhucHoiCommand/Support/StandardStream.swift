import Platform

/// Whole and checked writing to a file descriptor.
struct StandardStream: Sendable {
  /// Where texts go.
  static let output = StandardStream(descriptor: 1)
  /// Where everything about the run goes.
  static let error = StandardStream(descriptor: 2)

  /// The POSIX file descriptor.
  let descriptor: Int32

  private static let isTerminal = isatty(1) == 1

  /// Writes all of `bytes`; a terminal is shown what could steer it, and carriage returns before line ends are left out.
  ///
  /// - Throws: `CommandFailure` PH-4001 when the reader went away or the disk is full.
  func write(_ bytes: some Collection<UInt8>) throws(CommandFailure) {
    guard descriptor == 1, Self.isTerminal else { return try put(bytes) }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    let text = String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    try put(Array(Self.harmless(text, keeps: ["\n", "\t", "\u{C}"]).utf8))
  }

  /// Writes all of `bytes` as they are, colours among them: what is harmless already.
  ///
  /// - Throws: as `write`.
  func put(_ bytes: some Collection<UInt8>) throws(CommandFailure) {
    let failure = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0)) }
    let number = failure ?? Array(bytes).withUnsafeBytes { writeAll($0) }
    guard number != 0 else { return }
    // Who reads the output has seen enough, as `head` has: no failure of this program.
    if number == EPIPE, descriptor == 1 { throw .readerLeft }
    let reason = String(cString: strerror(number))
    throw CommandFailure(
      "PH-4001", status: .output,
      Message(vi: "không ghi được kết quả: \(reason).", en: "output could not be written: \(reason)."))
  }

  /// Writes a line of text; meant for standard error, where a failure to write cannot be reported anyway.
  func say(_ line: String) { try? write(Array((Self.harmless(line, keeps: ["\n"]) + "\n").utf8)) }

  /// `text` with what could steer a terminal or turn its order around written as `\u{…}`, but for what is to be kept: names
  /// and texts are anybody's.
  static func harmless(_ text: String, keeps kept: Set<Unicode.Scalar> = []) -> String {
    guard text.unicodeScalars.contains(where: { isHarmful($0) && !kept.contains($0) }) else { return text }
    var output = ""
    for scalar in text.unicodeScalars {
      if isHarmful(scalar), !kept.contains(scalar) {
        output += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }

  /// The error number, or 0.
  private func writeAll(_ buffer: UnsafeRawBufferPointer) -> Int32 {
    guard let base = buffer.baseAddress else { return 0 }
    var offset = 0
    while offset < buffer.count {
      let written = Platform.write(descriptor, base + offset, buffer.count - offset)
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        return errno == 0 ? EIO : errno
      }
    }
    return 0
  }
}
