/// A text for people, in both languages of the command.
struct Message: Sendable, Equatable {
  /// The Vietnamese wording.
  let vi: String
  /// The English wording.
  let en: String

  /// Makes a message from its two wordings.
  init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// The wording in `language`.
  func text(in language: Language) -> String { language == .vi ? vi : en }
}
