import ArgumentParser
import PhucHoi

/// The option `--models`, shared by all commands that need the models.
struct ModelLocation: ParsableArguments {
  @Option(
    name: .customLong("models"), help: "The folder with models/ and tables/ (default: found by itself).",
    completion: .directory)
  var folder: String?

  /// The models, loaded.
  ///
  /// - Throws: `CommandFailure` PH-3001 (missing), PH-3002 (damaged); both end the run.
  func models() throws(CommandFailure) -> Models {
    do {
      return try Models(directory: ModelLocator.find(explicit: folder))
    } catch {
      throw CommandFailure(error)
    }
  }
}
