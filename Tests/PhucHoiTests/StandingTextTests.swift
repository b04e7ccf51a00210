import PhucHoi
import Testing

/// Right text that is no sentence: it has too few words to show what it is, and must stay.
@Suite(.enabled(if: models != nil, "models are not there"))
struct StandingTextTests {
  @Test(
    arguments: [
      "kg", "HĐND", "STT", "kWh", "TSCĐ", "x", "B1", "v = s/t", "U = I x R", "W = P x t", "S = a x b / 2",
      "Fe: 12%; Mn: 3%; Cu: 0,2%; Zn: 1%", "H2SO4: 5%; CO2; SO2", "Anh M; chị T; cháu H; bị cáo Q",
      "KT. GĐ; TL. CTN; TUQ. BT; Q. GĐ", "MST: 0312345678; STK: 19036789012345", "TX. Tân Uyên", "DT: 120 m2",
      "a b c d đ e ê", "Phương án A hay B", "x y z",
    ], [Policy.balanced, .careful])
  func shortTextStays(_ text: String, _ policy: Policy) throws {
    #expect(try checkedRepair(text, policy).text == text)
  }

  /// Rare names are words that nothing knows, but their list was not read.
  @Test(arguments: [
    "xã Uar; xã Ia Khươl, huyện Chư Păh; xã An Nghiệp, huyện Tuy An",
    "xã Thái Mỹ; phường Minh Đức, quận Đồ Sơn; xã Phiêng Khoài",
    "xã Yên Phương, huyện Yên Lạc; xã Xuân Lao, huyện Mường Ảng",
  ])
  func listsOfNamesKeepTheirMarks(_ text: String) throws {
    #expect(try checkedRepair(text, .balanced).text == text)
  }

  /// What looks like a misreading in a table or a form stays where the text around it has none.
  @Test func oddLinesOfALongRightTextStay() throws {
    let odd = [
      "Bên ngoài túi phải ghi rõ “HỒ SƠ ĐỀ XUẤT VỀ TÀI CHÍNH” của gói [12]",
      "Nguồn ra 41,5 V ~ 58,5 VDC; độ ẩm 10% ~ 95%",
      "Hà Nội, ngày…tháng…năm……", "Tiêu thụ nhiên liệu < 195 g/mã lực.giờ",
    ]
    let right = try FixtureDocuments.names.map(FixtureDocuments.correct).joined(separator: "\n")
    let text = right + "\n" + odd.joined(separator: "\n") + "\n" + right
    let repaired = try checkedRepair(text, .balanced).text.split(separator: "\n").map(String.init)
    for line in odd { #expect(repaired.contains(line)) }
  }

  /// Quotation marks and brackets stay in a bad reading too.
  @Test func pairedMarksOfReadingsStay() throws {
    let seen = """
      Thuc hién Ké hoach s6 12-KH/TU, ngay 05/9/2023 cua Ban Thuong vu Tinh uy “vé viéc day manh phong trao”
      cac co quan bao cao két qua (qua Van phong) truoc ngay 20/9/2023; phong trao “toan dan doan két”.
      """
    let text = try checkedRepair(seen, .balanced).text
    for mark in "“”()" { #expect(text.filter { $0 == mark }.count == seen.filter { $0 == mark }.count) }
    #expect(text.contains("“về việc"))
  }

  /// A word of another language has no rivals in a line of it; elsewhere it may be a slip, whatever was read before.
  @Test func whatWasReadBeforeChangesNothing() throws {
    let models = try #require(models)
    let frame = String(
      repeating:
        "Căn cứ Luật Tổ chức chính quyền địa phương và quy định có liên quan, Ủy ban nhân dân tỉnh hướng dẫn.\n",
      count: 4)
    let foreign = String(
      repeating: "guaido syria metro texas jerusalem canada internet the pence iran jean olympic\n", count: 4)
    let slip =
      "Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị the hiện rõ trách nhiệm trong công tác quản lý.\n"
    let repairer = Repairer(models: models)
    _ = repairer.repair(foreign + frame)
    #expect(repairer.repair(frame + slip + frame).text.contains("thế hiện"))
  }

  @Test(arguments: [
    "Nồng độ bụi: 0,3 mg/m3; SO2: 0,05 mg/m3", "Cấp 250 m3 đá hộc và 300 m2 ván khuôn.",
    "Tốc độ 40 km/h, 20 m3/h, 1.678 đ/kWh; giá nước 6.000 đ/m3", "12 kg/bao; 2 cm x 4 cm; 100 ml",
  ])
  func unitsStay(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }

  @Test(arguments: [
    ("San xuat 500 m3 be tong", "Sản xuất 500 m3 bê tông"),
    ("Don gia: 12.000 d/m3, 85.000 d/m2", "Đơn giá: 12.000 đ/m3, 85.000 đ/m2"),
    ("dien tich 300 m2 dat o", "diện tích 300 m2 đất ở"),
  ])
  func unitsStayWhereMarksComeBack(_ seen: String, _ meant: String) throws {
    #expect(try checkedRepair(seen, .balanced).text == meant)
  }

  @Test(arguments: [
    "| STT | Tên vật tư | ĐVT | Đơn giá |\n| 1 | Thép phi 10 | tấn | 16.500 |\n| 2 | Sỏi 1x2 | m3 | 320.000 |",
    "|---|:---:|---:|",
    "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |", "STT\tHọ tên\tĐVT\n1\tSùng A Vàng\tm3",
  ])
  func tablesStay(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }

  @Test func cellsAreMendedBetweenTheirBars() throws {
    let seen = "So van ban | Ngay ban hanh | Trich yeu\n12/QD-UBND | 03/4/2020 | Phe duyet ke hoach"
    #expect(
      try checkedRepair(seen, .balanced).text
        == "Số văn bản | Ngày ban hành | Trích yếu\n12/QĐ-UBND | 03/4/2020 | Phê duyệt kế hoạch")
  }

  @Test(arguments: [
    "± 5%, 3 × 4 = 12, 12 ÷ 4 = 3", "¶ Mục 3 của § 5", "“Người tốt”, ‘việc tốt’", "→ xem trang 5; ☑ Đạt",
    "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**Độc lập – Tự do – Hạnh phúc**",
    "bao_cao_T7_2024_final.xlsx, /var/data/vb", "C:\\VanBan\\2020\\cv_12.doc",
    "{\"so\": 15, \"ten\": \"Văn thư\"}",
    "<p class=\"a\">Kính gửi</p>", "mã &foo; và &#0; còn",
  ])
  func signsStay(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }

  /// Labels of points, abbreviations with a sign and units that hang together, among right text.
  @Test func labelsAndChainsStay() throws {
    let text = """
      a) Ranh giới về phía biển được giới hạn bởi các đoạn thẳng nối lần lượt các điểm có tọa độ sau đây:
      KB1: 18°52’55,6”N, 105°40’24,3”E;
      KB2: 18°52’55,6”N, 105°50’53,3”E;
      KB3: 18°46’15,6”N, 105°46’19,3”E (bờ Nam Cửa Khe).
      b) Nước thải từ 50m3/ngày.đêm đến 200 m3/ngày.đêm phải có giấy phép của cơ quan có thẩm quyền.
      Triển khai đánh giá mức độ chuyển đổi số trong các doanh nghiệp trên địa bàn Tỉnh.
      Sở KH&CN
      Các sở, ban, ngành tỉnh; UBND các xã, phường
      """
    #expect(try checkedRepair(text, .balanced).text == text)
  }
}
