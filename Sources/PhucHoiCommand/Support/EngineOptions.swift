import ArgumentParser
import PhucHoi
import PhucHoiArchive

/// Options of the commands that repair many texts with one engine.
struct EngineOptions: ParsableArguments {
  @Option(help: "How sure a change must be: careful, balanced or eager.")
  var policy: Policy?

  @Option(help: "The least confidence of a change, 0 to 1, in place of the policy's.")
  var minConfidence: Double?

  @OptionGroup var lexicon: LexiconOption
  @OptionGroup var location: ModelLocation

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence \(minConfidence): between 0 and 1 expected")
    }
  }

  /// The engine that the options ask for, with `policy` unless another is named; `language` is that of warnings.
  ///
  /// - Throws: `CommandFailure` with the model's status, or that of wrong usage for a lexicon that cannot be read.
  func engine(policy preset: Policy, language: Language = .ofLocale) throws -> RepairEngine {
    var options = RepairOptions()
    options.policy = policy ?? preset
    options.minimumConfidence = minConfidence
    let (words, identity) = try lexicon.read(language)
    let models = try location.models()
    do {
      return try RepairEngine(
        models: models, options: options, lexicon: words, lexiconIdentity: identity,
        version: PhucHoiCommand.version)
    } catch {
      throw CommandFailure(PhucHoiError(.modelsDamaged, "\(error)"))
    }
  }
}
