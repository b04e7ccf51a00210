/// Why one input could not be processed: a row of the report.
public struct BatchFailure: Error, Sendable, Equatable {
  /// The stable code.
  public var code: String
  /// The cause, in English, without any text of the document.
  public var message: String

  /// Makes a failure from its parts.
  public init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  static let vanished = BatchFailure("PH-1001", "the file is gone")
  static func unreadable(_ reason: String) -> BatchFailure {
    BatchFailure("PH-1003", "cannot be read: \(reason)")
  }
  static func tooLarge(_ size: Int, _ limit: Int) -> BatchFailure {
    BatchFailure("PH-1101", "\(size) bytes, at most \(limit)")
  }
  static func tooSlow(_ milliseconds: Int) -> BatchFailure {
    BatchFailure("PH-1102", "not done within \(milliseconds) ms")
  }
  static let notVietnamese = BatchFailure("PH-1501", "the text is not Vietnamese")
  static let changed = BatchFailure("PH-1502", "the file changed while it was read")
  static let outsideLink = BatchFailure(
    "PH-1503", "a symbolic link that leads out of the tree, to a folder, or nowhere")
  static let noFile = BatchFailure("PH-1504", "neither a file nor a folder")
  static let noText = BatchFailure("PH-1506", "there is no text in it")
  static func pagesWithoutText(_ pages: [Int]) -> BatchFailure {
    let shown = pages.prefix(40).map(String.init).joined(separator: ", ") + (pages.count > 40 ? ", …" : "")
    return BatchFailure("PH-1308", "pages without text: \(shown)")
  }
  static func unwritable(_ name: String, _ reason: String) -> BatchFailure {
    BatchFailure("PH-4004", "\(name): cannot be written: \(reason)")
  }
  static let engine = BatchFailure("PH-1505", "the text could not be processed")
}

/// Why a whole run cannot go on.
public struct BatchError: Error, Sendable, Equatable {
  /// The kinds of failure; the raw value is the stable code.
  public enum Code: String, Sendable {
    /// The input folder cannot be read.
    case input = "PH-1003"
    /// One of the folders lies inside the other.
    case nested = "PH-2101"
    /// The output folder holds something else than an archive.
    case occupied = "PH-2103"
    /// The archive was made from another folder.
    case otherInput = "PH-2104"
    /// Folders of inputs need names of their own: they share one, or the archive's only folder has none.
    case unnamedInput = "PH-2107"
    /// The archive's settings cannot be understood.
    case settings = "PH-2105"
    /// Another run works on the same output folder.
    case busy = "PH-4101"
    /// A file or the catalogue cannot be written.
    case output = "PH-4001"
    /// The place for temporary files cannot be written.
    case temporary = "PH-4002"
  }

  /// The kind of failure.
  public var code: Code
  /// What happened, in English.
  public var message: String
  /// Where, in no language: paths, and what the system says.
  public var place: String

  /// Makes an error from its parts; the message tells the place where it is not given.
  public init(code: Code, message: String, place: String? = nil) {
    (self.code, self.message, self.place) = (code, message, place ?? message)
  }
}
