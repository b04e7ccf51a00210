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

  /// None of it is a slip where the text has its marks.
  @Test(arguments: [
    "Các cơ quan ee đơn vị báo cáo kết quả thực hiện của tỉnh.",
    "Địa chỉ thu.cua, tệp bao.cao và mục {theo hướng dẫn} của Sở Nội vụ.",
    "- Như trên;\n- Văn phòng Tỉnh ủy:\n- Sở Tài chính;\n= Sở Nội vụ;\n-Lưu VT.",
    "BS Nguyễn Văn Hòa, SG Trần Thị Mai và các bác sĩ của bệnh viện báo cáo b/e.",
  ])
  func markedTextStays(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }
}
