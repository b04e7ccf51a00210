import PhucHoiArchive
import Platform

extension ReviewSite {
  /// Sheets to take away, as CSV or as workbooks: open places, decisions, the registry.
  func sheet(_ request: HTTPRequest) throws -> HTTPResponse? {
    let path = request.path
    guard path.hasPrefix("/sheets/"), let format = Sheet.Format(of: path),
      let sheet = try sheet(named: path.dropFirst(8).dropLast(format.rawValue.count + 1), request)
    else { return nil }
    var response = HTTPResponse(type: format.mediaType, try sheet.bytes(format))
    response.headers["Content-Disposition"] = "attachment; filename=\"\(path.dropFirst(8))\""
    return response
  }

  private func sheet(named name: Substring, _ request: HTTPRequest) throws -> Sheet? {
    let language: ReportLanguage = options.language == "vi" ? .vietnamese : .english
    let queue = try book.current()
    switch name {
    case "review":
      let texts = ArchiveTexts(folder: book.folder)
      let rows = try book.reader.doubtfulPlaces(below: book.limit, limit: 5000, lines: texts.lines)
        .filter { queue.has(path: $0.path) }
      return ReviewSheet.sheet(
        try book.reader.grouped(rows, below: book.limit, shows: queue.has), in: language)
    case "decisions":
      return ReviewSheet.sheet(
        try book.reader.decidedRows().filter { queue.has(path: $0.row.path) }, in: language)
    case "registry": return try options.registry?(request.query["profile"] ?? "tt05", queue.has)
    default: return nil
    }
  }
}

extension Sheet.Format {
  fileprivate var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}
