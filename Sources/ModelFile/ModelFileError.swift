/// Why a model file could not be read or written. The codes are stable.
public struct ModelFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Reason: String, Sendable, CaseIterable {
    /// The file is missing or may not be read.
    case unreadable = "PH-3011"
    /// The file is something else than a model.
    case notAModel = "PH-3012"
    /// The file was written by a version of the program with another layout.
    case wrongVersion = "PH-3013"
    /// The file is shorter than its header says.
    case truncated = "PH-3014"
    /// A checksum does not match.
    case damaged = "PH-3015"
    /// The file holds another kind of model.
    case wrongKind = "PH-3016"
    /// A section is missing, or its size contradicts the others.
    case malformed = "PH-3017"
    /// The file could not be written.
    case unwritable = "PH-3018"
  }

  /// What kind of failure it is.
  public let reason: Reason
  /// Path of the file.
  public let path: String
  /// What was found there.
  public let found: String
  /// What was expected instead.
  public let expected: String

  /// Makes an error from its parts.
  public init(_ reason: Reason, path: String, found: String, expected: String) {
    self.reason = reason
    self.path = path
    self.found = found
    self.expected = expected
  }

  /// Stable code, `PH-301x`.
  public var code: String { reason.rawValue }

  /// What the user can do about it.
  public var remedy: String {
    switch reason {
    case .unreadable: "check that the path exists and may be read"
    case .notAModel, .wrongKind:
      "name a model that `phuchoi` wrote: train, train-context, train-channel, train-fields, train-deadlines, calibrate, calibrate-fields"
    case .wrongVersion: "train the model again with this version, or use the model shipped with it"
    case .truncated, .damaged, .malformed: "copy the file again from its source, or train it again"
    case .unwritable: "check the folder, its permissions and the free space"
    }
  }

  /// File, what was found, what was expected, in one line.
  public var message: String { "\(path): found \(found), expected \(expected)" }

  /// One line: code, file, what was found, what was expected, what to do.
  public var description: String {
    "\(code) \(path): found \(found), expected \(expected); \(remedy)"
  }
}
