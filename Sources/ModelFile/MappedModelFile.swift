#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A model file mapped into memory.
///
/// Opening costs a map and a look at the header and the section table, whatever the size of the file. The
/// sections stay valid as long as the object lives. Their contents are only checked by `verify()`: whoever
/// reads offsets from a section clamps them before use.
public final class MappedModelFile: Sendable {
  /// Path as it was given.
  public let path: String
  /// Version of the sections, as the writer of this kind of model numbered it.
  public let kindVersion: UInt64
  /// Length of the file in bytes.
  public var byteCount: Int { bytes.count }

  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer
  private let sections: [String: Range<Int>]

  /// Maps the file at `path`, which must hold a model of `kind` with sections of `version`.
  ///
  /// Throws `ModelFileError` when the file is missing, of another kind or version, truncated, or when its
  /// header does not match its checksum.
  public init(path: String, kind: String, version: UInt64) throws(ModelFileError) {
    let bytes = try Self.map(path)
    do {
      let header = ModelFileHeader(path: path, bytes: bytes)
      sections = try header.checkedSections(kind: kind, version: version)
    } catch {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
      throw error
    }
    self.path = path
    self.bytes = bytes
    kindVersion = version
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Whether there is a section `name`.
  public func holds(_ name: String) -> Bool { sections[name] != nil }

  /// The section `name` as an array of `Element`.
  ///
  /// Throws `malformed` when it is missing or not a whole number of elements.
  public func section<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type = Element.self
  ) throws(ModelFileError) -> UnsafeBufferPointer<Element> {
    guard let range = sections[name] else {
      throw ModelFileError(.malformed, path: path, found: "no section `\(name)`", expected: "one")
    }
    guard range.count % MemoryLayout<Element>.stride == 0 else {
      throw ModelFileError(
        .malformed, path: path, found: "\(range.count) bytes in section `\(name)`",
        expected: "a multiple of \(MemoryLayout<Element>.stride)")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: Element.self)
  }

  /// The section `name`, which must have `count` elements; throws `malformed` otherwise.
  public func section<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type = Element.self, count: Int
  ) throws(ModelFileError) -> UnsafeBufferPointer<Element> {
    let elements = try section(name, of: type)
    guard elements.count == count else {
      throw ModelFileError(
        .malformed, path: path, found: "\(elements.count) elements in section `\(name)`",
        expected: "\(count)")
    }
    return elements
  }

  /// Reads the whole file and compares it with its checksum; throws `damaged` where they differ. O(n).
  ///
  /// Pages are asked for in stretches and given back at once, so that the memory of the process hardly grows and
  /// the file is read about as fast as its bytes can be added up.
  public func verify() throws(ModelFileError) {
    try ModelFileHeader(path: path, bytes: bytes).verifyContent { stretch, isDone in
      Self.advise(stretch, isDone ? Self.giveBack : Self.fetch)
    }
  }

  #if os(Linux)
    /// MADV_POPULATE_READ; kernels before 5.14 refuse it, and the pages come one by one.
    private static let fetch: Int32 = 22
  #else
    private static let fetch = MADV_WILLNEED
  #endif
  private static let giveBack = MADV_DONTNEED

  /// Advises the kernel about the whole pages that hold `stretch`; it may ignore it.
  private static func advise(_ stretch: UnsafeRawBufferPointer, _ advice: Int32) {
    guard let base = stretch.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = UInt(bitPattern: base) & ~UInt(page - 1)
    let length = Int(UInt(bitPattern: base) - start) + stretch.count
    madvise(UnsafeMutableRawPointer(bitPattern: start), length, advice)
  }

  private static func map(_ path: String) throws(ModelFileError) -> UnsafeRawBufferPointer {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw unreadable(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, "something that is not a file") }
    let length = Int(status.st_size)
    guard length > 0 else {
      throw ModelFileError(.truncated, path: path, found: "an empty file", expected: "a model")
    }
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw unreadable(path, String(cString: strerror(errno)))
    }
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  private static func unreadable(_ path: String, _ found: String) -> ModelFileError {
    ModelFileError(.unreadable, path: path, found: found, expected: "a readable model file")
  }
}
