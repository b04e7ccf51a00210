import Extraction
import Foundation
import Testing
import VietText

struct RecordSheetTests {
  private func sheet(_ text: String, _ profile: String) throws -> RecordSheet {
    let tables = try ExtractionTables(directory: Repository.tables)
    var sheet = RecordSheet(
      profile: try ExportProfile(profile, tables: Repository.tables), tables: tables)
    sheet.append(try Repository.extractor().record(of: AlignedText(source: text), path: "a.txt", sha256: ""))
    return sheet
  }

  private func cell(_ sheet: RecordSheet, _ head: String) -> String? {
    sheet.heads.firstIndex(of: head).flatMap { sheet.rows.first?[$0] }
  }

  @Test func followsTheRulesOfThôngTư05() throws {
    let sheet = try sheet(
      Letter(number: "Số: 08/2021/QĐ-UBND", date: "Hòa Lâm, ngày    tháng 4 năm 2021").body, "tt05")
    #expect(cell(sheet, "typeName") == "02")
    #expect(cell(sheet, "codeNumber") == "08")
    #expect(cell(sheet, "codeNotation") == "/2021/QĐ-UBND")
    #expect(cell(sheet, "issuedDate") == "00/04/2021")
    #expect(cell(sheet, "organName") == "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM")
  }

  @Test(arguments: [("tt05", "codeNotation"), ("nd30", "CodeNotation"), ("dang", "Ký hiệu")])
  func symbolsOfThePartyKeepTheirSign(_ profile: String, _ head: String) throws {
    let tables = try ExtractionTables(directory: Repository.tables)
    var sheet = RecordSheet(
      profile: try ExportProfile(profile, tables: Repository.tables), tables: tables)
    var document = DocumentRecord(pages: Extent(first: 1, last: 1), lines: Extent(first: 1, last: 9))
    let value = FieldValue(
      value: "118-KH/HU", raw: "", confidence: 0.6, span: SourceSpan(page: 1, line: 1, start: 0, end: 1))
    document.documentNumber = DocumentNumber(whole: value, number: "118", year: nil, symbol: "KH/HU")
    document.form = .party
    sheet.append(Record(path: "a/1.pdf", sha256: "", pages: 1, documents: [document]))
    #expect(cell(sheet, head) == "-KH/HU")
    #expect(cell(sheet, profile == "dang" ? "Tên tệp" : "Tệp") == "a/1.pdf")
    #expect(cell(sheet, "Độ tin cậy") == "0.00")
    #expect(cell(sheet, "Cần kiểm tra")?.hasPrefix("Số, ký hiệu; Ngày (thiếu); Tên loại (thiếu)") == true)
  }

  @Test(arguments: ["tt05", "nd30", "dang"])
  func shipsProfilesThatCanBeRead(_ name: String) throws {
    #expect(try sheet(Letter().body, name).rows.first?.isEmpty == false)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@a", "'@a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\"\u{301},b", "\"a\"\"\u{301},b\""),
    ("Số 1", "Số 1"),
  ])
  func writesCellsThatNoSpreadsheetRuns(_ text: String, _ cell: String) {
    #expect(CSVText.line([text]) == Array((cell + "\r\n").utf8))
  }

  @Test func namesTheLineOfAWrongProfile() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("wrong-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data("A\tsubject\tupper\nB\tnothing\t\n".utf8).write(to: url)
    #expect(throws: TableError.self) { try ExportProfile(contentsOf: url) }
  }
}
