import ArgumentParser
import Extraction
import JSON
import PhucHoi
import VietText

/// `phuchoi evaluate`: how well readings are repaired, against correct text.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score repairs against correct text, and confidences against both.",
    discussion: """
      PATH is a reading NAME.txt with its correct text NAME.ref.txt beside it, or a folder of such pairs, whose \
      sets are told apart by NAME. Case, marks and punctuation count; the two placements of the tone mark, kinds of quotes and dashes do not.
      """)

  @Argument(help: "Readings, or folders of pairs.", completion: .file())
  var paths: [String]

  @Option(help: "The correct text of the one reading that PATH names.", completion: .file())
  var gold: String?

  @Flag(
    help: """
      PATH holds one folder a document: record.json (or record.NAME.json) is the right record of NAME.txt. Scores \
      what extract reads.
      """)
  var fields = false

  @Flag(name: .customLong("no-repair"), help: "With --fields: the texts are read as they stand.")
  var skipsRepair = false

  @OptionGroup var setting: RepairSetting
  @OptionGroup var encoding: EncodingOption

  @Option(name: .customLong("svg"), help: "Draw the reliability of the confidences.")
  var diagram: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption

  func validate() throws {
    if gold != nil, paths.count != 1 { throw ValidationError("--gold goes with one reading") }
  }

  func run() throws {
    let run = InputRun(language: lang.language)
    if fields { return try run.telling { try scoreFields() } }
    let pairs = try run.telling { try self.pairs() }
    let pairOfReading = Dictionary(pairs.map { ($0.reading, $0) }, uniquingKeysWith: { first, _ in first })
    let picture = try diagram.map { path in
      try run.telling {
        let inputs =
          pairs.flatMap { [InputSource.file($0.reading), .file($0.gold)] } + setting.lexicon.inputs
          + setting.location.inputs
        return try OutputFile(path: path, force: force.isGiven, inputs: inputs)
      }
    }
    let (lexicon, identity) = try run.telling { try setting.lexicon.read(lang.language) }
    let models = try run.telling { try setting.location.models() }
    let repairer = Repairer(models: models, options: setting.options, lexicon: lexicon)
    var report = EvaluationReport()
    var number = 0
    let progress = Progress()
    defer { progress.finish() }
    let status = Result {
      try run.each(of: pairs.map(\.reading), atMost: setting.limit.maxBytes) { source, bytes in
        guard let pair = pairOfReading[source.name] else { return }
        number += 1
        progress.tell("\(number)/\(pairs.count) \(source.name)")
        let gold = try goldText(pair.gold)
        let input = try InputText(source, bytes, encoding)
        let repair = try repairer.repair(input.decoded, scheme: input.scheme, limits: setting.limit.limits)
        report.sets[pair.set, default: TextScore()] =
          report.sets[pair.set, default: TextScore()]
          + TextScore(gold: gold, before: input.text, after: repair.text)
        report.reliability.add(OutputToken.tokens(of: repair), gold: gold)
      }
    }
    try run.telling {
      try write(report, picture, .producedBy(models, options: setting.described(lexicon: identity)))
    }
    try status.get()
  }

  private func scoreFields() throws {
    let (lexicon, _) = try setting.lexicon.read(lang.language)
    let source = try ExtractionSource(repairs: !skipsRepair, setting: setting, lexicon: lexicon)
    var report = FieldReport()
    for path in paths {
      for case let (set, reading, gold) in try FieldReport.readings(in: path) {
        let input = InputSource.file(reading)
        let text = try InputText(input, input.read(), encoding)
        let record = try source.record(of: text, limits: setting.limit.limits)
        let found = try JSONParser.parse(RecordJSON(producedBy: ProducedBy(version: "")).bytes(record))
        report.sets[set, default: FieldScore()].add(gold: gold, found: found, text: text.text)
      }
    }
    try StandardStream.output.write(json ? report.object.serialized() + [0x0A] : Array(report.text.utf8))
  }

  /// Correct text is UTF-8, whatever the readings are.
  private func goldText(_ path: String) throws(CommandFailure) -> String {
    let source = InputSource.file(path)
    let bytes = try source.read()
    do {
      return try TextDecoder.decode(bytes, as: .utf8).text
    } catch {
      throw CommandFailure(error, input: source)
    }
  }

  private func pairs() throws(CommandFailure) -> [EvaluationPair] {
    if let gold { return [EvaluationPair(reading: paths[0], gold: gold)] }
    var pairs: [EvaluationPair] = []
    for path in paths { pairs += try EvaluationPair.pairs(at: path) }
    return pairs
  }

  private func write(
    _ report: EvaluationReport, _ picture: OutputFile?, _ producedBy: JSONValue
  ) throws(CommandFailure) {
    try picture?.write(ReliabilityDiagram(reliability: report.reliability, language: lang.language).svg())
    let bytes =
      json ? report.object(producedBy: producedBy).serialized() + [0x0A] : report.text(in: lang.language)
    try StandardStream.output.write(bytes)
  }
}
