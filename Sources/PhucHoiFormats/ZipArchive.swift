import CZip

/// A zip file in memory.
public struct ZipArchive: Sendable {
  private let bytes: [UInt8]

  /// The zip file in `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The largest member that a document of this size has: text of markup is packed to a tenth, and what is packed much
  /// better is made to fill memory.
  var expectedLimit: Int { (6 << 20) + 20 * bytes.count }

  /// Whether there is a member `name`; it is not unpacked.
  func has(_ name: String) -> Bool {
    do throws(FormatError) {
      _ = try read(name, limit: 0)
      return true
    } catch {
      return error.code == .tooLarge
    }
  }

  /// The contents of the member `name`. Throws `FormatError` where it is not there, damaged or larger than `limit`.
  public func read(_ name: String, limit: Int = 256 << 20) throws(FormatError) -> [UInt8] {
    var output: UnsafeMutablePointer<UInt8>?
    var length = 0
    let status = bytes.withUnsafeBufferPointer {
      czip_read($0.baseAddress, $0.count, name, limit, &output, &length)
    }
    defer { czip_free(output) }
    switch status {
    case Int32(CZIP_OK.rawValue): return Array(UnsafeBufferPointer(start: output, count: length))
    case Int32(CZIP_TOO_LARGE.rawValue):
      throw FormatError(.tooLarge, "\(name) inside the file has more than \(limit) bytes")
    case Int32(CZIP_MISSING.rawValue): throw FormatError(.malformed, "\(name) is missing inside the file")
    default: throw FormatError(.malformed, "\(name) inside the file is damaged")
    }
  }
}
