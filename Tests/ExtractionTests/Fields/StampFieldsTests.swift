import Extraction
import Testing

struct StampFieldsTests {
  @Test func readsSecrecyAndUrgency() throws {
    let read = try Repository.document("TỐI MẬT\nTHƯỢNG KHẨN\n" + Letter().body)
    #expect(read?.secrecy?.value == "Tối mật")
    #expect(read?.urgency?.value == "Thượng khẩn")
    #expect(read?.documentNumber?.whole.value == "15/QĐ-UBND")
  }

  @Test func readsAStampInSmallLetters() throws {
    let read = try Repository.document(Letter(number: "Số: 15/QĐ-UBND\nThượng khẩn").body)
    #expect(read?.urgency?.value == "Thượng khẩn")
  }

  @Test(arguments: ["Mất", "Mặt", "Khăn", "Tối mát"])
  func takesNoOtherWordForAStamp(_ word: String) throws {
    let read = try Repository.document(Letter(number: "Số: 15/QĐ-UBND\n\(word)").body)
    #expect(read?.secrecy == nil && read?.urgency == nil)
  }

  @Test(arguments: ["SAO LỤC", "Sao lục"])
  func readsTheCopysFormAndLeavesItsNumberOut(_ form: String) throws {
    let copy =
      "\nTỈNH ỦY HÒA LÂM\n*\nSố 33-BS/TU\n\n\(form)\n\nHòa Lâm, ngày 25 tháng 5 năm 2021\n\nNơi nhận:\n- Các huyện ủy,\n- Lưu VP.\n\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n\nLương Bá Tòng\n"
    let read = try Repository.document(Letter().body + copy)
    #expect(read?.copyForm?.value == "Sao lục")
    #expect(read?.documentNumber?.whole.value == "15/QĐ-UBND")
    #expect(read?.signers.map(\.name) == ["Trần Văn Thuận"])
  }

  @Test(arguments: [
    ("SAO Y; VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HÒA LÂM; 09/02/2023 10:15:44 +07:00", "Sao y"),
    ("MẬT; VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HÒA LÂM; 09/02/2023 10:15:44 +07:00", nil),
  ])
  func readsTheElectronicStampOfACopy(_ stamp: String, _ form: String?) throws {
    let read = try Repository.document(stamp + "\n" + Letter().body)
    #expect(read?.copyForm?.value == form)
    #expect(read?.secrecy == nil)
  }

  @Test func takesNoStampOfArrivalForTheIssuer() throws {
    let stamp = "SỞ GTVT HÒA LÂM               QUYẾT ĐỊNH\nĐẾN  Số: 5127\nNgày: 21/8/2023\n"
    let read = try Repository.document(Letter(type: stamp).body)
    #expect(read?.issuingBody?.value == "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM")
    #expect(read?.superiorBody == nil)
  }
}
