import Extraction
import Testing

struct BodyFieldTests {
  private func document(_ header: String) throws -> DocumentRecord? {
    try Repository.document(
      "\(header)\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 7/BC-ABC\n\nBÁO CÁO\nCông tác năm\n"
    )
  }

  @Test(
    arguments: [
      ("UBND TỈNH HÒA LÂM\nSỞ Y TẾ", "SỞ Y TẾ", "UBND TỈNH HÒA LÂM"),
      ("ỦY BAN NHÂN DÂN\nHUYỆN KHE SÂU", "ỦY BAN NHÂN DÂN HUYỆN KHE SÂU", nil),
      (
        "UBND TỈNH HÒA LÂM\nSỞ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN",
        "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", "UBND TỈNH HÒA LÂM"
      ),
      ("TỈNH ỦY HÒA LÂM\nBAN TỔ CHỨC", "BAN TỔ CHỨC", "TỈNH ỦY HÒA LÂM"),
      ("SỞ VĂN HÓA VÀ DU LỊCH", "SỞ VĂN HÓA VÀ DU LỊCH", nil),
      ("BỘ NÔNG NGHIỆP VÀ BIỂN\nBỘ NÔNG NGHIỆP\nVÀ BIỂN", "BỘ NÔNG NGHIỆP VÀ BIỂN", nil),
      ("VĂN PHÒNG HDND VA UBND", "VĂN PHÒNG HĐND VÀ UBND", nil),
      ("VĂN PHÒNG\nỦY BAN NHÂN DÂN TỈNH HÒA LÂM", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HÒA LÂM", nil),
      ("QUÂN KHU 12\nBỘ CHỈ HUY QUÂN SỰ TỈNH", "BỘ CHỈ HUY QUÂN SỰ TỈNH", "QUÂN KHU 12"),
      ("CHỦ TỊCH\nỦY BAN NHÂN DÂN\nHUYỆN KHE SÂU", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN KHE SÂU", nil),
      ("BỘ TƯ LỆNH BINH ĐOÀN 88\nSƯ ĐOÀN 371B", "SƯ ĐOÀN 371B", "BỘ TƯ LỆNH BINH ĐOÀN 88"),
      (
        "PHÒNG GIÁO DỤC KHE SÂU\nTRƯỜNG TIỂU HỌC KHE SÂU B", "TRƯỜNG TIỂU HỌC KHE SÂU B",
        "PHÒNG GIÁO DỤC KHE SÂU"
      ),
    ] as [(String, String, String?)])
  func tellsTheIssuerFromTheBodyAbove(_ header: String, _ issuer: String, _ superior: String?) throws {
    let read = try document(header)
    #expect(read?.issuingBody?.value == issuer)
    #expect(read?.superiorBody?.value == superior)
  }

  @Test func readsBodiesThatStandSideBySide() throws {
    let header = """
      UBND TỈNH HÒA LÂM          VIỆN KIỂM SÁT NHÂN DÂN           CÔNG AN
      SỞ TƯ PHÁP                     TỈNH HÒA LÂM              TỈNH HÒA LÂM
      """
    let read = try document(header)
    #expect(read?.issuingBody?.value == "SỞ TƯ PHÁP")
    #expect(read?.superiorBody?.value == "UBND TỈNH HÒA LÂM")
    #expect(
      read?.coIssuers.map(\.value) == ["VIỆN KIỂM SÁT NHÂN DÂN TỈNH HÒA LÂM", "CÔNG AN TỈNH HÒA LÂM"])
  }

  @Test(arguments: [
    (
      "ỦY BAN NHÂN DÂN ông HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTÍNH HÒA LÂM Dobe lập - Tự do - Hạnh phúc",
      "TỈNH HÒA LÂM"
    ),
    (
      "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTĨNH HÒA LÂM Độc lập - Tự do - Hạnh phúc",
      "TỈNH HÒA LÂM"
    ),
  ])
  func readsAHeaderWithMisreadLetters(_ header: String, _ place: String) throws {
    let body = try Repository.document("\(header)\n\nSố: 7/BC-UBND\n\nBÁO CÁO\nCông tác năm\n")?.issuingBody
    #expect(body?.value == "ỦY BAN NHÂN DÂN " + place)
  }

  @Test func takesASubjectThatNamesTheStateForNoHeader() throws {
    let subject = "kỷ niệm ngày Quốc khánh nước\nCộng hòa xã hội chủ nghĩa Việt Nam"
    let read = try Repository.document("BÁO CÁO\n\(subject)\n\n1. Kết quả.\n")
    #expect(read?.subject?.value == subject.replacing("\n", with: " "))
  }

  @Test(arguments: ["BỘ THƯƠNG CẢNG", "BAN QUẢN LÝ DỰ ÁN", "TÒA ÁN NHÂN DÂN TỐI CAO"])
  func leavesTheLastWordOutOfTheTitleBesideIt(_ body: String) throws {
    let text =
      "\(body) CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 7/BC-ABC\n\nBÁO CÁO\nCông tác năm\n"
    #expect(try Repository.document(text)?.issuingBody?.value == body)
  }

  @Test func takesAWholeBodyThatRunsOverALineEnd() throws {
    let text =
      "KẾ HOẠCH\nthi đua năm 2020\n\nThực hiện Kế hoạch số 4-KH/TU ngày 02/01/2020, Ban Thường vụ Đảng ủy\nCông ty Than Bắc Khê xây dựng kế hoạch như sau:\n\n1. Mục đích.\n"
    #expect(try Repository.document(text)?.issuingBody?.value == "Ban Thường vụ Đảng ủy Công ty Than Bắc Khê")
  }

  @Test func findsTheIssuerInTheOpeningSentence() throws {
    let text =
      "KẾ HOẠCH\nthi đua năm 2020\n\nThực hiện Kế hoạch số 4-KH/TU ngày 02/01/2020, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:\n\n1. Mục đích.\n"
    let body = try Repository.document(text)?.issuingBody
    #expect(body?.value == "Ban Thường vụ Huyện ủy")
    let header = try Repository.document("HUYỆN ỦY BẮC KHÊ\n\nSố: 4-KH/HU\n\n" + text)?.issuingBody
    #expect(try #require(body?.confidence) < (try #require(header?.confidence)))
  }

  @Test(arguments: [
    ("UBND TỈNH HÒA LÂM\nSỞ TÀI CHÍNH - SỞ Y TẾ", "SỞ TÀI CHÍNH", ["SỞ Y TẾ"]),
    ("UBND TỈNH HÒA LÂM\nVĂN PHÒNG HĐND - UBND", "VĂN PHÒNG HĐND - UBND", []),
    ("UBND TỈNH HÒA LÂM\nSỞ KẾ HOẠCH - ĐẦU TƯ", "SỞ KẾ HOẠCH - ĐẦU TƯ", []),
  ])
  func takesBodiesWhoseNamesBeginAlikeForJoint(_ header: String, _ issuer: String, _ others: [String]) throws
  {
    let read = try document(header)
    #expect(read?.issuingBody?.value == issuer)
    #expect(read?.superiorBody?.value == "UBND TỈNH HÒA LÂM")
    #expect(read?.coIssuers.map(\.value) == others)
  }

  /// `HDLN`, `QCLN`, `KHLN`: the symbol says that several bodies issue.
  @Test(
    arguments: [
      ("THANH TRA TỈNH\nSỞ NỘI VỤ", "226/HDLN-TTT-SNV", nil, "THANH TRA TỈNH", ["SỞ NỘI VỤ"]),
      (
        "SỞ Y TẾ - CÔNG AN TỈNH -\nBẢO HIỂM XÃ HỘI TỈNH", "02/QCLN-SYT-CAT-BHXH", nil, "SỞ Y TẾ",
        ["CÔNG AN TỈNH", "BẢO HIỂM XÃ HỘI TỈNH"]
      ),
      (
        "TỈNH ỦY HÒA LÂM\nBAN DÂN VẬN - BAN CÁN SỰ ĐẢNG\nỦY BAN NHÂN DÂN TỈNH", "01-CTrPH/BDVTU-BCSĐUBND",
        "TỈNH ỦY HÒA LÂM", "BAN DÂN VẬN", ["BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH"]
      ),
      (
        "SỞ TÀI CHÍNH\nSỞ Y TẾ - SỞ NỘI VỤ", "7/KHLT-STC-SYT-SNV", nil, "SỞ TÀI CHÍNH",
        ["SỞ Y TẾ", "SỞ NỘI VỤ"]
      ),
      ("THANH TRA TỈNH\nPHÒNG NGHIỆP VỤ 1", "226/HD-PNV1", "THANH TRA TỈNH", "PHÒNG NGHIỆP VỤ 1", []),
    ] as [(String, String, String?, String, [String])])
  func readsJointBodiesBySymbol(
    _ header: String, _ number: String, _ superior: String?, _ issuer: String, _ others: [String]
  ) throws {
    try expect(
      header, "\(number)\n\nHòa Lâm, ngày 05 tháng 4 năm 2021\n\nHƯỚNG DẪN", superior, issuer, others)
  }

  /// That a document whose heading goes on with a number and a type has these bodies.
  private func expect(
    _ header: String, _ number: String, _ superior: String?, _ issuer: String, _ others: [String]
  ) throws {
    let read = try Repository.document(
      "\(header)\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: \(number)\nCông tác năm\n"
    )
    #expect(read?.issuingBody?.value == issuer)
    #expect(read?.superiorBody?.value == superior)
    #expect(read?.coIssuers.map(\.value) == others)
  }

  @Test func putsANameTogetherThatIsNoneAlone() throws {
    let read = try document("SỞ Y TẾ TỈNH HÒA LÂM\nBỆNH VIỆN ĐA KHOA\nKHU VỰC TÂN ĐIỀN")
    #expect(read?.issuingBody?.value == "BỆNH VIỆN ĐA KHOA KHU VỰC TÂN ĐIỀN")
    #expect(read?.superiorBody?.value == "SỞ Y TẾ TỈNH HÒA LÂM")
  }

  @Test(
    arguments: [
      ("SỞ TÀI CHÍNH\nSỞ Y TẾ", "HƯỚNG DẪN LIÊN TỊCH", nil, "SỞ TÀI CHÍNH", ["SỞ Y TẾ"]),
      (
        "UBND TỈNH HÒA LÂM\nSỞ NỘI VỤ - SỞ Y TẾ", "HƯỚNG DẪN LIÊN TỊCH", "UBND TỈNH HÒA LÂM", "SỞ NỘI VỤ",
        ["SỞ Y TẾ"]
      ),
      (
        "ỦY BAN NHÂN DÂN\nTỈNH HÒA LÂM\nSỞ NỘI VỤ - SỞ Y TẾ", "HƯỚNG DẪN LIÊN TỊCH",
        "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM",
        "SỞ NỘI VỤ", ["SỞ Y TẾ"]
      ),
      (
        "ỦY BAN NHÂN DÂN\nTỈNH HÒA LÂM\nSỞ NỘI VỤ", "HƯỚNG DẪN LIÊN TỊCH", "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM",
        "SỞ NỘI VỤ",
        []
      ),
      (
        "BỘ Y TẾ\nBỘ NỘI VỤ - BỘ TÀI CHÍNH", "THÔNG TƯ LIÊN TỊCH", nil, "BỘ Y TẾ",
        ["BỘ NỘI VỤ", "BỘ TÀI CHÍNH"]
      ),
    ] as [(String, String, String?, String, [String])])
  func readsTheBodiesOfAJointDocument(
    _ header: String, _ type: String, _ superior: String?, _ issuer: String, _ others: [String]
  ) throws {
    try expect(header, "7/HDLT\n\n\(type)", superior, issuer, others)
  }

  @Test func takesTheYearOfTheStateForNoBody() throws {
    let read = try Repository.document(
      "VIỆT NAM DÂN CHỦ CỘNG HÒA\nNăm thứ hai\n\nBỘ NỘI VỤ\n-----\nSố 742 NV/PC\n\nTHÔNG CÁO\nVề việc khai sinh\n\nBộ Nội vụ thông cáo cho dân chúng rõ.\n\nHà Nội, ngày 6 tháng 8 năm 1946\n"
    )
    #expect(read?.issuingBody?.value == "BỘ NỘI VỤ")
    #expect(read?.superiorBody == nil)
  }

  @Test func takesAYearOfAPlanForNoStamp() throws {
    let read = try Repository.document(
      "BAN CHỈ ĐẠO PHÒNG CHỐNG MA TÚY\nĐẾN NĂM 2030\nSố: 15/QĐ-BCĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHòa Lâm, ngày 7 tháng 8 năm 2017\n\nQUYẾT ĐỊNH\nVề việc phân công\n"
    )
    #expect(read?.issuingBody?.value.hasPrefix("BAN CHỈ ĐẠO PHÒNG CHỐNG MA TÚY") == true)
  }

  @Test func partsAnAssociationOfAProvinceFromTheNationalOne() throws {
    let read = try Repository.document(
      "HỘI CHỮ THẬP ĐỎ VIỆT NAM\nTỈNH HỘI HÒA LÂM\n---------\nSố: 77/TTr-CTĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nHòa Lâm, ngày 7 tháng 8 năm 2017\n\nTỜ TRÌNH\nXin cấp kinh phí\n"
    )
    #expect(read?.issuingBody?.value == "TỈNH HỘI HÒA LÂM")
    #expect(read?.superiorBody?.value == "HỘI CHỮ THẬP ĐỎ VIỆT NAM")
  }
}
