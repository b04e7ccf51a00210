import Extraction
import Testing

struct AttachmentsFieldTests {
  private func titles(_ text: String, after: String = "") throws -> [String?] {
    (try Repository.document(Letter(text: text).body + after)?.attachments ?? []).map(\.title)
  }

  @Test(arguments: [
    (
      "(Kèm theo Quyết định này có Đề cương báo cáo và Phụ lục số liệu)",
      ["Đề cương báo cáo", "Phụ lục số liệu"]
    ),
    ("(Gửi kèm: (1) Dự thảo Quyết định; (2) Đề án)", ["Dự thảo Quyết định", "Đề án"]),
    ("(Gửi kèm Biểu tổng hợp số liệu)", ["Biểu tổng hợp số liệu"]),
  ])
  func readsTheNoteInBrackets(_ note: String, _ expected: [String]) throws {
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.\n\n\(note)") == expected)
  }

  @Test func readsHeadingsOfAnnexes() throws {
    let annex =
      "\nPHỤ LỤC I\nDANH SÁCH THÀNH VIÊN\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/4/2021)\n\n1. Ông Lê Văn Tám\n"
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.", after: annex) == ["DANH SÁCH THÀNH VIÊN"])
  }
}
