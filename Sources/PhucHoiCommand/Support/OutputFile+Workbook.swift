import PhucHoiArchive

extension OutputFile {
  /// Writes a workbook of one sheet. Throws as `write(_:)`.
  func writeWorkbook(sheet: String, heads: [String], rows: [[String]]) throws(CommandFailure) {
    try publish { part throws(CommandFailure) in
      do throws(BatchError) {
        let book = try Workbook(path: part, sheet: sheet, heads: heads)
        for row in rows { book.append(row) }
        try book.close()
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}
