import PhucHoi
import TestSupport
import Testing

/// Text that a converter took for VNI comes back by its words; right text with the same letters stays.
@Suite(.enabled(if: models != nil, "models are not there"))
struct CollapsedLettersTests {
  @Test(arguments: [
    ("Phịng họp được giao hồn tồn cho đồn thanh niên", "Phòng họp được giao hoàn toàn cho đoàn thanh niên"),
    ("Ban kiểm sốt xác nhận khoản thanh tốn", "Ban kiểm soát xác nhận khoản thanh toán"),
    ("Các trường chun và đội ngũ chun viên", "Các trường chuyên và đội ngũ chuyên viên"),
  ])
  func comesBack(_ read: String, _ meant: String) throws {
    #expect(Repairer(models: try #require(models)).repair(read).text == meant)
  }

  @Test(arguments: [
    "Đồn biên phòng tốn nhiều công sức", "Hàng tồn kho được kiểm kê", "Hồn quê trong thơ",
    "Tiếng chuông đồng hồ", "Quân đồn trú ở hồ Gươm",
  ])
  func stays(_ text: String) throws {
    #expect(Repairer(models: try #require(models)).repair(text).text == text)
  }
}
