import Foundation

/// The output folder: files appear in it whole or not at all. Any thread may write.
final class OutputFolder: @unchecked Sendable {
  let root: String
  private let work: String
  /// The lock file's descriptor, set once; what is below is guarded by the mutex.
  private var lock: Int32 = -1
  private let mutex = NSLock()
  private var known: Set<RelativePath> = []
  private var freeParts: [Int] = []
  private var partCount = 0

  /// Makes the folder if need be and takes it for this run alone. Throws `BatchError`.
  init(root: String) throws(BatchError) {
    self.root = root
    work = root + "/.phuchoi"
    for path in [root, work] where mkdir(path, 0o777) != 0 && errno != EEXIST { throw failure(path) }
    lock = open(work + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw failure(work) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw BatchError(code: .busy, message: "\(root): another run works on this folder")
    }
    // What a run that was killed left behind.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: work)) ?? []
    for name in names where name.hasPrefix("part") { unlink(work + "/" + name) }
  }

  deinit {
    if lock >= 0 { close(lock) }
  }

  /// Writes a file: to a temporary place first, then under its name. Throws `BatchError`.
  func write(_ bytes: [UInt8], to path: RelativePath) throws(BatchError) {
    try makeFolder(path.folder)
    let number = mutex.withLock { takePart() }
    defer { mutex.withLock { freeParts.append(number) } }
    let part = "\(work)/part\(number)"
    let descriptor = open(part, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(part) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let error = failure(path.display)
        close(descriptor)
        unlink(part)
        throw error
      }
      offset += written
    }
    guard close(descriptor) == 0, path.with(root: root, { rename(part, $0) }) == 0 else {
      let error = failure(path.display)
      unlink(part)
      throw error
    }
  }

  /// Removes a file that an earlier run wrote.
  func remove(_ path: RelativePath) { _ = path.with(root: root) { unlink($0) } }

  /// Whether a file is there.
  func has(_ path: RelativePath) -> Bool { path.with(root: root) { access($0, F_OK) } == 0 }

  /// The bytes of a file that an earlier run wrote.
  func contents(_ path: RelativePath) -> [UInt8]? {
    try? InputReader(root: root, limit: .max).read(path)
  }

  /// The number of a temporary file that no other thread writes.
  private func takePart() -> Int {
    if let number = freeParts.popLast() { return number }
    partCount += 1
    return partCount
  }

  private func makeFolder(_ folder: RelativePath) throws(BatchError) {
    guard !folder.bytes.isEmpty, !mutex.withLock({ known.contains(folder) }) else { return }
    try makeFolder(folder.folder)
    guard folder.with(root: root, { mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
      throw failure(folder.display)
    }
    mutex.withLock { _ = known.insert(folder) }
  }

  private func failure(_ path: String) -> BatchError {
    BatchError(code: .output, message: "\(path): \(String(cString: strerror(errno)))")
  }
}

/// Reads input files whole, with a bound, and notices when one changes meanwhile.
struct InputReader: Sendable {
  let root: String
  let limit: Int

  /// The bytes of a file.
  func read(_ path: RelativePath) throws(BatchFailure) -> [UInt8] {
    let descriptor = path.with(root: root) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .vanished : .unreadable(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var before = stat()
    guard fstat(descriptor, &before) == 0, before.st_mode & S_IFMT == S_IFREG else { throw .noFile }
    let size = Int(before.st_size)
    guard size <= limit else { throw .tooLarge(size, limit) }
    var bytes = [UInt8](repeating: 0, count: size)
    var offset = 0
    while offset < size {
      let count = bytes.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress?.advanced(by: offset), size - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
      guard count > 0 else { throw .changed }
      offset += count
    }
    var after = stat()
    guard fstat(descriptor, &after) == 0, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw .changed }
    return bytes
  }
}
