import PhucHoi
import PhucHoiFormats
import Platform

/// A regular file that is read stretch by stretch.
final class LongFile: Sendable {
  private let descriptor: Int32
  /// Its length when it was opened, in bytes.
  let byteCount: Int

  /// Opens the file that `source` names; nil where it is no regular file that can be read.
  init?(_ source: InputSource) {
    guard case .file(let path) = source else { return nil }
    var status = stat()
    // A pipe is opened once only, by whoever reads it.
    guard GivenName.with(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    descriptor = GivenName.with(path) { Platform.open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    byteCount = isRegular ? Int(status.st_size) : 0
    guard isRegular else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes of a stretch, as many as there are.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count, let base = buffer.baseAddress {
        let read = pread(descriptor, base + count, range.count - count, off_t(range.lowerBound + count))
        guard read > 0 else {
          if read < 0, errno == EINTR { continue }
          return
        }
        count += read
      }
    }
  }

  /// The text, where the file is plain UTF-8 and a long one; nil for all else, which is to be read as a whole.
  func text(suffix: String?, longerThan least: Int) -> LongText? {
    // Without this ending a file may be a notation of data, which only the whole of it tells.
    guard byteCount > least, suffix == "txt" else { return nil }
    let head = bytes(0..<min(byteCount, LongText.headLength))
    guard FormatGuess(head, suffix: suffix) == .known(.plainText) else { return nil }
    return LongText(byteCount: byteCount) { self.bytes($0) }
  }
}
