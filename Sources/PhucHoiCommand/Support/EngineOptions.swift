import ArgumentParser
import PhucHoi
import PhucHoiArchive

extension PolicyChoice: ExpressibleByArgument {
  /// The choice that an option names.
  public init?(argument: String) { self.init(name: argument) }
  /// The choice as help shows it.
  public var defaultValueDescription: String { name }
  /// What an option may name.
  public static var allValueStrings: [String] { names }
}

/// Options of the commands that repair many texts with one engine.
struct EngineOptions: ParsableArguments {
  @Option(
    help: """
      How sure a change must be: careful, balanced, eager, or auto: careful where a text has its marks, balanced \
      where an engine without Vietnamese surely read it (default: auto for folders, balanced for streams).
      """)
  var policy: PolicyChoice?

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
  func engine(policy preset: PolicyChoice, language: Language = .ofLocale) throws -> RepairEngine {
    let (words, identity) = try lexicon.read(language)
    let models = try location.models()
    do {
      return try RepairEngine(
        models: models, policy: policy ?? preset, minimumConfidence: minConfidence, lexicon: words,
        lexiconIdentity: identity, version: PhucHoiCommand.version)
    } catch {
      throw CommandFailure(PhucHoiError(.modelsDamaged, "\(error)"))
    }
  }
}
