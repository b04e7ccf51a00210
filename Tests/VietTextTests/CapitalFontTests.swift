import Testing

@testable import VietText

/// TCVN3 text whose headings were set in a capital font, as bytes of TCVN3 would decode.
@Suite struct CapitalFontTests {
  private func restored(_ text: String) -> String {
    let decoded = DecodedText(text: text, encoding: .tcvn3, hasByteOrderMark: false, exceptions: [])
    return Normalizer().normalize(decoded).text
  }

  @Test func raisesHeadings() {
    let seen = """
      huyện ủy bình sơn
      đảng cộng sản việt nam

      kế hoạch

      về việc sửa cầu gỗ qua rạch

      i- mục đích, yêu cầu

      1. Cầu phải an toàn.

      t/m ban thường vụ
      phó bí thư
      """
    let meant = """
      HUYỆN ỦY BÌNH SƠN
      ĐẢNG CỘNG SẢN VIỆT NAM

      KẾ HOẠCH

      về việc sửa cầu gỗ qua rạch

      I- MỤC ĐÍCH, YÊU CẦU

      1. Cầu phải an toàn.

      T/M BAN THƯỜNG VỤ
      PHÓ BÍ THƯ
      """
    #expect(restored(seen) == meant)
  }

  @Test(arguments: [
    ("Giao ủy ban nhân dân xã sửa cầu.", "Giao Ủy ban nhân dân xã sửa cầu."),
    ("2. ủy ban nhân dân xã sửa cầu.", "2. Ủy ban nhân dân xã sửa cầu."),
    ("a) áp dụng cho cầu gỗ.", "a) Áp dụng cho cầu gỗ."),
    ("Chương II sửa chữa CẦU gỗ và ĐƯỜNG bộ", "Chương II SỬA CHỮA CẦU GỖ VÀ ĐƯỜNG BỘ"),
    ("Bà Lê Thị ánh ở ấp Bờ Kè.", "Bà Lê Thị Ánh ở ấp Bờ Kè."),
  ])
  func raisesSingleWords(seen: String, meant: String) {
    #expect(restored(seen) == meant)
  }

  @Test func leavesPlainLinesFarFromTCVN3Alone() {
    let tcvn3 = "C©y cÇu gç b¾c qua r¹ch ¤ng NghÜa ®· xuèng cÊp"
    let text = "see the list below\n\n\n\nCây cầu gỗ.\n\n" + tcvn3
    #expect(Normalizer().normalize(text).text.hasPrefix("see the list below\n"))
  }

  @Test func leavesOtherEncodingsAlone() {
    #expect(Normalizer().normalize("kế hoạch\nphó bí thư").changes.isEmpty)
  }
}
