import Logging
import VietText

/// What a repairer tells its logger: sizes, counts, durations, codes of errors. No text ever comes here.
struct RepairLog: Sendable {
  private let logger: Logger?

  init(_ logger: Logger?) { self.logger = logger }

  /// Tells of the lexicon in use.
  func tell(_ lexicon: UserLexicon) {
    guard let logger, !lexicon.isEmpty || !lexicon.problems.isEmpty else { return }
    logger.debug("lexicon ready", metadata: ["entries": "\(lexicon.entries.count)"])
    for problem in lexicon.problems {
      logger.warning(
        "lexicon line left out", metadata: ["code": "\(problem.code)", "line": "\(problem.place.line)"])
    }
  }

  /// Does `body`, which repairs a section of `bytes` bytes, and tells what came of it.
  func telling<Failure: Error>(
    _ bytes: Int, _ encoding: TextEncoding, _ body: () throws(Failure) -> [Repair]
  ) throws(Failure) -> [Repair] {
    guard let logger else { return try body() }
    let start = ContinuousClock.now
    let repairs = try body()
    guard let repair = repairs.first else { return repairs }
    logger.debug(
      "text repaired",
      metadata: [
        "bytes": "\(bytes)", "encoding": "\(encoding.rawValue)", "tokens": "\(repair.tokens.count)",
        "edits": "\(repair.edits.count)", "suggestions": "\(repair.suggestions.count)",
        "kept": "\(repair.kept.count)", "ms": "\(milliseconds(since: start))",
      ])
    return repairs
  }

  /// Does `body`, which repairs a text of `bytes` bytes, and tells of its failure.
  func tellingFailure<Failure: Error>(
    _ bytes: Int, _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    let start = ContinuousClock.now
    do {
      try body()
    } catch {
      let code = (error as? PhucHoiError)?.code.rawValue ?? "-"
      logger?.notice(
        "repair ended",
        metadata: ["bytes": "\(bytes)", "code": "\(code)", "ms": "\(milliseconds(since: start))"])
      throw error
    }
  }

  private func milliseconds(since start: ContinuousClock.Instant) -> Int64 {
    let time = (ContinuousClock.now - start).components
    return time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000
  }
}
