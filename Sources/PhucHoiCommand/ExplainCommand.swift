import ArgumentParser
import Decoding
import JSON
import PhucHoi

/// `phuchoi explain`: why a line is read as it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show tokens, candidates with their costs, and the best readings of one line.",
    discussion: """
      Costs are -log10 probabilities: lower is better. The language model's cost of a candidate is that after the \
      words of the best reading before it. The chosen candidate is marked *.
      """)

  @Argument(help: "The line; - reads the first line of standard input.")
  var text: String = "-"

  @Option(help: "How many candidates to list for a token.")
  var candidates = 6

  @Option(help: "How many readings of the whole line to list.")
  var paths = 5

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var encoding: EncodingOption
  @OptionGroup var location: ModelLocation
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if candidates < 1 || paths < 1 { throw ValidationError("--candidates and --paths: at least 1 expected") }
  }

  func run() throws {
    let run = InputRun(language: lang.language)
    try run.telling {
      try OutputFile.refuseStandardOutput(over: location.inputs + (text == "-" ? [.standardInput] : []))
    }
    let models = try run.telling { try location.models() }
    let line = try run.telling { try text == "-" ? firstLine() : text }
    let explanation = models.explain(line, candidateCount: candidates, pathCount: paths)
    let report = ExplanationReport(explanation: explanation, language: lang.language)
    let bytes =
      json ? report.object(producedBy: .producedBy(models, options: [])).serialized() + [0x0A] : report.text()
    try run.telling { try StandardStream.output.write(bytes) }
  }

  private func firstLine() throws -> String {
    let input = try InputText(.standardInput, try InputSource.standardInput.read(atMost: 1 << 20), encoding)
    let line = input.text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: line, as: UTF8.self)
  }
}
