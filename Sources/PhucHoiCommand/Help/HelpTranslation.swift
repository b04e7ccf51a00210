/// The Vietnamese of what commands say of themselves. The English texts are the keys: a text that was changed or added
/// and has no translation yet is shown as it is, and told by the tests.
enum HelpTranslation {
  /// Translations, English to Vietnamese.
  static let vietnamese: [String: String] = Dictionary(
    (repairTexts + archiveTexts + trainingTexts).map { ($0.en, $0.vi) },
    uniquingKeysWith: { first, _ in first })

  /// `text` in `language`; as it is where it has no translation.
  static func text(_ text: String, in language: Language) -> String {
    language == .vi ? vietnamese[text] ?? text : text
  }
}
