#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A scratch file of counted n-grams in ascending order: first all keys, then all counts.
struct SortedRun: Sendable {
  let path: String
  let count: Int

  /// Writes `keys` to `path`; throws `TrainingError.unwritable`.
  init(_ content: CountedKeys, path: String) throws(TrainingError) {
    guard let file = fopen(path, "wb") else { throw .unwritable(path: path) }
    let keys = content.keys.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    let counts = content.counts.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, keys == content.count * 8, counts == content.count * 4 else {
      throw .unwritable(path: path)
    }
    self.path = path
    count = content.count
  }

  /// Removes the file.
  func remove() { unlink(path) }
}

/// Reads a sorted run from its start, a block at a time.
struct SortedRunReader {
  private static let block = 1 << 16

  private let run: SortedRun
  private let descriptor: Int32
  private var next = 0
  private var position = 0
  private var keys: [UInt64] = []
  private var counts: [UInt32] = []

  /// Opens `run`; throws `TrainingError.unreadable`.
  init(_ run: SortedRun) throws(TrainingError) {
    self.run = run
    descriptor = open(run.path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path: run.path) }
    try fill()
  }

  /// The n-gram that comes next, nil at the end.
  var head: (key: UInt64, count: UInt32)? { position < keys.count ? (keys[position], counts[position]) : nil }

  /// Goes on to the next n-gram.
  mutating func advance() throws(TrainingError) {
    position += 1
    if position == keys.count { try fill() }
  }

  /// Closes the file.
  func finish() { close(descriptor) }

  private mutating func fill() throws(TrainingError) {
    let length = min(Self.block, run.count - next)
    keys = [UInt64](repeating: 0, count: length)
    counts = [UInt32](repeating: 0, count: length)
    position = 0
    guard length > 0 else { return }
    let first = keys.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(next * 8)) }
    let second = counts.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(run.count * 8 + next * 4))
    }
    guard first == length * 8, second == length * 4 else { throw .unreadable(path: run.path) }
    next += length
  }
}
