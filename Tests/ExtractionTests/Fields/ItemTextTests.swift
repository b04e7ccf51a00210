import Testing

@testable import Extraction

struct ItemTextTests {
  @Test(arguments: [
    ("TT Tỉnh ủy,'TT HDND tỉnh (b/e)", "TT Tỉnh ủy, TT HĐND tỉnh (b/c)"),
    ("Các ban, cơ:quan tham mưu", "Các ban, cơ quan tham mưu"),
    ("Chủ tịch. các PCT UBND tỉnh", "Chủ tịch, các PCT UBND tỉnh"),
    ("Các đồng chí Ủy viên BCH. Đảng bộ huyện", "Các đồng chí Ủy viên BCH Đảng bộ huyện"),
    ("UBND tỉnh (bic)", "UBND tỉnh (b/c)"),
  ])
  func putsMarksAndShortFormsRight(_ read: String, _ meant: String) throws {
    #expect(try clean(read) == meant)
  }

  @Test(arguments: [
    "Bộ trưởng (để b/c)", "TP. Hồ Chí Minh", "UBND TP.Hà Nội", "Công an tỉnh", "Bảo hiểm xã hội tỉnh",
    "vanthu@hoalam.gov.vn", "86 hộ dân", "Sở Y tế; (báo cáo)", "Phòng QLĐT 1.2",
  ])
  func leavesRightItemsAlone(_ item: String) throws {
    #expect(try clean(item) == item)
  }

  private func clean(_ item: String) throws -> String {
    ItemText(tables: try ExtractionTables(directory: Repository.tables)).clean(item)
  }
}
