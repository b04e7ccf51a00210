import Extraction
import Foundation
import Testing
import VietText

struct AttachmentsFieldTests {
  private func titles(_ text: String, after: String = "") throws -> [String?] {
    (try Repository.document(Letter(text: text).body + after)?.attachments ?? []).map(\.title)
  }

  @Test(arguments: [
    (
      "(Kèm theo Quyết định này có Đề cương báo cáo và Phụ lục số liệu)",
      ["Đề cương báo cáo", "Phụ lục số liệu"]
    ),
    ("(Gửi kèm: (1) Dự thảo Quyết định; (2) Đề án)", ["Dự thảo Quyết định", "Đề án"]),
    ("(Gửi kèm Biểu tổng hợp số liệu)", ["Biểu tổng hợp số liệu"]),
    ("(có Danh sách kèm theo)", ["Danh sách"]),
    ("(Phụ lục I kèm theo)", ["Phụ lục I"]),
    ("(Kèm theo: 1. Dự thảo Quyết định; 2. Báo cáo thẩm định)", ["Dự thảo Quyết định", "Báo cáo thẩm định"]),
    (
      "(Xin gửi kèm theo dự thảo Quyết định và Báo cáo thẩm định)",
      ["dự thảo Quyết định", "Báo cáo thẩm định"]
    ),
    ("(theo đề nghị của Sở Nội vụ kèm theo)", []),
    ("(Đính kèm: Không)", []),
    ("(Kèm theo Quyết định: Biểu số 1 - Số liệu; Biểu số 2 - Đề xuất)", ["Số liệu", "Đề xuất"]),
    (
      "(Kèm theo: Quyết định số 14/QĐ-UB ngày 03/10/2022; Thuyết minh dự án)",
      ["Quyết định số 14/QĐ-UB ngày 03/10/2022", "Thuyết minh dự án"]
    ),
    ("(Hồ sơ trình gồm: 1. Dự thảo Quyết định; 2. Bản đồ)", ["Dự thảo Quyết định", "Bản đồ"]),
    ("(Có biểu số liệu kèm theo Quyết định này)", ["biểu số liệu"]),
    ("(bằng chữ: Tám tỷ đồng). (Danh mục chi tiết kèm theo)", ["Danh mục chi tiết"]),
    ("(Phụ lục danh mục nhà máy kèm theo)", ["danh mục nhà máy"]),
  ])
  func readsTheNoteInBrackets(_ note: String, _ expected: [String]) throws {
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.\n\n\(note)") == expected)
  }

  @Test(arguments: [
    (
      "Bên B lắp đặt theo Phụ lục 1 - Bảng khối\nlượng và đơn giá.", "Phụ lục 1", "Bảng khối lượng và đơn giá"
    ),
    ("(Tính năng theo Phụ lục 01: Yêu cầu kỹ thuật)", "Phụ lục 01", "Yêu cầu kỹ thuật"),
    ("Các phòng báo cáo theo Mẫu 02 - Sở Y tế tổng hợp trước ngày 10/5/2021.", "Mẫu 02", nil),
    ("Các phòng báo cáo theo Phụ lục 1: Sở Y tế chủ trì; Sở Nội vụ phối hợp.", "Phụ lục 1", nil),
    (
      "(theo Phụ lục 2 - Bảng khối lượng (kể cả vật tư) và đơn giá.)", "Phụ lục 2",
      "Bảng khối lượng (kể cả vật tư) và đơn giá"
    ),
    ("Bên B thi công theo Phụ lục 3 - Kế hoạch triển khai.", "Phụ lục 3", "Kế hoạch triển khai"),
  ])
  func readsTheTitleBehindALabel(_ text: String, _ label: String, _ title: String?) throws {
    let read = try Repository.document(Letter(text: "Điều 1. Kiện toàn Ban Chỉ huy.\n\(text)").body)
    #expect(read?.attachments.map(\.label) == [label])
    #expect(read?.attachments.map(\.title) == [title])
  }

