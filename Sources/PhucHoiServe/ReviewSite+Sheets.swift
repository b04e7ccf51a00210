import Foundation
import PhucHoiArchive

extension ReviewSite {
  /// Sheets to take away: open places, decisions, the registry.
  func sheet(_ request: HTTPRequest) throws -> HTTPResponse? {
    let language: ReportLanguage = options.language == "vi" ? .vietnamese : .english
    let bytes: [UInt8]
    switch request.path {
    case "/sheets/review.csv":
      let texts = ArchiveTexts(folder: book.folder)
      let queue = try book.current()
      let rows = try book.reader.doubtfulPlaces(below: book.limit, limit: 5000, lines: texts.lines)
      bytes = ReviewSheet.bytes(rows.filter { queue.has(path: $0.path) }, in: language)
    case "/sheets/decisions.csv":
      let queue = try book.current()
      let rows = try book.reader.decidedRows().filter { queue.has(path: $0.row.path) }
      bytes = ReviewSheet.bytes(deciding: rows, in: language)
    case "/sheets/registry.csv":
      let queue = try book.current()
      guard let sheet = try options.registry?(request.query["profile"] ?? "tt05", queue.has) else {
        return nil
      }
      bytes = sheet
    default: return nil
    }
    var response = HTTPResponse(type: "text/csv; charset=utf-8", bytes)
    let name = request.path.split(separator: "/").last ?? "sheet.csv"
    response.headers["Content-Disposition"] = "attachment; filename=\"\(name)\""
    return response
  }
}
