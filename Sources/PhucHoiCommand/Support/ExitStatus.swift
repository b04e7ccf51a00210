import ArgumentParser

/// How the process ends; scripts rely on these numbers.
enum ExitStatus: Int32, Sendable {
  /// All inputs were done.
  case done = 0
  /// Some inputs could not be processed; the others were.
  case someInputsFailed = 1
  /// The command line was wrong.
  case usage = 2
  /// A model is missing or damaged.
  case model = 3
  /// Output could not be written.
  case output = 4
  /// No input could be processed.
  case allInputsFailed = 5
  /// The user interrupted the run.
  case interrupted = 130

  /// The error that ends the run with this status when it is thrown.
  var error: ExitCode { ExitCode(rawValue) }

  /// The status of a run over several inputs.
  init(inputs: Int, failures: Int) {
    self = failures == 0 ? .done : (failures < inputs ? .someInputsFailed : .allInputsFailed)
  }
}
