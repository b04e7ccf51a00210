import PhucHoi
import Platform

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
      try tell(of: source, &failures) { try body(source, try source.read(atMost: limit)) }
    }
    try end(sources.count, failures)
  }

  /// The same on all cores: `work`, which reads the source, is called on any thread with each, `finish` in order, on this
  /// one, with what it returned.
  func each<Value: Sendable>(
    of arguments: [String], work: @escaping @Sendable (InputSource) throws -> Value,
    finish: (InputSource, Value) throws -> Void
  ) throws {
    let sources = InputSource.sources(arguments)
    let cores = Surroundings.cores
    var failures = 0
    if sources.count > 1, cores > 1 {
      try OrderedWork(count: sources.count, threads: cores).run(
        poll: { () throws in },
        work: { number, signal in
          Result { () throws -> Value? in signal.isStopped ? nil : try work(sources[number]) }
        },
        visit: { (number: Int, result: Result<Value?, any Error>) throws in
          try tell(of: sources[number], &failures) {
            if let value = try result.get() { try finish(sources[number], value) }
          }
        })
    } else {
      for source in sources { try tell(of: source, &failures) { try finish(source, try work(source)) } }
    }
    try end(sources.count, failures)
  }

  /// Does `body`, which is about `source`; a failure of this input alone is told and counted.
  private func tell(of source: InputSource, _ failures: inout Int, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      let failure = try Self.failure(error, of: source)
      if failure.status == .done { throw failure.status.error }
      StandardStream.error.say(failure.line(in: language))
      guard failure.status == .allInputsFailed else { throw failure.status.error }
      failures += 1
    }
  }

  private func end(_ count: Int, _ failures: Int) throws {
    let status = ExitStatus(inputs: count, failures: failures)
    if status != .done { throw status.error }
  }

  private static func failure(_ error: any Error, of source: InputSource) throws -> CommandFailure {
    if let failure = error as? CommandFailure { return failure }
    guard let failure = error as? PhucHoiError else { throw error }
    return CommandFailure(failure, input: source)
  }
}
