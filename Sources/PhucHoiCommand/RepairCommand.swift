import ArgumentParser
import Decoding
import Foundation
import JSON
import PhucHoi
import PhucHoiFormats

/// `phuchoi repair`: degraded text in, correct text out.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Repair degraded OCR text.",
    discussion: """
      Prints the repaired text with the physical lines of the input, one for one. With --json it prints what was \
      changed instead, one object a line for each input. Pages of hOCR and ALTO are told by their content and come \
      out as they were, only the words changed; of PDF, and with --plain, their text is printed.
      """)

  @Argument(help: "Files; - is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup var setting: RepairSetting
  @OptionGroup var encoding: EncodingOption

  @Flag(help: "Print the text of hOCR and ALTO, not the pages.")
  var plain = false

  @Flag(help: "Join wrapped lines into paragraphs.")
  var reflow = false

  @Flag(help: "Print every change with its span, kind, confidence and alternatives.")
  var json = false

  @Flag(help: "With --json: add every token of the output with its span and confidence.")
  var tokens = false

  @Option(help: "What the offsets of spans count: utf8, utf16 or scalar.")
  var offsets: OffsetUnit = .utf8

  @Option(name: .customLong("html"), help: "Write a page with old beside new, coloured by confidence.")
  var htmlPath: String?

  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if tokens, !json { throw ValidationError("--tokens goes with --json") }
    if reflow, json { throw ValidationError("--reflow goes with text output, not with --json") }
  }

  func run() throws {
    let run = InputRun(language: lang.language)
    let inputs = InputSource.sources(files)
    try run.telling { try OutputFile.refuseStandardOutput(over: inputs) }
    let page = try htmlPath.map { path in
      try run.telling { try OutputFile(path: path, force: force.isGiven, inputs: inputs) }
    }
    let (lexicon, identity) = try run.telling { try setting.lexicon.read(lang.language) }
    let models = try run.telling { try setting.location.models(checksLater: true) }
    let repairer = Repairer(models: models, options: setting.options, lexicon: lexicon)
    let report = RepairReport(
      producedBy: .producedBy(models, options: setting.described(lexicon: identity)), unit: offsets,
      listsTokens: tokens, listsKept: identity != nil)
    var comparisons: [Comparison] = []
    let progress = Progress()
    defer { progress.finish() }
    let status = Result {
      try run.each(of: files, atMost: setting.limit.maxBytes) { source, bytes in
        progress.tell(source.name)
        let input = try InputText(source, bytes, encoding, patience: setting.limit.patience)
        if printsTextOnly, input.page == nil { return try stream(input, repairer) }
        let whole = try repairer.repair(
          input.decoded, scheme: input.scheme, wordConfidences: input.wordConfidences,
          limits: setting.limit.limits)
        let repair = whole.endingLinesAtPageBreaks()
        if page != nil { comparisons.append(Comparison(name: source.name, repair: repair)) }
        let page = printsPages ? input.page?.rewritten(whole.aligned.replacements)?.bytes : nil
        try StandardStream.output.write(page ?? output(repair, input, report))
      }
    }
    // Where no input could be read there is nothing to show.
    if let page, !comparisons.isEmpty {
      try run.telling { try page.write(ComparisonPage(language: lang.language).html(comparisons)) }
    }
    try run.telling { try setting.location.check(models) }
    try status.get()
  }

  /// Whether the text alone is asked for, so that a long one is printed piece by piece.
  private var printsTextOnly: Bool { !json && !reflow && htmlPath == nil }

  /// Whether pages come out as pages.
  private var printsPages: Bool { !json && !reflow && !plain }

  private func stream(_ input: InputText, _ repairer: Repairer) throws {
    let limits = setting.limit.limits
    try repairer.repairSections(
      of: input.decoded, scheme: input.scheme, limits: limits, tellsConfidences: false
    ) { part in
      try StandardStream.output.write(Array(part.endingLinesAtPageBreaks().text.utf8))
    }
  }

  private func output(_ repair: Repair, _ input: InputText, _ report: RepairReport) -> [UInt8] {
    if json { return report.object(repair, input: input).serialized() + [0x0A] }
    return Array((reflow ? Reflow(repair.text).joined() : repair.text).utf8)
  }
}
