import Extraction
import Foundation
import PhucHoiArchive
import Testing

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
    for name in ["a.xlsx", "b.xlsx"] {
      let book = try Workbook(
        path: folder.path + "/" + name, sheet: "Văn bản", heads: ["Số", "Ngày", "Trích yếu"])
      cells.forEach(book.append)
      try book.close()
    }
    let bytes = try #require(FileManager.default.contents(atPath: folder.path + "/a.xlsx"))
    #expect(bytes.starts(with: Data("PK".utf8)))
    #expect(throws: BatchError.self) {
      let book = try Workbook(path: folder.path + "/none/a.xlsx", sheet: "a", heads: [])
      try book.close()
    }
  }
}