  @Test func keepsADocumentWithItsOwnDateApart() throws {
    let second = Letter(number: "", subject: "Quy định giá đất").body
    let letter = Letter(
      type: "TỜ TRÌNH", subject: "Về việc ban hành Quyết định quy định giá đất", text: "Sở Y tế kính trình.")
    #expect(try Repository.documents(letter.body + "\n" + second).count == 2)
  }

  @Test func takesNoMailsAttachmentForADocument() throws {
    #expect(try Repository.documents("Đính kèm: Congvan15.pdf\n\n" + Letter().body).count == 1)
  }

  @Test func makesATextWithItsOwnHeadingAnAnnex() throws {
    let rules =
      "\nỦY BAN NHÂN DÂN\nTỈNH HÒA LÂM\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nQUY CHẾ\nQuản lý hệ thống truyền thanh\n(Ban hành kèm theo Quyết định số      /QĐ-UBND ngày     /5/2021)\n\nĐiều 1. Phạm vi áp dụng\nQuy chế này quy định việc quản lý hệ thống.\n"
    let letter = Letter(
      subject: "Về việc ban hành Quy chế quản lý hệ thống truyền thanh",
      text: "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý hệ thống truyền thanh.")
    let read = try Repository.documents(letter.body + rules)
    #expect(read.count == 1)
    #expect(read.first?.attachments.map(\.title) == ["QUY CHẾ Quản lý hệ thống truyền thanh"])
  }

  @Test(arguments: [
    ("Hồ sơ gửi kèm gồm:\n- Tờ trình;\n- Dự thảo Quyết định.", ["Tờ trình", "Dự thảo Quyết định"]),
    ("Tài liệu kèm theo:\n1. Đề án;\n2. Báo cáo của\ncác phòng.", ["Đề án", "Báo cáo của các phòng"]),
    (
      "Tài liệu gửi kèm Quyết định này:\n(1) Đề án rà soát;\n(2) Hệ thống biểu.",
      ["Đề án rà soát", "Hệ thống biểu"]
    ),
    ("Các phòng gồm:\n- Phòng Một;\n- Phòng Hai.", []),
    ("Kèm theo Quyết định này:\n1. Bảng phân bổ.\n2. Biểu mẫu.", ["Bảng phân bổ", "Biểu mẫu"]),
    ("Hồ sơ trình kèm gồm:\n- Tờ trình;\n- Bản đồ.", ["Tờ trình", "Bản đồ"]),
    ("Hồ sơ gửi kèm:\n+ Đơn xin (Mẫu 1-KNĐ),\n+ Lý lịch (Mẫu 2-KNĐ).", ["Đơn xin", "Lý lịch"]),
    (
      "Đính kèm:\nPhụ lục 1. Danh mục công trình;\nPhụ lục 2. Biểu theo dõi.",
      ["Danh mục công trình", "Biểu theo dõi"]
    ),
  ])
  func readsTheListUnderItsHead(_ text: String, _ expected: [String]) throws {
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.\n\(text)") == expected)
  }

  @Test(arguments: [
    "(1) Danh sách học sinh kèm theo)", "Kèm theo Quyết định này:\n(9223372036854775807) Bảng.\n(1) Biểu.",
    "Phụ lục 1.", "Đính kèm: 1.", "(1) Phụ lục II (kèm theo)", "(có", "Hồ sơ kèm theo:",
  ])
  func anyTextMayOpenWithANote(_ text: String) throws {
    #expect(try Repository.extractor().documents(in: AlignedText(source: text, replacements: [])).count <= 1)
  }

