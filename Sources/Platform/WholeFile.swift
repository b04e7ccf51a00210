/// Files that appear under their name whole or not at all, and that a power cut does not empty.
package enum WholeFile {
  /// Lets `fill` write what becomes the file at `path`; false where that fails, with the reason in `errno`.
  ///
  /// It is written beside the target, brought to the disk and renamed. What is no regular file, a pipe or a terminal, is
  /// written as it is.
  package static func write(_ path: String, _ fill: (UnsafeMutablePointer<FILE>) -> Bool) -> Bool {
    var status = stat()
    let isDevice = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let place = isDevice ? path : path + ".partial"
    guard let file = fopen(place, "wb") else { return false }
    let isWhole = fill(file) && ferror(file) == 0 && fflush(file) == 0 && (isDevice || sync(fileno(file)))
    let isClosed = fclose(file) == 0
    if isDevice { return isWhole && isClosed }
    guard isWhole, isClosed, rename(place, path) == 0 else {
      let reason = errno
      unlink(place)
      errno = reason
      return false
    }
    return true
  }

  /// Brings an open file to the disk; false where that fails. File systems that know no such thing say so, and are believed.
  package static func sync(_ descriptor: Int32) -> Bool { isDone(fsync(descriptor)) }

  /// Whether a call that brings something to the disk did what there is to do.
  package static func isDone(_ result: Int32) -> Bool {
    result == 0 || [EINVAL, ENOSYS, ENOTSUP, EROFS].contains(errno)
  }
}
