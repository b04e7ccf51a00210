/// What can go wrong in the library, with a stable code.
public struct PhucHoiError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kinds of failure; the raw value is the stable code.
  public enum Code: String, Sendable {
    /// No folder with models was found.
    case modelsMissing = "PH-3001"
    /// A model or table is damaged or of another version.
    case modelsDamaged = "PH-3002"
    /// The input is larger than the limit.
    case tooLarge = "PH-1101"
    /// The work took longer than the limit.
    case tooSlow = "PH-1102"
    /// The task was cancelled.
    case cancelled = "PH-1103"
  }

  /// The kind of failure.
  public var code: Code
  /// What happened, in English, without any text of the document.
  public var message: String

  /// Makes an error from its parts.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Code and message.
  public var description: String { "\(code.rawValue): \(message)" }
}