  @Test(arguments: [
    ("Các phòng báo cáo theo Đề cương tổng kết gửi kèm công văn này.", ["Đề cương tổng kết"]),
    ("Yêu cầu chi tiết nêu tại Biểu số 01 kèm theo Thông báo này.", ["Biểu số 01"]),
    (
      "Thu thập số liệu theo Phiếu khảo sát hộ gia đình (ban hành kèm theo Kế hoạch này).",
      ["Phiếu khảo sát hộ gia đình"]
    ),
    ("Kinh phí là 12 triệu đồng, có Bảng dự toán chi tiết kèm theo.", ["Bảng dự toán chi tiết"]),
    (
      "Gửi kèm theo Công văn này: (1) Bản sao Giấy phép; (2) Trích lục bản đồ.",
      ["Bản sao Giấy phép", "Trích lục bản đồ"]
    ),
    ("Quyết định này gửi kèm Bảng phân công các phòng.", ["Bảng phân công các phòng"]),
    ("Người dự tuyển nộp đơn này kèm theo Bản sao văn bằng.", []),
    ("Các phòng thực hiện Quy định này, kèm theo Bản sao văn bằng của từng người.", []),
    ("Phụ lục kèm theo: Danh sách 7 kho lưu trữ.", ["Danh sách 7 kho lưu trữ"]),
    (
      "Các phụ lục là phần không tách rời:\n- Phụ lục 01: Danh mục máy;\n- Phụ lục 02: Mặt bằng kho.",
      ["Danh mục máy", "Mặt bằng kho"]
    ),
    ("Đính kèm: - Bình đồ khu đất;\n- Biên bản kiểm tra.", ["Bình đồ khu đất", "Biên bản kiểm tra"]),
    ("Các phòng báo cáo theo Đề cương tổng kết gửi kèm theo công văn này.", ["Đề cương tổng kết"]),
    (
      "Các phòng dùng Đề cương tổng kết kèm theo, Biểu mẫu 1 kèm theo công văn này.",
      ["Biểu mẫu 1"]
    ),
    ("Kèm theo: Danh sách cán bộ", ["Danh sách cán bộ"]),
    ("Tài liệu kèm theo:\n- Tờ trình, Báo cáo;\n- Đề án.", ["Tờ trình, Báo cáo", "Đề án"]),
    ("Thực hiện danh sách kèm theo kế hoạch dạy học.", []),
    ("Phụ lục: Danh sách các kho lưu trữ.", ["Danh sách các kho lưu trữ"]),
    ("Các xã mua giống theo bảng giá chi tiết kèm theo.", ["bảng giá chi tiết"]),
    ("Các xã báo cáo theo mẫu số 02-ĐC kèm theo Quyết định này.", ["mẫu số 02-ĐC"]),
    ("Tham luận viết theo Thể lệ hội thảo (kèm Quyết định này).", ["Thể lệ hội thảo"]),
    (
      "Quyết định này gửi kèm 01 sơ đồ vị trí và 03 biên bản kiểm tra.",
      ["01 sơ đồ vị trí", "03 biên bản kiểm tra"]
    ),
    ("Phụ lục A (Danh mục kho) là bộ phận không tách rời của Quyết định.", ["Danh mục kho"]),
    ("Đề án này không gửi kèm.", []),
    ("Đề án tổng thể chưa được gửi kèm.", []),
    ("Danh mục kho là bộ phận của hệ thống lưu trữ.", []),
    ("Danh mục kho là phần không tách rời của Nghị định số 12/2020/NĐ-CP.", []),
    ("Người dự tuyển nộp đơn, có bảng điểm kèm theo.", []),
    ("Hàng bán ra phải có phiếu bảo hành kèm theo.", []),
    ("Kinh phí xã cấp, có bảng dự toán kèm theo Quyết định này.", ["bảng dự toán"]),
    ("Các xã báo cáo theo mẫu kèm theo.", []),
    (
      "Các xã báo cáo theo mẫu kèm theo gồm Phụ lục 1 (Tiến trình) và Phụ lục 2 (Thống kê dân số).",
      ["Tiến trình", "Thống kê dân số"]
    ),
    (
      "Các xã báo cáo theo mẫu gửi kèm: Biểu 1A (đối với các xã) và Biểu 2 (đối với các phường).",
      [nil, nil]
    ),
    ("Kết quả bỏ phiếu (có biên bản kiểm phiếu kèm theo):\n- Đồng ý: 12 phiếu.", ["biên bản kiểm phiếu"]),
    ("Sử dụng máy theo tài liệu hướng dẫn kèm theo.", []),
    ("Hồ sơ trình (đính kèm):\n- Tờ trình;\n- Đề án.", ["Tờ trình", "Đề án"]),
    ("Thí sinh nộp giấy tờ kèm theo gồm 01 bản sao văn bằng và 02 ảnh.", []),
    ("Vắng mặt phải báo cáo bằng văn bản (có tài liệu chứng minh kèm theo).", []),
    ("Hồ sơ phải có danh sách cán bộ kèm theo quyết định, gửi về Sở.", []),
    ("Tài liệu gửi kèm: Biểu 1 (áp dụng cho cấp xã): Danh sách hộ.", ["Danh sách hộ"]),
    ("Bảng giá và tiến độ kèm theo Quyết định.", ["Bảng giá và tiến độ"]),
    ("Bảng giá và tiến độ kèm theo Hợp đồng.", []),
    // Of another document, and of whoever applies.
    ("Thực hiện theo danh sách kèm theo Quyết định số 12/QĐ-UBND.", []),
    ("Người dự tuyển nộp đơn kèm theo bản sao văn bằng.", []),
  ])
  func readsWhatASentenceNames(_ sentence: String, _ expected: [String?]) throws {
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.\n\n\(sentence)") == expected)
  }

