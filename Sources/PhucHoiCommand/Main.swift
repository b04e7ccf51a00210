import ArgumentParser
import ModelFile
import NgramTraining
import PhucHoi
import Platform

/// The command `phuchoi` (*phục hồi*: to restore).
@main
struct PhucHoiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phuchoi",
    abstract: "Repairs degraded text of Vietnamese official documents and reads out their fields.",
    version: version,
    subcommands: [
      NormalizeCommand.self,
      RepairCommand.self,
      ExplainCommand.self,
      ExtractCommand.self,
      EvaluateCommand.self,
      StreamCommand.self,
      BatchCommand.self,
      FindCommand.self,
      ReviewCommand.self,
      ServeCommand.self,
      TrainChannelCommand.self,
      TrainContextCommand.self,
      TrainFieldsCommand.self,
      TrainDeadlinesCommand.self,
      CalibrateCommand.self,
      CalibrateFieldsCommand.self,
      TrainCommand.self,
      ManualCommand.self,
    ])

  /// The version of the program, as in the changelog.
  static let version = "0.1.0"

  private static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  static func main() {
    Surroundings.returnLargeBlocks()
    hearSignals()
    do {
      // Scripts ask for it often, and the parser takes longer to be set up than to be used.
      if arguments == ["--version"] { return try StandardStream.output.write(Array("\(version)\n".utf8)) }
      if let help = HelpRequest.page(arguments) {
        return try StandardStream.output.write(Array(help.utf8))
      }
      var command = try parsed()
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// Lets signals reach the command. Whoever starts it may have them blocked, as the threads of Swift's concurrency have, and
  /// they would stay blocked here.
  private static func hearSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
  }

  /// What the arguments ask for. The parser takes several milliseconds to lay out all commands, so the one that is named is
  /// asked first; what it does not understand, whoever knows all of them tells.
  private static func parsed() throws -> any ParsableCommand {
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())), isOne(parsed, of: command)
    {
      return parsed
    }
    return try parseAsRoot()
  }

  /// Whether `parsed` is `command` or one below it; the parser's own help is none.
  private static func isOne(_ parsed: any ParsableCommand, of command: any ParsableCommand.Type) -> Bool {
    type(of: parsed) == command || command.configuration.subcommands.contains { isOne(parsed, of: $0) }
  }

  /// What users are told of errors that libraries throw and no command knows more about.
  private static func failure(of error: any Error) -> CommandFailure? {
    switch error {
    case let error as CommandFailure: error
    case let error as ModelFileError: CommandFailure(error)
    case let error as TrainingError: CommandFailure(error)
    case let error as PhucHoiError: CommandFailure(error)
    case let error as TableError: CommandFailure(error)
    default: nil
    }
  }

  /// Tells what went wrong and ends with the documented status; wrong usage is 2 here, not the parser's 64.
  private static func leave(with error: any Error) -> Never {
    if let failure = failure(of: error) {
      if failure.status != .done { StandardStream.error.say(failure.line(in: .ofLocale)) }
      exit(withError: failure.status.error)
    }
    let status = exitCode(for: error)
    guard status == .validationFailure else { exit(withError: error) }
    StandardStream.error.say(UsageMessage.text(fullMessage(for: error), in: HelpRequest.language(arguments)))
    exit(withError: ExitStatus.usage.error)
  }
}
