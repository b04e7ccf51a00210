import Extraction
import Testing

struct AddresseesFieldTests {
  @Test(arguments: [
    ("Kính gửi: Sở Y tế", ["Sở Y tế"]),
    ("Kính gửi:\n\n- Sở Y tế;\n- Ủy ban nhân dân các huyện.", ["Sở Y tế", "Ủy ban nhân dân các huyện"]),
    ("Kính gửi: - Sở Y tế,\n- Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
  ])
  func readsTheAddressees(_ block: String, _ expected: [String]) throws {
    let letter = Letter(
      number: "Số: 15/UBND-NC", type: "", subject: "V/v phòng cháy rừng\n\n\(block)",
      text: "Để phòng cháy rừng, Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện.")
    #expect(try Repository.document(letter.body)?.addressees.map(\.value) == expected)
  }
}
