import Decoding
import PhucHoi
import PhucHoiFormats

/// What `repair` makes of one input, on whatever thread.
struct RepairJob: Sendable {
  /// What repairs; by itself it works on one thread.
  let repairer: Repairer
  /// How inputs are read.
  let encoding: EncodingOption
  /// How many bytes an input may have.
  let mostBytes: Int
  /// What one input may cost.
  let limits: WorkLimits
  /// How long reading a PDF file may take, in seconds; nil for the usual.
  let patience: Double?
  /// What is printed of a repair; nil for text.
  let report: RepairReport?
  /// Whether wrapped lines are joined.
  let reflows: Bool
  /// Whether the text alone is printed.
  let printsTextOnly: Bool
  /// Whether pages come out as pages.
  let printsPages: Bool
  /// Whether old and new are to be shown side by side.
  let compares: Bool
  /// Longer texts, in bytes, are left to the thread that prints, which gives them all cores.
  static let longest = 1 << 20

  /// What came of an input.
  enum Outcome: Sendable {
    /// Bytes to print, and the two sides where they are asked for.
    case output([UInt8], Comparison?)
    /// A repair that is told piece by piece, and the two sides where they are asked for.
    case report(Repair, InputText, Comparison?)
    /// A text so long that it is repaired while it is printed, within what is left of the limits: waiting for its turn
    /// costs it nothing.
    case long(InputText, WorkLimits)
    /// The same, of which no more is read than is repaired.
    case longFile(LongText, WorkLimits)
  }

  /// Works on one input. Throws what reading and repairing it throw.
  func outcome(_ source: InputSource) throws -> Outcome {
    let start = ContinuousClock.now
    if printsTextOnly, encoding.forced == nil, let file = LongFile(source), file.byteCount <= mostBytes,
      let text = file.text(suffix: source.suffix, longerThan: Self.longest)
    {
      return .longFile(text, limits.since(start))
    }
    return try outcome(source, try source.read(atMost: mostBytes))
  }

  private func outcome(_ source: InputSource, _ bytes: [UInt8]) throws -> Outcome {
    let start = ContinuousClock.now
    let input = try InputText.within(limits, source, bytes, encoding, patience: patience)
    if printsTextOnly, input.page == nil {
      guard bytes.count <= Self.longest else { return .long(input, limits.since(start)) }
      var output: [UInt8] = []
      try stream(input, limits.since(start), repairer) { output += $0 }
      return .output(output, nil)
    }
    let whole = try repairer.repair(
      input.decoded, scheme: input.scheme, wordConfidences: input.wordConfidences, limits: limits.since(start)
    )
    let repair = whole.endingLinesAtPageBreaks()
    let comparison = compares ? Comparison(name: source.name, repair: repair) : nil
    if report != nil { return .report(repair, input, comparison) }
    let page = printsPages ? input.page?.rewritten(whole.aligned.replacements)?.bytes : nil
    let text = { Array((reflows ? Reflow(repair.text).joined() : repair.text).utf8) }
    return .output(page ?? text(), comparison)
  }

  /// Hands the repaired text of an input to `write`, piece by piece.
  func stream(
    _ input: InputText, _ limits: WorkLimits, _ repairer: Repairer,
    write: ([UInt8]) throws -> Void
  ) throws {
    try repairer.repairSections(
      of: input.decoded, scheme: input.scheme, limits: limits,
      tellsConfidences: false
    ) { part in
      try write(Self.bytes(part))
    }
  }

  /// The same of a text that is read while it is repaired.
  func stream(
    _ text: LongText, _ limits: WorkLimits, _ repairer: Repairer,
    write: ([UInt8]) throws -> Void
  ) throws {
    try repairer.repairSections(of: text, limits: limits) { try write(Self.bytes($0)) }
  }

  private static func bytes(_ part: Repair) -> [UInt8] { Array(part.endingLinesAtPageBreaks().text.utf8) }
}
