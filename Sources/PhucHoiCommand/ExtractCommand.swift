import ArgumentParser
import Extraction
import PhucHoi
import PhucHoiArchive
import Platform

/// `phuchoi extract`: text in, the fields of its documents out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read the fields of official documents.",
    discussion: """
      Repairs the text first. Prints one JSON record a file (schema phuchoi.record/1), or with --format csv or \
      xlsx one sheet with a row for every document. On a terminal a form is shown: fields, values, how sure they are, \
      what to check.
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case form
    case json
    case csv
    case xlsx
  }

  @Argument(help: "Files; - is standard input.", completion: .file())
  var files: [String] = []

  @Flag(name: .customLong("no-repair"), help: "The text is known to be right: read it as it stands.")
  var skipsRepair = false

  @Option(
    name: .customLong("format"),
    help: "What is printed: form, json, csv or xlsx (default: form on a terminal, else json).")
  var chosenFormat: Format?

  private var format: Format { chosenFormat ?? (isatty(1) == 1 ? .form : .json) }

  @Option(help: "Columns and rules of the sheet: tt05, nd30, dang, or a file of your own.")
  var profile = "nd30"

  @Option(help: "What the offsets of spans count: utf8, utf16 or scalar.")
  var offsets: OffsetUnit = .utf8

  @OptionGroup var setting: RepairSetting
  @OptionGroup var encoding: EncodingOption
  @OptionGroup var lang: LanguageOption

  func run() throws {
    let run = InputRun(language: lang.language)
    try run.telling {
      try OutputFile.refuseStandardOutput(
        over: InputSource.sources(files) + setting.lexicon.inputs + setting.location.inputs
          + InputSource.profile(profile))
    }
    let (lexicon, identity) = try run.telling { try setting.lexicon.read(lang.language) }
    let source = try run.telling {
      try ExtractionSource(repairs: !skipsRepair, setting: setting, lexicon: lexicon)
    }
    let check = setting.location.check(source.models)
    let writer = RecordJSON(producedBy: producedBy(source, lexicon: identity))
    var sheet = try run.telling { try source.sheet(profile, when: format == .csv || format == .xlsx) }
    let status = Result {
      let (encoding, limits, patience) = (encoding, setting.limit.limits, setting.limit.patience)
      let (offsets, makesRecord, mostBytes) = (offsets, sheet != nil, setting.limit.maxBytes)
      let form = format == .form ? (language: lang.language, isColoured: isatty(1) == 1) : nil
      try run.each(of: files) { input in
        let bytes = try input.read(atMost: mostBytes)
        let start = ContinuousClock.now
        let text = try InputText.within(limits, input, bytes, encoding, patience: patience)
        let record = try source.record(of: text, limits: limits.since(start))
        if makesRecord { return (record, []) }
        if let form {
          let form = RecordForm(record: record, language: form.language, isColoured: form.isColoured)
          return (nil, Array(form.text().utf8))
        }
        return (nil, Self.output(record, text, writer, offsets))
      } finish: { (_, result: (record: Record?, bytes: [UInt8])) in
        if let record = result.record { sheet?.append(record) }
        try form == nil ? StandardStream.output.write(result.bytes) : StandardStream.output.put(result.bytes)
        if !result.bytes.isEmpty { check?.begin() }
      }
    }
    if let sheet {
      try run.telling {
        let bytes: [UInt8]
        do throws(BatchError) { bytes = try Sheet(sheet).bytes(format == .xlsx ? .xlsx : .csv) } catch {
          throw CommandFailure(error)
        }
        try StandardStream.output.write(bytes)
      }
    }
    try run.telling { try check?.finish() }
    try status.get()
  }

  /// A record as it is printed.
  private static func output(
    _ record: Record, _ text: InputText, _ writer: RecordJSON, _ offsets: OffsetUnit
  ) -> [UInt8] {
    let index = SpanIndex(text.text, unit: offsets)
    let page = text.page
    return writer.bytes(record, offset: index.offset) { range in
      page.map { SpanPlaces.members(of: range, $0) } ?? []
    } + [0x0A]
  }

  private func producedBy(_ source: ExtractionSource, lexicon: String?) -> ProducedBy {
    var options = [(name: "repair", value: skipsRepair ? "no" : "yes")]
    if !skipsRepair { options.append((name: "policy", value: setting.policy.rawValue)) }
    if let least = setting.minConfidence { options.append((name: "min_confidence", value: "\(least)")) }
    if let lexicon { options.append((name: "lexicon", value: lexicon)) }
    if offsets != .utf8 { options.append((name: "offsets", value: offsets.rawValue)) }
    return ProducedBy(version: PhucHoiCommand.version, model: source.model, options: options)
  }
}

/// Decoded text in, record out: repair where it is asked for, extraction.
struct ExtractionSource: Sendable {
  /// The models; nil without repair.
  let models: Models?
  /// Identity of the models; nil without repair.
  let model: String?
  private let folder: URL
  private let extractor: Extractor
  private let repairer: Repairer?

  /// Loads the tables, and the models if texts are to be repaired.
  ///
  /// - Throws: `CommandFailure` with status 3 where models or tables are missing or damaged.
  init(repairs: Bool, setting: RepairSetting, lexicon: UserLexicon) throws(CommandFailure) {
    do {
      models = repairs ? try setting.location.models(checksLater: true) : nil
      let place =
        try models?.directory
        ?? ModelLocator.find(explicit: setting.location.folder, holding: "tables/document_types.tsv")
      folder = place.appendingPathComponent("tables")
      model = models?.identity
      repairer = models.map { Repairer(models: $0, options: setting.options, lexicon: lexicon) }
      extractor = try Extractor(directory: place)
    } catch let error as CommandFailure {
      throw error
    } catch let error as PhucHoiError {
      throw CommandFailure(error)
    } catch {
      throw CommandFailure(PhucHoiError(.modelsDamaged, "\(error)"))
    }
  }

  /// The record of one input.
  ///
  /// - Throws: PH-1102 where its time is up; repair and extraction have as much each.
  func record(of input: InputText, limits: WorkLimits) throws(PhucHoiError) -> Record {
    let (text, certainty) = try repaired(input, limits)
    var record = try extractor.record(
      of: text, path: input.source.name, sha256: "", certainty: certainty, layout: input.layout,
      limits: limits)
    record.sha256 = SHA256.hex(input.bytes)
    return record
  }

  /// The text to read; all else that a repair tells takes fifty times its memory and goes.
  private func repaired(
    _ input: InputText, _ limits: WorkLimits
  ) throws(PhucHoiError) -> (AlignedText, Certainty) {
    guard let repairer else { return (AlignedText(source: input.text), Certainty([])) }
    let repair = try repairer.repair(
      input.decoded, scheme: input.scheme, wordConfidences: input.wordConfidences, limits: limits)
    return (repair.aligned, repair.certainty)
  }

  /// An empty sheet with the columns of a profile, shipped or in a file; nil when none is wanted.
  ///
  /// - Throws: `CommandFailure` PH-2003 where the profile cannot be read.
  func sheet(_ profile: String, when wanted: Bool) throws(CommandFailure) -> RecordSheet? {
    guard wanted else { return nil }
    do {
      return RecordSheet(
        profile: try ExportProfile(profile, tables: folder), tables: extractor.tables)
    } catch {
      throw CommandFailure(
        "PH-2003", status: .usage,
        Message(vi: "mẫu xuất không đọc được: \(error).", en: "the profile cannot be read: \(error)."))
    }
  }
}
