import CXLSX
import Platform

/// A workbook with one sheet of text cells, written row by row: `0012` and dates stay as they are, and nothing is a
/// formula.
final class Workbook {
  /// The longest text that a cell holds, in characters.
  static let longestText = 32_767
  private var book: OpaquePointer?
  private let path: String
  private var row: UInt32 = 0

  /// A workbook that will be at `path`. Throws `BatchError` when it cannot be begun.
  init(path: String, sheet: String, heads: [String]) throws(BatchError) {
    self.path = path
    book = cxlsx_open(path, sheet)
    guard book != nil else { throw BatchError(code: .output, message: "\(path): no workbook can be begun") }
    cxlsx_freeze(book, 1)
    for (column, head) in heads.enumerated() {
      cxlsx_width(book, UInt16(clamping: column), Double(min(60, max(12, head.unicodeScalars.count + 2))))
    }
    append(heads, isHead: true)
  }

  /// The bytes of a workbook with `sheet`. Throws `BatchError` when the place for temporary files cannot be
  /// written.
  static func bytes(_ sheet: Sheet) throws(BatchError) -> [UInt8] {
    let folder = try PrivateFolder()
    defer { folder.remove() }
    let path = folder.path + "/sheet.xlsx"
    let book = try Workbook(path: path, sheet: sheet.name, heads: sheet.heads)
    for (number, row) in sheet.rows.enumerated() {
      if let choices = sheet.choices[number] { book.offer(choices, column: sheet.heads.count - 1) }
      book.append(row)
    }
    try book.close()
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw BatchError(code: .output, message: "\(path): cannot be read again")
    }
    return [UInt8](bytes)
  }

  deinit {
    if let book { cxlsx_close(book) }
  }

  /// Adds a row of cells.
  func append(_ cells: [String]) { append(cells, isHead: false) }

  /// The longest list that a cell can offer, in characters with the commas between.
  private static let longestList = 255

  /// Offers `choices` in a column of the row that comes next; those that no list can hold are left out.
  private func offer(_ choices: [String], column: Int) {
    var (offered, length): ([String], Int) = ([], 0)
    for choice in choices
    where !choice.isEmpty
      && !choice.unicodeScalars.contains(where: { $0.value < 0x20 || ",\"".unicodeScalars.contains($0) })
    {
      length += choice.utf16.count + 1
      guard length <= Self.longestList else { break }
      offered.append(choice)
    }
    guard !offered.isEmpty else { return }
    let texts = offered.map { strdup($0) }
    defer { for text in texts { free(text) } }
    let list = texts.map { UnsafePointer($0) } + [nil]
    list.withUnsafeBufferPointer { cxlsx_choices(book, row, UInt16(clamping: column), $0.baseAddress) }
  }

  private func append(_ cells: [String], isHead: Bool) {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let clean = cell.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }.prefix(
        Self.longestText)
      cxlsx_text(book, row, UInt16(clamping: column), String(String.UnicodeScalarView(clean)), isHead ? 1 : 0)
    }
    row += 1
  }

  /// Writes the workbook. Throws `BatchError` when the file cannot be written.
  func close() throws(BatchError) {
    guard let book else { return }
    self.book = nil
    let status = cxlsx_close(book)
    guard status == 0 else {
      throw BatchError(code: .output, message: "\(path): cannot be written (\(status))")
    }
  }
}
