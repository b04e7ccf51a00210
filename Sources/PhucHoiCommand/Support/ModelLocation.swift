import ArgumentParser
import PhucHoi
import Platform

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

  /// The models and tables, as inputs that nothing is written over.
  var inputs: [InputSource] { inputs(rewriting: nil) }

  /// The same but for the model called `name`, which is to be written anew.
  func inputs(rewriting name: String?) -> [InputSource] {
    guard let place = try? ModelLocator.find(explicit: folder, holding: "tables") else { return [] }
    return ["models", "tables"].flatMap { part -> [InputSource] in
      let folder = place.appendingPathComponent(part).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0 != name }.map { .file(folder + "/" + $0) }
    }
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
