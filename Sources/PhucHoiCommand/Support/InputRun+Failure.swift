extension InputRun {
  /// Does `body`; its failure is told in the language of the run and ends it with the failure's status.
  func telling<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as CommandFailure {
      if failure.status != .done { StandardStream.error.say(failure.line(in: language)) }
      throw failure.status.error
    }
  }
}