  @Test(arguments: [
    ("Các phòng báo cáo theo Mẫu 01, Mẫu 02 (tệp bảng tính).", ["Mẫu 01", "Mẫu 02"]),
    ("Đã giải ngân 2 triệu đồng (Biểu số 2) và 3 triệu.", ["Biểu số 2"]),
    ("Hồ sơ lập theo Mẫu số 02 ban hành kèm theo Thông tư số 12/2011/TT-BNV.", []),
    ("Số liệu tại Phụ lục 1.\nĐính kèm: Phụ lục 1: Nhu cầu vật tư.", ["Phụ lục 1"]),
  ])
  func readsNumberedLabelsThatTheTextNames(_ text: String, _ labels: [String]) throws {
    let read =
      try Repository.document(Letter(text: "Điều 1. Kiện toàn Ban Chỉ huy.\n\n\(text)").body)?.attachments
      ?? []
    #expect(read.map(\.label) == labels)
  }

  @Test func tellsALabelFromItsTitle() throws {
    let text =
      "Điều 1. Kiện toàn Ban Chỉ huy.\n\n(Đính kèm Phụ lục 1: Nhu cầu vật tư; Biểu số 2 (số liệu kho))"
    let read = try Repository.document(Letter(text: text).body)?.attachments ?? []
    #expect(read.map(\.label) == ["Phụ lục 1", "Biểu số 2"])
    #expect(read.map(\.title) == ["Nhu cầu vật tư", "số liệu kho"])
  }

  @Test func readsAnnexesThatLinesName() throws {
    let lines = "Phụ lục 01. Sơ đồ kho lưu trữ\nPhụ lục 02. Lịch trực của các phòng"
    let expected = ["Sơ đồ kho lưu trữ", "Lịch trực của các phòng"]
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.\n\n\(lines)") == expected)
  }

  /// The heads of a table's columns are no part of the title above them.
  @Test func endsATitleBeforeATable() throws {
    let annex =
      "\n\nMẪU SỐ 1\nTỔNG HỢP KẾT QUẢ RÀ SOÁT KHO\nTT   Phòng   Số hồ sơ   Ghi chú\n1   Một   20   -\n"
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.", after: annex) == ["TỔNG HỢP KẾT QUẢ RÀ SOÁT KHO"])
  }

  @Test func readsHeadingsOfAnnexes() throws {
    let annex =
      "\nPHỤ LỤC I\nDANH SÁCH THÀNH VIÊN\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/4/2021)\n\n1. Ông Lê Văn Tám\n"
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.", after: annex) == ["DANH SÁCH THÀNH VIÊN"])
  }

