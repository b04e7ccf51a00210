import CChild
import Platform

/// The output folder: files appear in it whole or not at all. Any thread may write.
final class OutputFolder: @unchecked Sendable {
  let root: String
  private let work: String
  /// The lock file's descriptor, set once; what is below is guarded by the mutex.
  private var lock: Int32 = -1
  private let mutex = Lock()
  private var freeParts: [Int] = []
  private var partCount = 0
  private var keptCount = 0

  /// Makes the folder if need be and takes it for this run alone. Throws `BatchError`.
  init(root: String) throws(BatchError) {
    self.root = root
    work = root + "/.phuchoi"
    for path in [root, work] where mkdir(path, 0o777) != 0 && errno != EEXIST { throw failure(path) }
    lock = open(work + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw failure(work) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw BatchError(code: .busy, message: "\(root): another run works on this folder", place: root)
    }
    // What a run that was killed left behind.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: work)) ?? []
    for name in names where name.hasPrefix("part") { unlink(work + "/" + name) }
  }

  deinit {
    if lock >= 0 { close(lock) }
  }

  /// Lets others have the folder. What still hangs in a worker that nobody waits for writes nothing any more.
  func release() {
    if lock >= 0 { flock(lock, LOCK_UN) }
  }

  /// Writes a file: to a temporary place first, then under its name. Throws `BatchError`, or `BatchFailure` where it is
  /// this name alone that cannot be written.
  func write(_ bytes: [UInt8], to path: RelativePath) throws {
    let number = mutex.withLock { takePart() }
    defer { mutex.withLock { freeParts.append(number) } }
    let part = "\(work)/part\(number)"
    let descriptor = open(part, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(part) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Platform.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
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
    let isThere = close(descriptor) == 0
    guard isThere, folder.at(path, creating: true, { renameat(AT_FDCWD, part, $0, $1) }) == 0 else {
      let number = errno
      unlink(part)
      if Self.isOfName(number) {
        throw BatchFailure.unwritable(path.display, String(cString: strerror(number)))
      }
      errno = number
      throw failure(path.display)
    }
  }

  /// Whether an error says something of one name, not of the folder as a whole.
  private static func isOfName(_ number: Int32) -> Bool {
    [ENAMETOOLONG, EINVAL, EILSEQ, ENOTDIR, EISDIR, ELOOP, EEXIST, ENOTEMPTY, EACCES, EPERM, ENOENT].contains(
      number)
  }

  /// Puts all that was written on the disk, so that a row may say that it is there. Throws `BatchError`.
  ///
  /// A lost write is told once to each descriptor that was open when it happened, so it is asked of one that is held.
  func sync() throws(BatchError) {
    guard WholeFile.isDone(cchild_sync(lock)) else { throw failure(root) }
  }

  /// A second name for what stands at `path`, so that it can be brought back; nil where there is nothing, or the file
  /// system has no second names. The next run clears away what is not let go of.
  func kept(_ path: RelativePath) -> String? {
    let number = mutex.withLock {
      keptCount += 1
      return keptCount
    }
    let place = "\(work)/part-kept\(number)"
    unlink(place)
    return folder.at(path) { linkat($0, $1, AT_FDCWD, place, 0) } == 0 ? place : nil
  }

  /// Puts what was kept back under its name.
  func bringBack(_ place: String, to path: RelativePath) {
    _ = folder.at(path) { renameat(AT_FDCWD, place, $0, $1) }
  }

  /// Lets go of what was kept.
  func letGo(of place: String) { unlink(place) }

  /// Removes a file that an earlier run wrote.
  func remove(_ path: RelativePath) { _ = folder.at(path) { unlinkat($0, $1, 0) } }

  /// Whether a file is there.
  func has(_ path: RelativePath) -> Bool { folder.size(path) != nil }

  /// The bytes of a file that an earlier run wrote.
  func contents(_ path: RelativePath) -> [UInt8]? { folder.contents(path) }

  private var folder: ArchiveFolder { ArchiveFolder(root: root) }

  /// The number of a temporary file that no other thread writes.
  private func takePart() -> Int {
    if let number = freeParts.popLast() { return number }
    partCount += 1
    return partCount
  }

  private func failure(_ path: String) -> BatchError {
    BatchError(code: .output, message: "\(path): \(String(cString: strerror(errno)))")
  }
}

/// Reads input files whole, with a bound, and notices when one changes meanwhile.
struct InputReader: Sendable {
  private let folders: InputFolders
  private let limit: Int

  /// A reader of files of at most `limit` bytes below `folders`.
  init(_ folders: InputFolders, limit: Int) { (self.folders, self.limit) = (folders, limit) }

  /// A reader of files of at most `limit` bytes below `root`.
  init(root: String, limit: Int) { self.init(InputFolders(root), limit: limit) }

  /// The bytes of a file.
  func read(_ path: RelativePath) throws(BatchFailure) -> [UInt8] {
    guard let (root, path) = folders.place(of: path) else { throw .vanished }
    let descriptor = path.with(root: root) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .vanished : .unreadable(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    return try Self.read(descriptor, limit: limit)
  }

  /// The bytes of an open file, at most `limit`.
  static func read(_ descriptor: Int32, limit: Int) throws(BatchFailure) -> [UInt8] {
    var before = stat()
    guard fstat(descriptor, &before) == 0, before.st_mode & S_IFMT == S_IFREG else { throw .noFile }
    let size = Int(before.st_size)
    guard size <= limit else { throw .tooLarge(size, limit) }
    var bytes = [UInt8](repeating: 0, count: size)
    var offset = 0
    while offset < size {
      let count = bytes.withUnsafeMutableBytes {
        Platform.read(descriptor, $0.baseAddress?.advanced(by: offset), size - offset)
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
