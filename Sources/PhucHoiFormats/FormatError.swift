/// What keeps an input from being read as pages, with a stable code.
public struct FormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure; the raw value is the stable code.
  public enum Code: String, Sendable {
    /// Not well-formed XML.
    case malformed = "PH-1301"
    /// Elements nested too deep.
    case tooDeep = "PH-1302"
    /// The file declares entities of its own.
    case entities = "PH-1303"
    /// The file is larger than the limit.
    case tooLarge = "PH-1304"
    /// An encoding that pages are not read in.
    case encoding = "PH-1305"
    /// The program that reads PDF files is not installed.
    case noPDFReader = "PH-1306"
    /// The PDF file is damaged, or needs a password.
    case damagedPDF = "PH-1307"
    /// The PDF file has pictures of pages, but no text.
    case needsOCR = "PH-1308"
    /// No text at all: a program, a picture, an archive.
    case binary = "PH-1309"
    /// The program that reads PDF files took more memory, or wrote more, than it may.
    case tooCostly = "PH-1310"
    /// A format that is known and not read.
    case foreign = "PH-1311"
    /// The program that reads PDF files did not come to an end in time.
    case tooSlow = "PH-1102"
  }

  /// The kind of failure.
  public let code: Code
  /// What happened, in English, without any text of the document.
  public let message: String

  /// Makes an error from its parts.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Code and message.
  public var description: String { "\(code.rawValue): \(message)" }
}