  /// One annex of a series says which document it belongs to.
  @Test func readsAnnexesOfASeries() throws {
    let annexes =
      "\n\nPHỤ LỤC I\nDANH SÁCH THÀNH VIÊN\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/4/2021)\n\n1. Ông Lê Văn Tám\n\nPHỤ LỤC II\nMẪU ĐĂNG KÝ TIẾT MỤC\nĐơn vị: ........\n"
    #expect(
      try titles("Điều 1. Kiện toàn Ban Chỉ huy.", after: annexes) == [
        "DANH SÁCH THÀNH VIÊN", "MẪU ĐĂNG KÝ TIẾT MỤC",
      ])
  }

  /// A text that a document issues may have a heading of its own, without a number.
  @Test func takesAnIssuedTextForAnAnnex() throws {
    let annex = """


      ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH HÒA LÂM                       Độc lập - Tự do - Hạnh phúc

                                DANH SÁCH
                     CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
        (Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 4 năm 2021)

      1. Ông Lê Văn Tám
      """
    let documents = try Repository.extractor().documents(
      in: AlignedText(source: Letter(text: "Điều 1. Tặng giấy khen.").body + annex))
    #expect(documents.count == 1)
    #expect(documents.first?.attachments.map(\.title) == ["DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN"])
  }

  @Test func takesWhatBelongsToAnotherDocumentForADocument() throws {
    let other =
      "\n\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nDANH SÁCH\nCÁN BỘ Y TẾ\n(Kèm theo Công văn số 15/SYT-VP ngày 05/3/2020 của Sở Y tế)\n\n1. Ông Lê Văn Tám\n"
    let text = Letter(text: "Điều 1. Tặng giấy khen.").body + other
    #expect(
      try Repository.extractor().documents(in: AlignedText(source: text)).first?.attachments.isEmpty == true)
  }

  @Test(arguments: ["DANH SÁCH CÁC KHO LƯU TRỮ", "DANH SÁCH BAN KIỂM TRA"])
  func takesAHeadingThatNamesItsAnnexForTheTitle(_ heading: String) throws {
    let annex = "\n\(heading)\n(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/4/2021)\n\n1. Ông Lê Văn Tám\n"
    #expect(try titles("Điều 1. Kiện toàn Ban Chỉ huy.", after: annex) == [heading])
  }

  /// The titles of what is sent along where a repair made `new` of `old`.
  private func titles(mention: String, old: String, new: String) throws -> [String?] {
    let body = Letter(text: "Điều 1. \(mention)\n\n(Gửi kèm: (1) Dự thảo Quyết định; (2) \(old))").body
    let place = try #require(body.range(of: "(2) \(old)"))
    let start = body[..<place.lowerBound].utf8.count + 4
    let text = AlignedText(
      source: body, replacements: [Replacement(range: start..<(start + old.utf8.count), text: new)])
    return (try Repository.extractor().documents(in: text).first?.attachments ?? []).map(\.title)
  }

  @Test(arguments: [
    ("Sở xây dựng Đề án và trình Đề án.", "Dé Gn", "Đỗ An", "Đề án"),
    ("Sở trình Đề án.", "Dé Gn", "Đỗ An", "Đỗ An"),
    ("Sở xây dựng Đề án và trình Đề án.", "Du an", "Dự án", "Dự án"),
  ])
  func readsATypeThatTheTextNames(_ mention: String, _ old: String, _ new: String, _ title: String) throws {
    #expect(try titles(mention: mention, old: old, new: new) == ["Dự thảo Quyết định", title])
  }

  @Test func leavesWhatNoRepairTouched() throws {
    let note = "Điều 1. Sở xây dựng Đề án và trình Đề án.\n\n(Gửi kèm: (1) Dự thảo Quyết định; (2) Đồ án)"
    #expect(try titles(note) == ["Dự thảo Quyết định", "Đồ án"])
  }
}
