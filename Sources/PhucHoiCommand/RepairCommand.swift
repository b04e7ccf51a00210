import ArgumentParser
import Decoding
import JSON
import PhucHoi
import PhucHoiFormats
import Platform

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

  /// What is read, as inputs that nothing is written over.
  private var inputs: [InputSource] {
    InputSource.sources(files) + setting.lexicon.inputs + setting.location.inputs
  }

  func validate() throws {
    if tokens, !json { throw ValidationError("--tokens goes with --json") }
    if reflow, json { throw ValidationError("--reflow goes with text output, not with --json") }
  }

  func run() throws {
    let run = InputRun(language: lang.language)
    try run.telling { try OutputFile.refuseStandardOutput(over: inputs) }
    let page = try htmlPath.map { path in
      try run.telling { try OutputFile(path: path, force: force.isGiven, inputs: inputs) }
    }
    let (lexicon, identity) = try run.telling { try setting.lexicon.read(lang.language) }
    let models = try run.telling { try setting.location.models(checksLater: true) }
    let check = setting.location.check(models)
    let repairer = Repairer(models: models, options: setting.options, lexicon: lexicon)
    let job = job(repairer, models, lexicon: identity)
    var comparisons: [Comparison] = []
    func write(_ bytes: [UInt8]) throws {
      try StandardStream.output.write(bytes)
      check?.begin()
    }
    let progress = Progress()
    defer { progress.finish() }
    let status = Result {
      try run.each(of: files) { source in
        progress.tell(source.name)
        return try job.outcome(source)
      } finish: { _, outcome in
        switch outcome {
        case .output(let bytes, let comparison):
          try write(bytes)
          if let comparison { comparisons.append(comparison) }
        case .report(let repair, let input, let comparison):
          try job.report?.write(repair, input: input, to: write)
          if let comparison { comparisons.append(comparison) }
        case .long(let input, let limits):
          try job.stream(input, limits, repairer, write: write)
        case .longFile(let text, let limits):
          try job.stream(text, limits, repairer, write: write)
        }
      }
    }
    // Where no input could be read there is nothing to show.
    if let page, !comparisons.isEmpty {
      try run.telling { try page.write(ComparisonPage(language: lang.language).html(comparisons)) }
    }
    try run.telling { try check?.finish() }
    try status.get()
  }

  private func job(_ repairer: Repairer, _ models: Models, lexicon: String?) -> RepairJob {
    var single = repairer
    if files.count > 1 { single.options.threads = 1 }
    let report =
      json
      ? RepairReport(
        producedBy: .producedBy(models, options: setting.described(lexicon: lexicon)), unit: offsets,
        listsTokens: tokens, listsKept: lexicon != nil) : nil
    let printsText = !json && !reflow
    return RepairJob(
      repairer: single, encoding: encoding, mostBytes: setting.limit.maxBytes, limits: setting.limit.limits,
      patience: setting.limit.patience, report: report, reflows: reflow,
      printsTextOnly: printsText && htmlPath == nil, printsPages: printsText && !plain,
      compares: htmlPath != nil)
  }
}
