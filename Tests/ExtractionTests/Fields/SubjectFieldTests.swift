import Extraction
import Testing

struct SubjectFieldTests {
  @Test func joinsLinesWithQuotedTitlesAndDates() throws {
    let subject =
      "sơ kết 03 năm thực hiện Chỉ thị số 27-CT/TU, ngày 12/10/2018\ncủa Ban Thường vụ Tỉnh ủy về “tăng cường\nđối thoại với Nhân dân”"
    let read = try Repository.document(Letter(subject: subject).body)?.subject?.value
    #expect(read == subject.replacing("\n", with: " "))
  }

  @Test func endsWhereTheTextBegins() throws {
    let text =
      "Thực hiện Kế hoạch số 3-KH/TU, Ủy ban nhân dân tỉnh quyết định như sau:\n\n1. Kiện toàn Ban Chỉ huy."
    let read = try Repository.document(Letter(text: text).body)?.subject?.value
    #expect(read == "Về việc kiện toàn Ban Chỉ huy phòng cháy rừng")
  }

  @Test func givesNoneForTextWithoutForm() throws {
    #expect(try Repository.document("12 34 56\n78 90 12\n34 56 78\n")?.subject == nil)
  }
}
