#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a UTF-8 file line by line in bounded memory.
struct TextLines {
  private static let chunk = 1 << 20
  /// Longer lines are cut here, so that a file without line ends stays harmless.
  private static let longestLine = 1 << 22

  let path: String

  /// Calls `body` with the scalars of every line, without its line end. Bytes that are no UTF-8 become
  /// U+FFFD. Throws `TrainingError.unreadable`.
  func forEach(_ body: (UnsafeBufferPointer<UInt32>) throws -> Void) throws {
    guard let file = fopen(path, "rb") else { throw TrainingError.unreadable(path: path) }
    defer { fclose(file) }
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    var line: [UInt8] = []
    var scalars: [UInt32] = []
    func emit() throws {
      Self.decode(line, into: &scalars)
      line.removeAll(keepingCapacity: true)
      try scalars.withUnsafeBufferPointer(body)
    }
    while true {
      let length = fread(&chunk, 1, chunk.count, file)
      guard length > 0 else { break }
      var start = 0
      while let end = chunk[start..<length].firstIndex(of: 0x0A) {
        line.append(contentsOf: chunk[start..<end])
        try emit()
        start = end + 1
      }
      line.append(contentsOf: chunk[start..<length])
      if line.count > Self.longestLine { try emit() }
    }
    guard ferror(file) == 0 else { throw TrainingError.unreadable(path: path) }
    if !line.isEmpty { try emit() }
  }

  /// Decodes UTF-8 leniently: a malformed byte becomes one U+FFFD.
  static func decode(_ bytes: [UInt8], into scalars: inout [UInt32]) {
    scalars.removeAll(keepingCapacity: true)
    var index = 0
    let count = bytes.count
    while index < count {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 {
        scalars.append(UInt32(lead))
        continue
      }
      let extra = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : 1
      guard lead >= 0xC2, lead < 0xF5, index + extra <= count else {
        scalars.append(0xFFFD)
        continue
      }
      var scalar = UInt32(lead) & (0x3F >> UInt32(extra))
      var isSound = true
      for offset in 0..<extra {
        isSound = isSound && bytes[index + offset] & 0xC0 == 0x80
        scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
      }
      scalars.append(isSound ? scalar : 0xFFFD)
      if isSound { index += extra }
    }
  }
}
