/// Why a model could not be trained. The codes are stable.
public enum TrainingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A corpus cannot be read.
  case unreadable(path: String)
  /// A scratch file cannot be written.
  case unwritable(path: String)
  /// The corpora hold no text.
  case noText
  /// An option is outside of its range.
  case badOption(String)

  /// Stable code, `PH-31xx`.
  public var code: String {
    switch self {
    case .unreadable: "PH-3101"
    case .unwritable: "PH-3102"
    case .noText: "PH-3103"
    case .badOption: "PH-3104"
    }
  }

  /// One line: code, what happened, what to do.
  public var description: String {
    switch self {
    case .unreadable(let path): "\(code) \(path): cannot be read; check that it exists and may be read"
    case .unwritable(let path): "\(code) \(path): cannot be written; check the folder and the free space"
    case .noText: "\(code) the corpora hold no text; name files of UTF-8 text, one paragraph a line"
    case .badOption(let text): "\(code) \(text)"
    }
  }
}
