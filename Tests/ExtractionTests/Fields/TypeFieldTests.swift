import Extraction
import Testing

struct TypeFieldTests {
  @Test(arguments: [
    ("QUYẾT ĐỊNH", "Quyết định"), ("KẾ HOẠCH LIÊN TỊCH", "Kế hoạch liên tịch"), ("TỜ TRÌNH", "Tờ trình"),
    ("THÔNG BAO", "Thông báo"),
  ])
  func readsTheLineOfTheType(_ line: String, _ type: String) throws {
    #expect(try Repository.document(Letter(type: line).body)?.documentType?.value == type)
  }

  @Test func callsALetterWithoutATypeCôngVăn() throws {
    let letter = Letter(number: "Số: 15/UBND-NC", type: "", subject: "V/v phòng cháy rừng")
    let read = try Repository.document(letter.body)
    #expect(read?.documentType?.value == "Công văn")
    #expect(read?.subject?.value == "phòng cháy rừng")
  }
}
