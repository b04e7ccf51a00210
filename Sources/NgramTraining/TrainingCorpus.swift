/// A text to train on and how much it counts.
public struct TrainingCorpus: Sendable, Equatable {
  /// How the lines of the file are laid out.
  public enum Layout: Sendable, Equatable {
    /// One paragraph a line.
    case lines
    /// `count TAB line`: how often a line occurred before de-duplication. A line counts the square root of
    /// that, so that formulas are restored but do not drown the rest.
    case repeats
  }

  /// Path of a UTF-8 file, NFC.
  public var path: String
  /// What weights may be.
  public static let weights = 1...1_000_000

  /// How often each line counts.
  public var weight: Int
  /// How the lines are laid out.
  public var layout: Layout

  /// Names a corpus; files that end in `.tsv` are taken for repeats.
  public init(path: String, weight: Int = 1) {
    self.path = path
    self.weight = max(1, weight)
    layout = path.hasSuffix(".tsv") ? .repeats : .lines
  }
}
