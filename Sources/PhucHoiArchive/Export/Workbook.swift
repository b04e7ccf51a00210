import CXLSX

/// A workbook with one sheet of text cells, written row by row: `0012` and dates stay as they are, and nothing is a
/// formula.
public final class Workbook {
  /// The longest text that a cell holds, in characters.
  static let longestText = 32_767
  private var book: OpaquePointer?
  private let path: String
  private var row: UInt32 = 0

  /// A workbook that will be at `path`. Throws `BatchError` when it cannot be begun.
  public init(path: String, sheet: String, heads: [String]) throws(BatchError) {
    self.path = path
    book = cxlsx_open(path, sheet)
    guard book != nil else { throw BatchError(code: .output, message: "\(path): no workbook can be begun") }
    cxlsx_freeze(book, 1)
    for (column, head) in heads.enumerated() {
      cxlsx_width(book, UInt16(clamping: column), Double(min(60, max(12, head.unicodeScalars.count + 2))))
    }
    append(heads, isHead: true)
  }

  deinit {
    if let book { cxlsx_close(book) }
  }

  /// Adds a row of cells.
  public func append(_ cells: [String]) { append(cells, isHead: false) }

  private func append(_ cells: [String], isHead: Bool) {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let clean = cell.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }.prefix(
        Self.longestText)
      cxlsx_text(book, row, UInt16(clamping: column), String(String.UnicodeScalarView(clean)), isHead ? 1 : 0)
    }
    row += 1
  }

  /// Writes the workbook. Throws `BatchError` when the file cannot be written.
  public func close() throws(BatchError) {
    guard let book else { return }
    self.book = nil
    let status = cxlsx_close(book)
    guard status == 0 else {
      throw BatchError(code: .output, message: "\(path): cannot be written (\(status))")
    }
  }
}
