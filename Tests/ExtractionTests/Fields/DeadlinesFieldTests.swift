import Extraction
import Testing

struct DeadlinesFieldTests {
  private func dates(_ text: String) throws -> [String?] {
    (try Repository.document(Letter(text: text).body)?.deadlines ?? []).map(\.date)
  }

  @Test(arguments: [
    ("1. Các sở báo cáo trước ngày 15/6/2021.", "2021-06-15"),
    ("1. Hoàn thành trong tháng 10/2021.", "2021-10"),
    ("1. Báo cáo phương án trong quý II/2022.", "2022-Q2"),
    ("1. Phấn đấu đến hết năm 2025 đạt 100%.", "2025"),
    ("1. Nộp phiếu chậm nhất là ngày 30 tháng 9 năm 2021.", "2021-09-30"),
    ("1. Gửi báo cáo trước 16 giờ 30 phút ngày 11/4/2021.", "2021-04-11"),
    ("1. Tổ chức thi từ ngày 01/7/2021 đến ngày 15/8/2021.", "2021-08-15"),
    ("1. Báo cáo trước ngày 20/12.", "2021-12-20"),
    ("1. Nộp phiếu chấn nhất ngày 30 tháng 9 năm 2021.", "2021-09-30"),
  ])
  func readsBothFormsOfDates(_ text: String, _ date: String) throws { #expect(try dates(text) == [date]) }

  @Test func givesNoDateToWhatRecurs() throws {
    #expect(try dates("1. Báo cáo trước ngày 05 hằng tháng.") == [nil])
  }

  @Test(arguments: [
    "Điều 2. Quyết định này có hiệu lực từ ngày 24 tháng 7 năm 2021.",
    "1. Tính đến ngày 10/7/2021 đã xảy ra 12 vụ cháy.",
    "1. Thời gian họp: 08 giờ 00, ngày 15 tháng 4 năm 2021.",
    "1. Từ ngày 01/3/2019 đến ngày 10/3/2019 đã có 5 vụ cháy.",
  ])
  func leavesOutOtherDates(_ text: String) throws { #expect(try dates(text).isEmpty) }

  @Test(arguments: [
    ("Căn cứ Công văn số 12/UBND-VX, Sở đề nghị các trường báo cáo trước ngày 15/6/2021.", ["2021-06-15"]),
    ("Căn cứ đề nghị của Sở về việc hoàn thành trước ngày 15/6/2021;", []),
    ("Căn cứ Kế hoạch số 4/KH-UBND về việc trồng rừng, hoàn thành trước ngày 15/6/2021;", []),
  ])
  func readsWhatIsAskedBesideLegalBases(_ text: String, _ expected: [String]) throws {
    #expect(try dates(text) == expected)
  }
}
