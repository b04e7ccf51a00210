import ArgumentParser
import PhucHoi

/// The option `--models`, shared by all commands that need the models.
struct ModelLocation: ParsableArguments {
  @Option(
    name: .customLong("models"), help: "The folder with models/ and tables/ (default: found by itself).",
    completion: .directory)
  var folder: String?

  @Flag(
    name: .customLong("no-model-check"),
    help: "Do not compare the large models with their checksums (saves some milliseconds).")
  var skipsCheck = false

  /// The folders that are read, as inputs that nothing is written over.
  var inputs: [InputSource] {
    guard let place = try? ModelLocator.find(explicit: folder) else { return [] }
    return ["models", "tables"].map { .file(place.appendingPathComponent($0).path) }
  }

  /// The models, loaded; with `checksLater`, `check` is to be called. Unless `isCalibrated`
  /// confidences are the search's own posteriors.
  ///
  /// - Throws: `CommandFailure` PH-3001 (missing), PH-3002 (damaged); both end the run.
  func models(checksLater: Bool = false, isCalibrated: Bool = true) throws(CommandFailure) -> Models {
    do {
      return try Models(
        directory: ModelLocator.find(explicit: folder), verifies: !skipsCheck && !checksLater,
        isCalibrated: isCalibrated)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What compares `models` with their checksums; to be begun once a run that people wait for has printed its first
  /// result, and finished behind the last. Nil where nothing is to be checked.
  func check(_ models: Models?) -> ModelCheck? { skipsCheck ? nil : models.map(ModelCheck.init) }
}
