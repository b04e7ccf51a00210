import ArgumentParser
import Foundation
import PhucHoi
import PhucHoiArchive

/// `phuchoi find`: searches the catalogue of an archive.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search the catalogue of an archive, with or without marks.",
    discussion: """
      Words are looked for in the full text; in a row when they stand in quotes. A query without marks finds words \
      with any marks. --check lists what does not fit together: gaps and doubles in number series, numbers out of \
      order, citations with another date than the document cited, dates outside the folder's years.
      """)

  @Argument(help: "The folder of the archive.", completion: .directory)
  var folder: String

  @Argument(help: "Words to look for.")
  var words: String?

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

  @Option(help: "The earliest date: year, month or day.")
  var from: String?

  @Option(help: "The latest date: year, month or day.")
  var to: String?

  @Option(help: "At most so many documents.")
  var limit = 50

  @Flag(help: "One JSON object a line.")
  var json = false

  @Flag(help: "List what does not fit together.")
  var check = false

  @OptionGroup var lang: LanguageOption

  func run() throws {
    try InputRun(language: lang.language).telling {
      let catalogue: Catalogue
      do {
        catalogue = try Catalogue(reading: folder)
        if check { try tell(catalogue.check().map(Self.row)) } else { try tell(catalogue.find(query).map(Self.row)) }
      } catch let failure as CommandFailure {
        throw failure
      } catch {
        throw CommandFailure(
          "PH-1601",
          Message(
            vi: "\(folder): không đọc được danh mục: \(error).", en: "\(folder): the catalogue cannot be read: \(error)."))
      }
    }
  }

  private var query: CatalogueQuery {
    var query = CatalogueQuery()
    (query.text, query.type, query.issuer, query.signer) = (words, type, issuer, signer)
    (query.recipient, query.number, query.cites) = (recipient, number, cites)
    (query.from, query.until, query.limit) = (from, to, limit)
    return query
  }

  /// Writes rows as JSON, or as columns with tabs between them.
  private func tell(_ rows: [[PhucHoiArchive.JSONValue.Member]]) throws {
    for row in rows {
      let line =
        json
        ? String(decoding: JSONWriter.bytes(.object(row)), as: UTF8.self)
        : row.map { Self.plain($0.value) }.joined(separator: "\t")
      try StandardStream.output.write(Array((line + "\n").utf8))
    }
  }

  private static func plain(_ value: PhucHoiArchive.JSONValue) -> String {
    let text: String =
      switch value {
      case .string(let text): text
      case .number(let text): text
      case .array(let values): values.map(plain).joined(separator: " | ")
      default: ""
      }
    return text.split { $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }

  private static func row(_ hit: CatalogueHit) -> [PhucHoiArchive.JSONValue.Member] {
    [
      .init("path", .string(hit.path)), .init("page", .integer(hit.page)), .init("number", .text(hit.number)),
      .init("date", .text(hit.date)), .init("type", .text(hit.type)), .init("issuer", .text(hit.issuer)),
      .init("subject", .text(hit.subject)), .init("snippet", .text(hit.snippet)),
    ]
  }

  private static func row(_ finding: CatalogueFinding) -> [PhucHoiArchive.JSONValue.Member] {
    [
      .init("kind", .string(finding.kind.rawValue)), .init("series", .string(finding.series)),
      .init("value", .string(finding.value)), .init("detail", .string(finding.detail)),
      .init("paths", .array(finding.paths.map { .string($0) })),
    ]
  }
}
