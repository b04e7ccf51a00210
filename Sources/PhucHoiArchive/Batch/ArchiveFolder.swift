import Platform

/// Ways into an archive's folder that never lead out of it: no link is followed below its root.
struct ArchiveFolder: Sendable {
  let root: String

  /// Calls `body` with the descriptor of the folder that holds `path` and its name there; folders are made where
  /// `creating`. Nil, with `errno` set, where the way does not exist or leads over a link.
  func at<Value>(
    _ path: RelativePath, creating: Bool = false,
    _ body: (_ folder: Int32, _ name: UnsafePointer<CChar>) -> Value
  ) -> Value? {
    guard path.isInside else {
      errno = EINVAL
      return nil
    }
    var folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    defer { close(folder) }
    for component in path.components.dropLast() {
      let next = Self.named(component) { name -> Int32 in
        if creating, mkdirat(folder, name, 0o777) != 0, errno != EEXIST { return -1 }
        return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      }
      guard next >= 0 else { return nil }
      close(folder)
      folder = next
    }
    return Self.named(path.name) { body(folder, $0) }
  }

  /// Size of a file; nil where there is none, or something else.
  func size(_ path: RelativePath) -> Int? {
    at(path) { folder, name in
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
      else {
        return nil as Int?
      }
      return Int(status.st_size)
    } ?? nil
  }

  /// The bytes of a file, at most `limit`; nil where there is none that can be read.
  func contents(_ path: RelativePath, limit: Int = .max) -> [UInt8]? {
    let descriptor = at(path) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) } ?? -1
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try? InputReader.read(descriptor, limit: limit)
  }

  private static func named<Value>(
    _ component: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    (component.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a name has at least its end") }
      return body(base)
    }
  }
}
