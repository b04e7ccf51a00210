/// How a text came to be as it is, as far as its repair differs by it.
public enum SourceKind: String, Sendable {
  /// Read by an engine without Vietnamese.
  case engine
  /// Vietnamese with its marks, typed or read by an engine that knows them.
  case marked
  /// Vietnamese of which some marks are missing.
  case partly
  /// Marks missing altogether.
  case stripped
  /// Letters dropped where marked vowels stood.
  case dropped

  /// The kind of source that the channel profile `name` is about; one of another name is about text with its marks.
  init(profile name: String) {
    let known: [(prefix: String, kind: SourceKind)] = [
      ("english", .engine), ("latin", .engine), ("french", .engine), ("neural", .engine),
      ("stripped", .stripped), ("partly", .partly), ("dropped", .dropped),
    ]
    self = known.first { name.hasPrefix($0.prefix) }?.kind ?? .marked
  }

  /// Whether marks are lost as a rule, so that a bare word that stands is no evidence for itself.
  public var losesMarks: Bool { self != .marked }

  /// Whether every word is one that was meant but for its marks, or nearly every.
  var keepsLetters: Bool { self == .marked || self == .partly || self == .stripped }

  /// The share of words that are none, whatever marks were lost, in such text.
  var unexplainedShare: Float { keepsLetters ? 0.015 : 0.25 }

  /// What it costs to take a text for one of this kind before anything is seen of it, log10.
  var rarity: Float {
    switch self {
    case .marked, .stripped: 0
    case .engine, .partly: 2
    case .dropped: 5
    }
  }
}
