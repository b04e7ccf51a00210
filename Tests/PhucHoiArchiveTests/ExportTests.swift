import Extraction
import Foundation
import PhucHoiFormats
import Testing

@testable import PhucHoiArchive

@Suite struct ExportTests {
  @Test func readsRecordsBack() throws {
    let json = document(number: "0012", date: "2019-05-30", cites: [("44-KH/TU", "2019-05-20")])
    let record = DocumentRecord(json: json)
    #expect(record.form == .party)
    #expect(record.documentNumber?.number == "0012")
    #expect(record.documentNumber?.whole.value == "0012-KH/TU")
    #expect(record.date?.value == "2019-05-30")
    #expect(record.references.map(\.number) == ["44-KH/TU"])
    #expect(record.signers.map(\.name) == ["Trần Văn Đặng"])
    #expect(record.recipients.map(\.value) == ["Các huyện ủy"])
    #expect(record.secrecy == nil)
  }

  @Test func writesWorkbooksOfText() throws {
    let folder = try TemporaryFolder()
    let cells = [["0012", "30/05/2019", "=1+1"], ["Tỉnh ủy", "", "a\u{1}b"]]
    let sheet = Sheet(name: "Văn bản", heads: ["Số", "Ngày", "Trích yếu"], rows: cells)
    let bytes = try sheet.bytes(.xlsx)
    #expect(
      try SpreadsheetReader.rows(of: bytes).map { $0.map { $0.replacing("\u{1}", with: "") } }
        == [sheet.heads, cells[0], ["Tỉnh ủy", "", "ab"]])
    #expect(String(decoding: try sheet.bytes(.csv), as: UTF8.self).contains("0012,30/05/2019,'=1+1"))
    #expect(throws: BatchError.self) {
      let book = try Workbook(path: folder.path + "/none/a.xlsx", sheet: "a", heads: [])
      try book.close()
    }
  }
}
