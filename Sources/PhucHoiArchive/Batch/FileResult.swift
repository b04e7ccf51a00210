import PhucHoiFormats

/// What became of one input, before anything is written.
struct FileResult: Sendable {
  var input: InputFile
  var names: OutputNames
  var outcome: BatchOutcome
  var failure: BatchFailure?
  /// SHA-256 of the input.
  var sha256: String?
  var byteCount = 0
  var format: PageFormat?
  /// The degree of secrecy of a document that states one.
  var secrecy: String?
  var reading: EngineReading?
  /// The documents of the reading as JSON, with the places of their values on the pages.
  var records: [String] = []
  /// What tells the decisions of a person that went into it; empty without any.
  var decisions = ""
  /// How many changes the input's format could not take.
  var unapplied = 0
  /// The full text as it is searched.
  var searched: (marked: String, bare: String) = ("", "")
  /// Files to write.
  var files: [ResultFile] = []
  /// Files that were written.
  var written: [WrittenFile] = []

  /// Whether the input was done before and what it gave stays, since it could not be done again.
  var keepsEarlier = false

  /// The path under which the same content was processed before, where that is gone.
  var movedFrom: String?

  /// Whether there is anything to write down that the catalogue does not have.
  var isNew: Bool { outcome != .skipped && outcome != .stale }
}

/// A file to write. Its bytes are made when it is written, so that those of a large input are never all at hand.
struct ResultFile: Sendable {
  var path: RelativePath
  var bytes: @Sendable () -> [UInt8]
}

/// A file that was written, so that it can be told later whether it is still there and whole.
struct WrittenFile: Sendable, Equatable {
  var path: RelativePath
  var byteCount: Int
  var sha256: String
}

/// What the catalogue knows of an input that was processed before.
struct JournalEntry: Sendable, Equatable {
  var sha256: String
  /// Models and options.
  var stamp: String
  var stem: String
  /// What tells the decisions that went into it.
  var decisions = ""
  var outcome: BatchOutcome
  /// Whether it states a degree of secrecy.
  var isSecret = false
  /// Files that were written, with their sizes.
  var outputs: [(path: RelativePath, byteCount: Int)] = []

  static func == (a: JournalEntry, b: JournalEntry) -> Bool {
    (a.sha256, a.stamp, a.stem, a.decisions, a.outcome) == (b.sha256, b.stamp, b.stem, b.decisions, b.outcome)
  }
}
