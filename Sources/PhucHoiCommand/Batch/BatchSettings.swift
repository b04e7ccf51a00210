import PhucHoiArchive
import Platform

extension BatchOptions {
  /// The options that an archive remembers.
  init(_ settings: ArchiveSettings) {
    self.init()
    (include, exclude) = (settings.include, settings.exclude)
    secret = settings.secret.flatMap(SecretHandling.init) ?? secret
    (maxBytes, timeout) = (settings.maxBytes ?? maxBytes, settings.timeout ?? timeout)
    language = settings.language.flatMap(ReportLanguage.init) ?? language
  }
}

extension EngineOptions {
  /// What was asked for of the engine, and for all else what the archive in `folder` remembers.
  func settings(of folder: String, secret: SecretHandling?) throws(BatchError) -> ArchiveSettings {
    var settings = try ArchiveSettings(of: folder)
    settings.policy = policy?.name ?? settings.policy ?? PolicyChoice.auto.name
    settings.minimumConfidence = minConfidence ?? settings.minimumConfidence
    if !lexicon.files.isEmpty { settings.lexicons = lexicon.files.map { URL(fileURLWithPath: $0).path } }
    settings.secret = secret?.rawValue ?? settings.secret ?? SecretHandling.hold.rawValue
    return settings
  }

  /// The engine that the settings of the archive in `folder` ask for; it knows the archive's own words. Throws as
  /// `engine(policy:language:)`.
  func engine(_ settings: ArchiveSettings, of folder: String, language: Language) throws -> RepairEngine {
    var options = self
    options.policy = settings.policy.flatMap { PolicyChoice(name: $0) }
    options.minConfidence = settings.minimumConfidence
    let own = ArchiveLexicon(folder: folder)
    options.lexicon.files = settings.lexicons + (own.exists ? [own.path] : [])
    return try options.engine(policy: .auto, language: language)
  }
}
