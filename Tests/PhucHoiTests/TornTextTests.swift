import PhucHoi
import Testing

/// Syllables cut by blanks, and phrases cut by page numbers.
@Suite(.enabled(if: models != nil, "models are not there"))
struct TornTextTests {
  @Test(arguments: [
    ("T ổ chứ c th ự c hi ệ n Ngh ị quy ế t", "Tổ chức thực hiện Nghị quyết"),
    ("Số lượ ng hồ sơ đượ c giả i quyế t đúng hạ n", "Số lượng hồ sơ được giải quyết đúng hạn"),
    ("C Ộ N G H Ò A X Ã H Ộ I", "CỘNG HÒA XÃ HỘI"), ("T H Ô N G B Á O", "THÔNG BÁO"),
    ("Các s ở , ban, ngành t ỉ nh", "Các sở, ban, ngành tỉnh"),
  ])
  func piecesAreJoined(_ seen: String, _ meant: String) throws {
    for policy in [Policy.careful, .balanced] { #expect(try checkedRepair(seen, policy).text == meant) }
  }

  @Test(arguments: [
    "A B C D", "Bảng A, B, C và D", "a b c d đ e ê", "I II III IV", "Khối A B C thi riêng",
    "ông Nguyễn Văn A và bà B",
  ])
  func singleLettersStay(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }

  @Test(arguments: [
    ("bao cao Bo\n4\ntruong Bo Noi vu xem xet", "báo cáo Bộ\n4\ntrưởng Bộ Nội vụ xem xét"),
    ("can cu vao cac van\nTrang 7\nban huong dan", "căn cứ vào các văn\nTrang 7\nbản hướng dẫn"),
    ("chi dao cua Chu\n\n- 5 -\n\ntich Uy ban nhan dan", "chỉ đạo của Chủ\n\n- 5 -\n\ntịch Ủy ban nhân dân"),
  ])
  func pageNumbersCutNoPhrase(_ seen: String, _ meant: String) throws {
    #expect(try checkedRepair(seen, .balanced).text == meant)
  }

  @Test(arguments: [
    ("DQc 1$p - Tq1 do - Hqnh phrtc", "Độc lập - Tự do - Hạnh phúc"),
    ("UBND XÃ ĐÔNG HÒA DQc 1$p - Tq1 do - Hqnh phrtc", "UBND XÃ ĐÔNG HÒA Độc lập - Tự do - Hạnh phúc"),
    ("——— Độc lập - Tự do - Hạnh phúc", "——— Độc lập - Tự do - Hạnh phúc"),
    ("Độc lập – Tự do – Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
    ("Hà Lâm, ngày 06 tháng 5 năm 2020", "Hà Lâm, ngày 06 tháng 5 năm 2020"),
  ])
  func theMottoIsKnownByItsShapeAndRightTextIsNot(_ seen: String, _ meant: String) throws {
    #expect(try checkedRepair("UBND TỈNH\n" + seen, .balanced).text == "UBND TỈNH\n" + meant)
  }

  @Test(arguments: ["Đọc lại - Tự đo - Hành pháp", "CỘNG ĐỒNG XÃ HỘI CHỨA NGHĨA VIỆC LÀM"])
  func aLineOfSyllablesIsNoReadingOfTheMotto(_ text: String) throws {
    let repair = try checkedRepair("UBND TỈNH\n" + text, .balanced)
    #expect(!repair.edits.contains { $0.kind == .letters && $0.confidence == 1 })
  }
}
