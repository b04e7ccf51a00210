import ArgumentParser
import Platform

/// The language of reports and messages; texts themselves are never translated.
enum Language: String, Sendable, CaseIterable, ExpressibleByArgument {
  case vi
  case en

  /// The language that the locale asks for: Vietnamese where it names Vietnamese, else English.
  static let ofLocale: Language = {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Surroundings.variable)
    let locale = names.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("vi") ? .vi : .en
  }()
}

/// The option `--lang`, shared by all commands.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of messages and reports: vi or en (default: by locale).")
  var choice: Language?

  /// The language to speak.
  var language: Language { choice ?? .ofLocale }
}
