import PhucHoi
import Testing

/// What engines without Vietnamese make of dirt, blanks, signs and abbreviations on bad copies.
@Suite(.enabled(if: models != nil, "models are not there"))
struct DirtyReadingTests {
  /// Enough of a reading to know its engine by.
  private static let frame = """
    Thuc hién Ké hoach s6 12-KH/TU, ngay 05/9/2023 cua Ban Thuong vu Tinh uy vé viéc day manh phong trao thi dua,
    cac co quan, don vi bao cao két qua truoc ngay 20/9/2023 dé téng hop, theo doi va chi dao thuc hién nghiém tuc.

    """

  private func repaired(_ line: String, _ policy: Policy = .balanced) throws -> String {
    let text = try checkedRepair(Self.frame + line, policy).text
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
  }

  /// The same of a bad copy.
  private static let copy = """
    Thye hién Ké hoach s6 12-KH/TU ngay 05/9/2023 cia Ban Thuong vu Tinh ty vé viée day manh phong trao thi dua,
    cdc co quan, don vj bao cdo két qué trude ngay 20/9/2023 dé téng hgp, theo ddi va chi dao thye hién nghiém tic;
    Uy ban nhan dan tinh giao Sé Néi vy chii tri, phéi hgp véi cdc s&, nganh c6 lién quan té chirc thye hién.

    """

  @Test(arguments: [
    ("cdc co quan, don vj aae bao cdo két qua", "các cơ quan, đơn vị báo cáo kết quả"),
    ("oe ee cdc co quan, don vj bao cao két qua", "các cơ quan, đơn vị báo cáo kết quả"),
    ("Uy ban nhan dan tinh giao Sé Néi vy eee", "Ủy ban nhân dân tỉnh giao Sở Nội vụ"),
  ])
  func specksReadAsWordsGo(_ seen: String, _ meant: String) throws {
    let text = try checkedRepair(Self.copy + seen, .balanced).text
    #expect(text.split(separator: "\n").last.map(String.init) == meant)
  }

  @Test func specksBesideOneAnotherLeaveEveryLine() throws {
    for line in ["oe ie ae ee", "~ oe _ ie", "oe", "oe ie"] {
      let text = Self.copy + line + "\nUy ban nhan dan tinh"
      let result = try checkedRepair(text, .balanced).text
      #expect(result.filter { $0 == "\n" }.count == text.filter { $0 == "\n" }.count)
    }
  }

  @Test(arguments: [
    ("bao cao két qua téng hop.cua tinh", "báo cáo kết quả tổng hợp của tỉnh"),
    ("UY.BAN NHAN DAN TINH", "ỦY BAN NHÂN DÂN TỈNH"),
    ("thuc hién tu thang-12 nam 2023", "thực hiện từ tháng 12 năm 2023"),
    ("thuc hién Ké hoach's6 12-KH/TU cua Tinh uy", "thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy"),
    ("cac don vi tiép nhan hé'so cua nguoi dan", "các đơn vị tiếp nhận hồ sơ của người dân"),
    ("bao cao két qua quyét toan.cudi nam 2023", "báo cáo kết quả quyết toán cuối năm 2023"),
    ("bao cao két qua thuc hién truoc ngay.20 thang 9", "báo cáo kết quả thực hiện trước ngày 20 tháng 9"),
    (
      "thuc hién cac quy dinh cua Luat nay vacac quy dinh khac",
      "thực hiện các quy định của Luật này và các quy định khác"
    ),
    ("theo héthong bao cao cua tinh", "theo hệ thống báo cáo của tỉnh"),
    ("thuc hién Nghi quyét s6-745/NQ-HDND cua tinh", "thực hiện Nghị quyết số 745/NQ-HĐND của tỉnh"),
    ("2..Vé nhiém vu trong tam\n3.-Vé giai phap", "2. Về nhiệm vụ trọng tâm\n3. Về giải pháp"),
  ])
  func blanksReadAsMarksComeBack(_ seen: String, _ meant: String) throws {
    #expect(try repaired(seen) == meant)
  }

  @Test(arguments: [
    ("Luat s6 32/2024/QHI5 va Luat s6 43/2024/QHIS", "Luật số 32/2024/QH15 và Luật số 43/2024/QH15"),
    ("Thuong truc Tinh uy (dé b/e)", "Thường trực Tỉnh ủy (để b/c)"),
    ("Cong van cua SG Tai chinh", "Công văn của Sở Tài chính"),
    ("thuc hién {theo huong dan cua So Noi vu}", "thực hiện (theo hướng dẫn của Sở Nội vụ)"),
  ])
  func codesAndAbbreviationsAreMended(_ seen: String, _ meant: String) throws {
    #expect(try repaired(seen) == meant)
  }

