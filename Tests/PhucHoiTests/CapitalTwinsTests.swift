import PhucHoi
import TestSupport
import Testing

/// Capitals that only their height tells from small letters.
@Suite(.enabled(if: models != nil, "models are not there"))
struct CapitalTwinsTests {
  @Test(arguments: [
    ("Căn cứ Nghị định sỐ 30/2020/NĐ-CP của Chính phủ", "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ"),
    ("các cƠ quan chuyên môn thuộc tỉnh", "các cơ quan chuyên môn thuộc tỉnh"),
  ])
  func becomeSmall(_ read: String, _ meant: String) throws {
    #expect(try checkedRepair(read, .balanced).text == meant)
  }

  @Test(arguments: [
    "QUYẾT ĐỊNH SỐ 12", "Có hay không: CÓ", "Các đơn vị SX, KD và VSV", "Sở Xây dựng VÀ Sở Công Thương",
  ])
  func stay(_ text: String) throws { #expect(try checkedRepair(text, .balanced).text == text) }
}
