import Extraction
import Testing

struct AddresseesFieldTests {
  @Test(arguments: [
    ("Kính gửi: Sở Y tế", ["Sở Y tế"]),
    ("Kính gửi:\n\n- Sở Y tế;\n- Ủy ban nhân dân các huyện.", ["Sở Y tế", "Ủy ban nhân dân các huyện"]),
    ("Kính gửi: - Sở Y tế,\n- Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
    ("Kính gửi: Chủ tịch Ủy ban nhân dân\nhuyện Tân Hòa", ["Chủ tịch Ủy ban nhân dân huyện Tân Hòa"]),
    ("Kính gửi:  1. Sở Y tế;\n           2. Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
    (
      "Kính gửi: 1. Sở Y tế; 2. Sở Nội vụ; 3. Chi cục\n           Lưu trữ; 4. Kho bạc tỉnh.",
      ["Sở Y tế", "Sở Nội vụ", "Chi cục Lưu trữ", "Kho bạc tỉnh"]
    ),
    (
      "Kính gửi các đồng chí:\n- Chánh Văn phòng;\n- Trưởng các phòng.",
      ["Chánh Văn phòng", "Trưởng các phòng"]
    ),
    ("Kính gửi: Các kho lưu trữ\nĐồng kính gửi: Kho bạc tỉnh", ["Các kho lưu trữ", "Kho bạc tỉnh"]),
    ("Kính gửi: Ủy ban nhân dân phường, xã và khu phố", ["Ủy ban nhân dân phường, xã và khu phố"]),
    (
      "Kính gửi:\n- Các sở, ban, ngành thuộc\nỦy ban nhân dân tỉnh;\n- Kho bạc huyện Tân Hòa.",
      ["Các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh", "Kho bạc huyện Tân Hòa"]
    ),
    (
      "Kính gửi: Phòng Nội vụ các huyện; Hiệu trưởng các trường\ntrung học trong tỉnh; Trung tâm Lưu trữ.",
      ["Phòng Nội vụ các huyện", "Hiệu trưởng các trường trung học trong tỉnh", "Trung tâm Lưu trữ"]
    ),
    (
      "Kính gửi:\n\nSở Y tế;\nCác kho lưu trữ; các trường học trong tỉnh.",
      ["Sở Y tế", "Các kho lưu trữ", "các trường học trong tỉnh"]
    ),
    ("Kính gửi\n\n1. Sở Y tế\n2. Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    (
      "Kính gửi: Sở Y tế tỉnh, Chi cục Văn thư Lưu trữ, Công an tỉnh",
      ["Sở Y tế tỉnh", "Chi cục Văn thư Lưu trữ", "Công an tỉnh"]
    ),
    ("Kính gửi: Phòng Quản lý ngân sách, Sở Y tế tỉnh", ["Phòng Quản lý ngân sách, Sở Y tế tỉnh"]),
    ("Kính gửi: Các huyện, thành phố, Sở Y tế", ["Các huyện, thành phố, Sở Y tế"]),
    (
      "Kính gửi:\nCác huyện ủy thuộc tỉnh\nBan Thường vụ Đảng ủy Sở Y tế\nSở Nội vụ Hòa Lâm",
      ["Các huyện ủy thuộc tỉnh", "Ban Thường vụ Đảng ủy Sở Y tế", "Sở Nội vụ Hòa Lâm"]
    ),
    (
      "Kính gửi:\n- Ủy ban Mặt trận Tổ quốc Việt\n  Nam tỉnh;\n- Sở Y tế.",
      ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Sở Y tế"]
    ),
    (
      "Kính gửi:\nBan Thường vụ Đoàn trường Y Hòa Lâm;\nCác chi đoàn khối phố",
      ["Ban Thường vụ Đoàn trường Y Hòa Lâm", "Các chi đoàn khối phố"]
    ),
    (
      "Kính gửi:\n1. Sở Y tế;\n2. Trưởng các phòng: Lưu trữ, Kế toán;\n3. Sở Nội vụ.",
      ["Sở Y tế", "Trưởng các phòng: Lưu trữ, Kế toán", "Sở Nội vụ"]
    ),
    (
      "Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ; Sở Tài chính;\n- Kho bạc tỉnh.",
      ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính", "Kho bạc tỉnh"]
    ),
    (
      "Kính gửi:\n- Các cơ quan chuyên môn (Sở Y tế; Sở Nội vụ);\n- Các phòng: Phòng Nội vụ; Phòng Tư pháp.",
      ["Các cơ quan chuyên môn (Sở Y tế; Sở Nội vụ)", "Các phòng: Phòng Nội vụ; Phòng Tư pháp"]
    ),
    (
      """
      SỞ GTVT HÒA LÂM               Kính gửi:
      ĐẾN  Số: 5127                   - Sở Y tế;
      Ngày: 21/8/2023                 - Sở Nội vụ.
      """, ["Sở Y tế", "Sở Nội vụ"]
    ),
    (
      "Kính gửi: Kho bạc tỉnh\n\nSở Y tế trân trọng giới thiệu:\nĐồng chí: Vũ Mạnh Trường   Chức vụ: Kế toán",
      ["Kho bạc tỉnh"]
    ),
  ])
  func readsTheAddressees(_ block: String, _ expected: [String]) throws {
    let letter = Letter(
      number: "Số: 15/UBND-NC", type: "", subject: "V/v phòng cháy rừng\n\n\(block)",
      text: "Để phòng cháy rừng, Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện.")
    #expect(try Repository.document(letter.body)?.addressees.map(\.value) == expected)
  }

  @Test(arguments: [
    (
      "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LÂM điện:\n- Giám đốc các sở;\n- Chủ các hồ thủy điện.",
      ["Giám đốc các sở", "Chủ các hồ thủy điện"]
    ),
    (
      "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN: Giám đốc Sở Y tế;\nCông an tỉnh.",
      ["Giám đốc Sở Y tế", "Công an tỉnh"]
    ),
    ("CÔNG TY CỔ PHẦN THỦY ĐIỆN: 12 tỷ đồng", []), ("ĐẠI DIỆN: Ông Trần Văn Bảy - Giám đốc", []),
  ])
  func readsWhomADispatchGoesTo(_ block: String, _ expected: [String]) throws {
    let dispatch = Letter(
      number: "Số: 15/CĐ-UBND", type: "CÔNG ĐIỆN", subject: "Về việc phòng cháy rừng\n\n\(block)",
      text: "Để phòng cháy rừng, Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện.")
    #expect(try Repository.document(dispatch.body)?.addressees.map(\.value) == expected)
  }

  @Test(arguments: ["BỘ LƯU ĐIỆN:\n- Pin 3 kVA;", "CÔNG TY ĐIỆN:\n- Đường dây 22 kV;", "ĐẠI DIỆN: Ông Bảy"])
  func noOtherDocumentWires(_ text: String) throws {
    #expect(
      try Repository.document(Letter(text: "Điều 1. Kiện toàn.\n\n\(text)").body)?.addressees.isEmpty == true)
  }

  @Test(arguments: [
    "Sở Y tế nhận được Công văn số 12/SNV-TC của Sở Nội vụ.", "Căn cứ Luật Lưu trữ, Sở đề nghị như sau:",
  ])
  func leavesTheTextUnderTheAddresseeAlone(_ opening: String) throws {
    let letter = Letter(
      number: "Số: 15/SYT-TC", type: "", subject: "V/v phòng cháy rừng\n\nKính gửi: Sở Nội vụ\n\(opening)",
      text: "1. Các phòng chỉnh lý hồ sơ.")
    #expect(try Repository.document(letter.body)?.addressees.map(\.value) == ["Sở Nội vụ"])
  }
}
