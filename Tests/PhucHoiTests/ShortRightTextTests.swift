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
    #expect(Repairer(models: try #require(models)).repair(text).text == text)
  }
}
