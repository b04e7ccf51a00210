/// A failure that ends an input or the run: a stable code, what happened, and what to do about it.
struct CommandFailure: Error, Sendable {
  /// The stable code, `PH-xxxx`; it does not depend on the language.
  let code: String
  /// The status of a run that this failure ends.
  let status: ExitStatus
  /// What happened, with the file and the place.
  let message: Message
  /// What to do about it.
  let remedy: Message?

  /// Makes a failure from its parts; inputs are what usually fails.
  init(_ code: String, status: ExitStatus = .allInputsFailed, _ message: Message, remedy: Message? = nil) {
    self.code = code
    self.status = status
    self.message = message
    self.remedy = remedy
  }

  /// Whoever read standard output went away: the run ends quietly.
  static let readerLeft = CommandFailure("PH-4000", status: .done, Message(vi: "", en: ""))

  /// PH-1001: there is no file or folder `name`.
  static func missing(_ name: String) -> CommandFailure {
    CommandFailure(
      "PH-1001", Message(vi: "\(name): không có tệp này.", en: "\(name): no such file."),
      remedy: Message(vi: "Kiểm tra lại đường dẫn.", en: "Check the path."))
  }

  /// The same failure with another status.
  func with(status: ExitStatus) -> CommandFailure {
    CommandFailure(code, status: status, message, remedy: remedy)
  }

  /// What happened and what to do about it, on one line.
  func text(in language: Language) -> String {
    let hint = remedy.map { " " + $0.text(in: language) } ?? ""
    return StandardStream.harmless("\(code): \(message.text(in: language))\(hint)")
  }

  /// The line for standard error.
  func line(in language: Language) -> String {
    "phuchoi: \(language == .vi ? "lỗi" : "error") \(text(in: language))"
  }
}