  @Test func itemsEndAsTheirListDoes() throws {
    let seen =
      "Noi nhan:\n- Nhu trén;\n- Van phong Tinh uy:\n- So Tai chinh;\n= So Noi vu,\n- So Xay dung;\n-Luu VT."
    let meant =
      "Nơi nhận:\n- Như trên;\n- Văn phòng Tỉnh ủy;\n- Sở Tài chính;\n- Sở Nội vụ;\n- Sở Xây dựng;\n- Lưu VT."
    #expect(try repaired(seen) == meant)
  }

  /// Engines read the horn of a letter as an apostrophe: no blank was there.
  @Test(arguments: [
    ("chiu trach nhiém tru’éc phap luat", "chịu trách nhiệm trước pháp luật"),
    ("nguoi dan du’gc bao cao két qua", "người dân được báo cáo kết quả"),
  ])
  func hornsReadAsApostrophesPartNothing(_ seen: String, _ meant: String) throws {
    #expect(try repaired(seen) == meant)
  }

  @Test(arguments: ["Vv", "Viv", "V/y", "Vlv", "VW"])
  func labelOfTheSubjectComesBack(_ seen: String) throws {
    let text = try repaired("S6: 112/UBND-VX\n\(seen) tang cuong phong, chéng dich bénh")
    #expect(text == "Số: 112/UBND-VX\nV/v tăng cường phòng, chống dịch bệnh")
  }

  @Test func codesOfAnotherLanguageStay() throws {
    let text =
      "to Decree No. 29/2025/ND-CP dated February 24, 2025 of the Government and Decision No. 1719/QD-TTg."
    #expect(try checkedRepair(text, .balanced).text == text)
  }

  @Test func aNameBelowACitedNumberIsNoLabel() throws {
    let text = try repaired(
      "Thuc hién Nghi quyét s6 12/NQ-CP cua Chinh phu\nVy duge bao cao két qua thuc hién")
    #expect(!text.contains("V/v"))
  }

  @Test(arguments: ["s6-745/NQ-HDND", "S6-745/NQ-HDND"])
  func aSpeckBehindNumberIsNoHyphen(_ seen: String) throws {
    #expect(try repaired("Thuc hién Nghi quyét \(seen) cua tinh.").hasSuffix("745/NQ-HĐND của tỉnh."))
  }

  @Test func dashesOfRecipientsComeBack() throws {
    let seen = "Noi nhan:\n+ Nhu trén;\n« Van phong Tinh uy;\n> So Noi vu;\n- Luu VT."
    #expect(try repaired(seen) == "Nơi nhận:\n- Như trên;\n- Văn phòng Tỉnh ủy;\n- Sở Nội vụ;\n- Lưu VT.")
  }

  /// Bullets of items in the text, below whom a letter is for and below what resembles the head of a list.
  @Test(arguments: [
    "", "Kinh gui: Sé N6i vu tinh.\n\nUy ban nhan dan tinh yéu cau:\n", "Toi nay cac don vi:\n",
    "Kinh phi thuc hién:\n",
  ])
  func bulletsOfTheTextStay(_ head: String) throws {
    let items = "Cac co quan, don vi:\n+ Bao cao két qua thuc hién;\n+ Téng hop y kién cua nhan dan."
    let text = try repaired(head + items)
    #expect(text.contains("\n+ Báo cáo"))
    #expect(text.contains("\n+ Tổng hợp"))
  }

  /// None of it is a slip where the text has its marks.
  @Test(arguments: [
    "Các cơ quan ee đơn vị báo cáo kết quả thực hiện của tỉnh.",
    "Địa chỉ thu.cua, tệp bao.cao và mục {theo hướng dẫn} của Sở Nội vụ.",
    "- Như trên;\n- Văn phòng Tỉnh ủy:\n- Sở Tài chính;\n= Sở Nội vụ;\n-Lưu VT.",
    "Ông H'Mênh và bà Y'Bia gặp ông D'Angelo ở thôn K'Ren;hạn.mức và bo'con là hai tệp.",
    "Nơi nhận:\n+ Như trên;\n> Văn phòng Tỉnh ủy;\n2..Về nhiệm vụ.\nSố: 12/UBND-VX\nVn tăng cường phòng dịch.",
    "BS Nguyễn Văn Hòa, SG Trần Thị Mai và các bác sĩ của bệnh viện báo cáo b/e.",
  ])
  func markedTextStays(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }
}
