import Foundation

/// Whole and checked writing to a file descriptor.
struct StandardStream: Sendable {
  /// Where texts go.
  static let output = StandardStream(descriptor: 1)
  /// Where everything about the run goes.
  static let error = StandardStream(descriptor: 2)

  /// The POSIX file descriptor.
  let descriptor: Int32

  /// Writes all of `bytes`.
  ///
  /// - Throws: `CommandFailure` PH-4001 when the reader went away or the disk is full.
  func write(_ bytes: some Collection<UInt8>) throws(CommandFailure) {
    let failure = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0)) }
    let number = failure ?? Array(bytes).withUnsafeBytes { writeAll($0) }
    guard number != 0 else { return }
    let reason = String(cString: strerror(number))
    throw CommandFailure(
      "PH-4001", status: .output,
      Message(vi: "không ghi được kết quả: \(reason).", en: "output could not be written: \(reason)."))
  }

  /// Writes a line of text; meant for standard error, where a failure to write cannot be reported anyway.
  func say(_ line: String) { try? write(Array((line + "\n").utf8)) }

  /// The error number, or 0.
  private func writeAll(_ buffer: UnsafeRawBufferPointer) -> Int32 {
    guard let base = buffer.baseAddress else { return 0 }
    var offset = 0
    while offset < buffer.count {
      let written = Foundation.write(descriptor, base + offset, buffer.count - offset)
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        return errno == 0 ? EIO : errno
      }
    }
    return 0
  }
}
