import Extraction
import Testing

struct SignersFieldTests {
  @Test(
    arguments: [
      (
        "TL. ỦY BAN NHÂN DÂN\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
        "TL. ỦY BAN NHÂN DÂN / KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"
      ),
      ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
      ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG HÀNH CHÍNH", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG HÀNH CHÍNH"),
      ("Q. GIÁM ĐỐC", nil, "Q. GIÁM ĐỐC"),
      ("KT.BỘ TRƯỞNG\nTHỨ TRƯỞNG", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    ] as [(String, String?, String)])
  func readsLayersOfAuthority(_ block: String, _ authority: String?, _ title: String) throws {
    let closing = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n\(block)\n\nTrần Văn Thuận\n"
    let signers = try Repository.document(Letter(closing: closing).body)?.signers ?? []
    #expect(signers.map(\.authority) == [authority])
    #expect(signers.map(\.title) == [title])
    #expect(signers.map(\.name) == ["Trần Văn Thuận"])
  }

  @Test func leavesOutRanks() throws {
    let closing = "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nThiếu tướng Lê Hữu Đạt\n"
    #expect(try Repository.document(Letter(closing: closing).body)?.signers.map(\.name) == ["Lê Hữu Đạt"])
  }

  @Test func invitesNoSignerFromTheText() throws {
    #expect(try Repository.document(Letter(closing: "").body)?.signers.isEmpty == true)
  }
}
