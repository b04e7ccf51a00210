// Names and what they stand for are those of Foundation.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

// What the library of the catalogue asks of Foundation beyond FoundationEssentials, for the command of the packages.
//
// Foundation brings formats of dates and numbers for all languages of the world: a third of a command that is linked
// statically, and half of what the loader has to relocate. GRDB names many of its types, but only so that values of them can be
// stored, which nothing here does; `Packaging/swiftc` compiles it against this module. What GRDB runs for us (locks,
// comparisons, sizes of files, texts of numbers) does what it does in Foundation; what is only named holds just enough to be
// compiled, and never traps.
@_exported import Dispatch
@_exported import FoundationEssentials
@_exported import Glibc

public func NSTemporaryDirectory() -> String { FileManager.default.temporaryDirectory.path + "/" }

public enum Thread {
  /// Only observations of a database ask for the main thread, and nothing here observes.
  public static var isMainThread: Bool { true }
}

extension String {
  public init(format: String, _ arguments: CVarArg...) {
    var text = [CChar](repeating: 0, count: 400)
    let room = text.count
    let count = withVaList(arguments) { vsnprintf(&text, room, format, $0) }
    self.init(
      decoding: text.prefix(Swift.min(room - 1, Swift.max(0, Int(count)))).map { UInt8(bitPattern: $0) },
      as: UTF8.self)
  }
}

public enum URLResourceKey: Hashable, Sendable { case fileSizeKey }

public struct URLResourceValues: Sendable {
  public var fileSize: Int?
}

extension URL {
  /// The size of the file; throws where there is none.
  public func resourceValues(forKeys keys: Set<URLResourceKey>) throws -> URLResourceValues {
    var status = stat()
    guard stat(path, &status) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    return URLResourceValues(fileSize: Int(status.st_size))
  }
}

/// Nothing is loaded from a bundle: models are found by `ModelLocator`.
public final class Bundle: Sendable {
  public static let main = Bundle()
  public let bundleURL = URL(fileURLWithPath: "/")
  public let bundlePath = "/"
  public let resourceURL: URL? = nil
  private init() {}
  public init?(path: String) { nil }
  public init?(url: URL) { nil }
  public init(for type: AnyClass) {}
}
