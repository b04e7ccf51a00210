import ArgumentParser

/// `phuchoi normalize`: Unicode only, no word is changed.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Legacy encodings to Unicode NFC; changes no word.")

  @Argument(help: "Files; - is standard input.")
  var files: [String] = []

  @OptionGroup var lang: LanguageOption

  func run() throws {
    try InputRun(language: lang.language).each(of: files) { _, bytes in
      try StandardStream.output.write(bytes)
    }
  }
}
