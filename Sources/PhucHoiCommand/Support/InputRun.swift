import PhucHoi

/// A run over the inputs of a command: each is tried, failures are told, the status counts them.
struct InputRun: Sendable {
  /// The language of messages.
  let language: Language

  /// Calls `body` with every source and its bytes, `limit` of them at most.
  ///
  /// A failure of one input is told on standard error and the next input goes on; a failure that concerns the
  /// run as a whole (model, output, usage) ends it.
  /// - Throws: the exit status when it is not 0.
  func each(
    of arguments: [String], atMost limit: Int = .max, _ body: (InputSource, [UInt8]) throws -> Void
  ) throws {
    let sources = InputSource.sources(arguments)
    var failures = 0
    for source in sources {
      do {
        try body(source, try source.read(atMost: limit))
      } catch {
        let failure = try Self.failure(error, of: source)
        if failure.status == .done { throw failure.status.error }
        StandardStream.error.say(failure.line(in: language))
        guard failure.status == .allInputsFailed else { throw failure.status.error }
        failures += 1
      }
    }
    let status = ExitStatus(inputs: sources.count, failures: failures)
    if status != .done { throw status.error }
  }

  private static func failure(_ error: any Error, of source: InputSource) throws -> CommandFailure {
    if let failure = error as? CommandFailure { return failure }
    guard let failure = error as? PhucHoiError else { throw error }
    return CommandFailure(failure, input: source)
  }
}
