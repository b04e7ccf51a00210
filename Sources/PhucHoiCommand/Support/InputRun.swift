/// A run over the inputs of a command: each is tried, failures are told, the status counts them.
struct InputRun: Sendable {
  /// The language of messages.
  let language: Language

  /// Calls `body` with every source and its bytes.
  ///
  /// A failure of one input is told on standard error and the next input goes on; a failure that concerns the
  /// run as a whole (model, output, usage) ends it.
  /// - Throws: the exit status when it is not 0.
  func each(of arguments: [String], _ body: (InputSource, [UInt8]) throws -> Void) throws {
    let sources = InputSource.sources(arguments)
    var failures = 0
    for source in sources {
      do {
        try body(source, try source.read())
      } catch let failure as CommandFailure {
        StandardStream.error.say(failure.line(in: language))
        guard failure.status == .allInputsFailed else { throw failure.status.error }
        failures += 1
      }
    }
    let status = ExitStatus(inputs: sources.count, failures: failures)
    if status != .done { throw status.error }
  }
}
