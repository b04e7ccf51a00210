/// Something that a person did in the review: one decision, or one about many places at once.
public struct ReviewAction: Sendable, Equatable {
  /// The kinds; the raw value is what the catalogue keeps.
  public enum Kind: String, Sendable {
    /// Places were decided.
    case decide
    /// The decisions of a sheet were taken.
    case sheet
    /// Decisions were taken back from the command line.
    case takeBack = "take_back"
    /// An action was undone.
    case undo
    /// An action that was undone was done again.
    case redo
  }

  /// Its number; later actions have higher ones.
  public var id: Int
  /// When, ISO 8601 in UTC.
  public var time: String
  /// Who; empty where nobody gave a name.
  public var person: String
  /// What kind it is.
  public var kind: Kind
  /// The action that it undoes or does again.
  public var target: Int?
  /// Whether it is undone now.
  public var isUndone: Bool
  /// How many places it changed.
  public var count: Int
  /// The changes, as many of the first as were asked for.
  public var changes: [ReviewChange]
}

/// One change of mind about one place.
public struct ReviewChange: Sendable, Equatable {
  /// The place.
  public var place: ReviewPlace
  /// What stood there in the reading when it was decided, for the history.
  public var read: String
  /// What was decided before; nil where the place was open.
  public var before: String?
  /// What is decided now; nil where the place is open again.
  public var after: String?

  /// Makes a change from its parts.
  public init(place: ReviewPlace, read: String, before: String? = nil, after: String?) {
    self.place = place
    self.read = read
    self.before = before
    self.after = after
  }
}

/// Why a decision was not taken.
public enum ReviewConflict: Error, Sendable, Equatable {
  /// Somebody else decided otherwise about the place since this person looked at it.
  case decidedMeanwhile(by: String, text: String?)
  /// There is nothing to undo or to do again.
  case nothing
}
