import PhucHoi
import TestSupport
import Testing

/// A cell, a caption, a formula: what is right and short is left alone.
@Suite(.enabled(if: models != nil, "models are not there"))
struct ShortRightTextTests {
  @Test(arguments: [
    "km", "BCH", "TT", "VC", "Tày", "S = a x b",
    "Ông B; bà C; cháu D; công ty X; thôn Y; xã Z",
    "KT. CT; TM. UBND; TL. GĐ", "Đơn vị tính: kg", "Cột A", "Bảng 2", "n/a", "Lớp 4B",
    "P = U x I x cosφ", "|STT|Họ tên|Quê quán|\n|1|Lò Văn Ún|Xã Lao Chải|\n|2|Hờ Thị Dợ|Xã Púng Luông|",
  ])
  func stays(_ text: String) throws {
    try leaves(text)
  }

  /// Letters that name parts, numerals that begin anew below a letter, signs of numbers.
  @Test(arguments: [
    """
    Sửa đổi, bổ sung tiểu mục e mục 12 phần B Phụ lục III như sau:
    Thực hiện theo quy định tại điểm e khoản 2 Điều này và các quy định có liên quan.
    """,
    """
    Số nguyên lớn có giá trị từ -2,147,483,648 tới 2,147,483,647 theo kiểu dữ liệu của hệ thống.
    Nguồn điện ra của thiết bị từ 41,5 V ~ 58,5 V; tốc độ dòng khí lưu thông: ~ 0,5 m/s.
    """,
    """
    A. THỦ TỤC HÀNH CHÍNH CẤP TỈNH
    I. LĨNH VỰC GIÁO DỤC VÀ ĐÀO TẠO
    1. Thành lập trường trung học phổ thông công lập.
    B. THỦ TỤC HÀNH CHÍNH CẤP XÃ
    I. LĨNH VỰC GIÁO DỤC VÀ ĐÀO TẠO
    II. LĨNH VỰC VĂN HÓA
    """,
  ])
  func staysInLongerText(_ text: String) throws {
    try leaves(text)
  }

  private func leaves(_ text: String) throws {
    #expect(Repairer(models: try #require(models)).repair(text).text == text)
  }
}
