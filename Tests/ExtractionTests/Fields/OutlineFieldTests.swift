import Extraction
import Testing

struct OutlineFieldTests {
  @Test func listsHeadingsWithTheirDepth() throws {
    let text = "I- MỤC ĐÍCH\n\n1. Yêu cầu chung\n\n1.1. Nội dung\n\na) Tuyên truyền\n\nII- TỔ CHỨC THỰC HIỆN"
    let items = try Repository.document(Letter(text: text).body)?.outline ?? []
    #expect(items.map(\.number) == ["I", "1", "1.1", "a", "II"])
    #expect(items.map(\.level) == [1, 2, 3, 4, 1])
    #expect(
      items.map(\.title) == ["MỤC ĐÍCH", "Yêu cầu chung", "Nội dung", "Tuyên truyền", "TỔ CHỨC THỰC HIỆN"])
  }
}
