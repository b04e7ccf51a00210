import ArgumentParser
import Extraction
import JSON
import PhucHoi
import PhucHoiArchive
import Platform

/// `phuchoi find`: searches the catalogue of an archive.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search the catalogue of an archive, with or without marks.",
    discussion: """
      Words are looked for in the full text; in a row when they stand in quotes. A query without marks finds words \
      with any marks. --export writes the records found to a sheet. --check lists what does not fit together: gaps \
      and doubles in number series, numbers out of order, citations with another date than the document cited, dates \
      outside the folder's years, files of the archive that are gone or changed.
      """)

  @Argument(help: "The folder of the archive.", completion: .directory)
  var folder: String

  @Argument(help: "Words to look for; in a row when in quotes within quotes: '\"dư luận\"'.")
  var words: [String] = []

  @Option(help: "Type of document.")
  var type: String?

  @Option(help: "Part of the issuing body's name.")
  var issuer: String?

  @Option(help: "Part of a signer's name.")
  var signer: String?

  @Option(help: "Part of a recipient's name.")
  var recipient: String?

  @Option(help: "Part of the number and symbol.")
  var number: String?

  @Option(help: "Number of a document that is cited.")
  var cites: String?

  @Option(help: "The earliest date: 2021-08-06, 06/08/2021, 6-8-2021, 08/2021 or 2021.")
  var from: String?

  @Option(help: "The latest date, itself included; written in the same ways.")
  var to: String?

  @Option(help: "At most so many documents (default: 50, all for an export).")
  var limit: Int?

  @Option(
    help: "Write the records of the documents found to this file: .csv, .xlsx or .jsonl.", completion: .file()
  )
  var export: String?

  @Option(help: "Columns of the export: tt05, nd30, dang, or a file.")
  var profile = "tt05"

  @Flag(help: "One JSON object a line.")
  var json = false

  @Flag(help: "List what does not fit together.")
  var check = false

  @OptionGroup var force: ForceOption
  @OptionGroup var lang: LanguageOption

  func run() throws {
    try InputRun(language: lang.language).telling(archive: folder) {
      let query = try query()
      let file = try export.map { path in
        try OutputFile(
          path: path, force: force.isGiven, inputs: InputSource.profile(profile), archive: folder)
      }
      let catalogue = try Catalogue(reading: folder)
      if let file { return try write(catalogue, query, to: file) }
      if check {
        try tell(catalogue.check(in: folder).map(Self.row))
      } else {
        try tell(catalogue, query)
      }
    }
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be positive") }
  }

  private func query() throws(CommandFailure) -> CatalogueQuery {
    var query = CatalogueQuery()
    query.text = words.isEmpty ? nil : words.joined(separator: " ")
    (query.type, query.issuer, query.signer) = (type, issuer, signer)
    (query.recipient, query.number, query.cites) = (recipient, number, cites)
    query.from = try Self.date(from, of: "--from")
    query.until = try Self.date(to, of: "--to")
    query.limit = limit ?? (export == nil ? 50 : .max)
    return query
  }

  /// A date as the catalogue has it. Throws `CommandFailure` PH-2006 for what is none.
  private static func date(_ text: String?, of option: String) throws(CommandFailure) -> String? {
    guard let text else { return nil }
    if let date = FieldCheck.date(text) { return date }
    throw CommandFailure(
      "PH-2006", status: .usage,
      Message(
        vi: "\(option) \(text): không phải là ngày có thật.", en: "\(option) \(text): no date that exists."),
      remedy: Message(
        vi: "Viết 06/08/2021, 6-8-2021, 2021-08-06, 08/2021 hoặc 2021.",
        en: "Write 06/08/2021, 6-8-2021, 2021-08-06, 08/2021 or 2021."))
  }

  /// Tells what was found, and whether there is more.
  private func tell(_ catalogue: Catalogue, _ query: CatalogueQuery) throws {
    var wider = query
    wider.limit = query.limit == .max ? .max : query.limit + 1
    let hits = try catalogue.find(wider)
    try tell(hits.prefix(query.limit).map(Self.row))
    guard hits.count > query.limit else { return }
    let message = Message(
      vi: "Còn nữa: chỉ hiện \(query.limit) văn bản đầu; --limit N để hiện thêm.",
      en: "There are more: these are the first \(query.limit); --limit N shows more.")
    StandardStream.error.say(message.text(in: lang.language))
  }

  /// Writes the records of the documents found in the format that the name of the file asks for.
  private func write(_ catalogue: Catalogue, _ query: CatalogueQuery, to file: OutputFile) throws {
    let path = file.path
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "jsonl":
      var bytes: [UInt8] = []
      try catalogue.records(query) { path, document in
        bytes +=
          JSONWriter.bytes(.object([.init("path", .string(path)), .init("document", document)])) + [0x0A]
      }
      try file.write(bytes)
    case "csv": try file.write(sheet(catalogue, query).bytes(.csv))
    case "xlsx": try file.write(sheet(catalogue, query).bytes(.xlsx))
    default: throw ValidationError("--export \(path): a name with .csv, .xlsx or .jsonl expected")
    }
  }

  private func sheet(_ catalogue: Catalogue, _ query: CatalogueQuery) throws -> Sheet {
    let tables = try ModelLocator.find(holding: "tables/document_types.tsv").appendingPathComponent("tables")
    return try catalogue.sheet(
      query, profile: ExportProfile(profile, tables: tables), tables: ExtractionTables(directory: tables))
  }

  /// Writes rows as JSON, or as columns with tabs between them.
  private func tell(_ rows: [[JSONValue.Member]]) throws {
    for row in rows {
      let line =
        json
        ? String(decoding: JSONWriter.bytes(.object(row)), as: UTF8.self)
        : row.map { Self.plain($0.value) }.joined(separator: "\t")
      try StandardStream.output.write(Array((line + "\n").utf8))
    }
  }

  private static func plain(_ value: JSONValue) -> String {
    let text: String =
      switch value {
      case .string(let text): text
      case .number(let text): text
      case .array(let values): values.map(plain).joined(separator: " | ")
      default: ""
      }
    return StandardStream.harmless(text.split { $0 == "\t" || $0.isNewline }.joined(separator: " "))
  }

  private static func row(_ hit: CatalogueHit) -> [JSONValue.Member] {
    [
      .init("path", .string(hit.path)), .init("page", .integer(hit.page)), .init("number", .text(hit.number)),
      .init("date", .text(hit.date)), .init("type", .text(hit.type)), .init("issuer", .text(hit.issuer)),
      .init("subject", .text(hit.subject)), .init("snippet", .text(hit.snippet)),
    ]
  }

  private static func row(_ finding: CatalogueFinding) -> [JSONValue.Member] {
    [
      .init("kind", .string(finding.kind.rawValue)), .init("series", .string(finding.series)),
      .init("value", .string(finding.value)), .init("detail", .string(finding.detail)),
      .init("paths", .array(finding.paths.map { .string($0) })),
    ]
  }
}
