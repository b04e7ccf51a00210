/// What is done with documents marked Mật, Tối mật, Tuyệt mật.
public enum SecretHandling: String, Sendable, CaseIterable {
  /// Nothing of them is written; they are listed apart.
  case hold
  /// They are treated like all others.
  case include
}

/// What a run over a folder is to do.
public struct BatchOptions: Sendable {
  /// How many files are worked on at once.
  public var jobs = 1
  /// Globs of files to take; all when empty.
  public var include: [String] = []
  /// Globs of files to leave out.
  public var exclude: [String] = []
  /// The inputs to take, by their path as the catalogue has it; all where nil.
  public var only: Set<String>?
  /// Whether files are done again that are done.
  public var isForced = false
  /// Whether files are done again that were done with other models or options.
  public var redoes = false
  /// What is done with secret documents.
  public var secret = SecretHandling.hold
  /// The largest file that is read, in bytes.
  public var maxBytes = 128 << 20
  /// How long one file may take, in milliseconds.
  public var timeout = 600_000

  /// Whether inputs that are gone are dropped from the archive, with what was made of them.
  public var prunes = false
  /// Whether the archive's inputs are in another folder from now on.
  public var isMoved = false
  /// What the archive is to remember; nil leaves it as it is.
  public var settings: ArchiveSettings?

  /// The language of report pages.
  public var language = ReportLanguage.vietnamese

  /// The defaults.
  public init() {}
}

/// What happened to one input.
public enum BatchOutcome: String, Sendable, CaseIterable {
  /// Repaired and catalogued.
  case done
  /// Done before, and nothing has changed.
  case skipped
  /// Done before with other models or options; left as it is.
  case stale
  /// A secret document that was put aside.
  case held
  /// A PDF file without text.
  case needsOCR = "needs_ocr"
  /// It could not be processed.
  case failed
  /// Processed before, and gone from the input folder since.
  case missing
}

/// What a run has done so far.
public struct BatchProgress: Sendable, Equatable {
  /// How many inputs there are.
  public var total = 0
  /// How many of them had which outcome.
  public var counts: [BatchOutcome: Int] = [:]
  /// Pages of the inputs that were done.
  public var pages = 0
  /// The first inputs that somebody has to see to, by outcome, with the code of what was wrong.
  public var named: [BatchOutcome: [String]] = [:]
  /// The first inputs that were done and have pages without text.
  public var partly: [String] = []
  /// So many inputs are named.
  static let mostNames = 20

  /// Names an input that somebody has to see to.
  mutating func name(_ result: FileResult) {
    let path = result.input.path.display
    switch result.outcome {
    case .failed, .held, .needsOCR:
      guard named[result.outcome, default: []].count < Self.mostNames else { return }
      named[result.outcome, default: []].append(result.failure.map { "\(path) (\($0.code))" } ?? path)
    case .done where result.failure != nil && partly.count < Self.mostNames: partly.append(path)
    default: return
    }
  }

  /// How many inputs are behind.
  public var finished: Int { counts.values.reduce(0, +) - (counts[.missing] ?? 0) }
}
