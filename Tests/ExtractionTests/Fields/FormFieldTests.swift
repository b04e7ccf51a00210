import Extraction
import Testing

struct FormFieldTests {
  @Test func tellsTheFormsApart() throws {
    #expect(try Repository.document(Letter().body)?.form == .state)
    let party = "HUYỆN ỦY KHE SÂU\n*\nSố 3-KH/HU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nKẾ HOẠCH\nthi đua\n"
    #expect(try Repository.document(party)?.form == .party)
    let youth = "HUYỆN ĐOÀN KHE SÂU\n***\nSố 3-KH/HĐ\n\nĐOÀN TNCS HỒ CHÍ MINH\n\nKẾ HOẠCH\nthi đua\n"
    #expect(try Repository.document(youth)?.form == .unknown)
    #expect(try Repository.document("Sáng nay trời mưa.\n\nChúng tôi ở nhà.\n")?.form == .unknown)
  }
}
