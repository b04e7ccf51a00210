/// How a text came to be as it is, as far as its repair differs by it.
public enum SourceKind: String, Sendable {
  /// Read by an engine without Vietnamese.
  case engine
  /// Vietnamese with its marks, typed or read by an engine that knows them.
  case marked
  /// Marks missing altogether.
  case stripped
  /// Letters dropped where marked vowels stood.
  case dropped

  /// The kind of source that the channel profile `name` is about; one of another name is about text with its marks.
  init(profile name: String) {
    let known: [(prefix: String, kind: SourceKind)] = [
      ("english", .engine), ("latin", .engine), ("french", .engine), ("stripped", .stripped),
      ("dropped", .dropped),
    ]
    self = known.first { name.hasPrefix($0.prefix) }?.kind ?? .marked
  }

  /// Whether marks are lost as a rule, so that a bare word that stands is no evidence for itself.
  public var losesMarks: Bool { self != .marked }
}
