import PhucHoi

/// Which policy texts are repaired by.
public enum PolicyChoice: Sendable, Equatable {
  /// Careful where a text has its marks, balanced where an engine without Vietnamese surely read it.
  case auto
  /// The same for all.
  case fixed(Policy)

  /// The choice called `name`: `auto`, or a policy; nil for anything else.
  public init?(name: String) {
    if name == "auto" {
      self = .auto
    } else if let policy = Policy(rawValue: name) {
      self = .fixed(policy)
    } else {
      return nil
    }
  }

  /// The name, as options state it.
  public var name: String {
    switch self {
    case .auto: "auto"
    case .fixed(let policy): policy.rawValue
    }
  }

  /// The names of all choices.
  public static let names = ["auto"] + Policy.allCases.map(\.rawValue)
}
