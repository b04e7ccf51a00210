import Extraction
import Foundation
import Testing
import VietText

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

  @Test(arguments: [
    ("1. Thời gian thực hiện: Quý IV/2021.", "2021-Q4"),
    ("1. Thời hạn gửi báo cáo: ngày 15/10/2021.", "2021-10-15"),
    ("1. Hạn chót nhận hồ sơ là ngày 20/9/2021.", "2021-09-20"),
    ("1. Tiến độ hoàn thành: Tháng 8 năm 2021.", "2021-08"),
    ("1. Thời gian thực hiện: Tháng 8 - 11/2021.", "2021-11"),
    ("1. Các phòng gửi báo cáo không muộn hơn ngày 20/9/2021.", "2021-09-20"),
    ("1. Các phòng gửi báo cáo trễ nhất là 17 giờ 00 ngày 20/9/2021.", "2021-09-20"),
    ("1. Từ nay đến ngày 30/11/2021 các cơ quan chỉnh lý xong hồ sơ.", "2021-11-30"),
    ("1. Đến cuối năm 2022, hoàn thành việc số hóa hồ sơ.", "2022"),
    ("1. Phấn đấu đến năm 2025 hoàn thành việc số hóa hồ sơ.", "2025"),
    ("1. Rà soát và thực hiện trong năm 2022.", "2022"),
    ("1. Trình Ủy ban nhân dân tỉnh vào tháng 9/2021.", "2021-09"),
    ("1. Rà soát xong trong tuần đầu tháng 9/2021.", "2021-09"),
    ("- Tháng 9/2021: rà soát hồ sơ của các phòng.", "2021-09"),
    ("1. Các phòng gửi báo cáo không chậm quá ngày 20/9/2021.", "2021-09-20"),
    ("1. Thời gian sắp xếp kéo dài nhưng không quá tháng 9/2021.", "2021-09"),
    ("1. Nhận hồ sơ từ ngày 01/9/2021 và kết thúc ngày 20/9/2021.", "2021-09-20"),
    ("1. Thời hạn nộp hồ sơ: từ ngày 01/9/2021 đến 17 giờ 00 ngày 20/9/2021.", "2021-09-20"),
    ("1. Giai đoạn 2 (18/8 - 20/9/2021): thu thập số liệu.", "2021-09-20"),
    ("1. Vệ sinh kho lưu trữ trước ngày khai trương 20/9/2021.", "2021-09-20"),
    ("1. Sơ kết xong trước Tết Dương lịch (31/12/2021).", "2021-12-31"),
    ("1. Các phòng ký cam kết, hạn hoàn thành 20/9/2021.", "2021-09-20"),
    ("1. Bàn giao kho lưu trữ số 2 trong năm 2022.", "2022"),
    ("- Nhận bản tóm tắt của các phòng: 20/9/2021", "2021-09-20"),
    ("1. Giai đoạn 2 (từ 18/8 đến 20/9/2021): thu thập số liệu.", "2021-09-20"),
    ("1. Các phòng nộp bản cam kết, hạn 20/9/2021.", "2021-09-20"),
    ("1. Các phòng giao nộp hồ sơ vào tháng 9/2021.", "2021-09"),
    ("1. Các phòng nộp hồ sơ trước ngày 20/9/2021 Đà Lâm kiểm tra.", "2021-09-20"),
    ("1. Các phòng nộp bản cam kết, hạn cuối thứ Hai, 20/9/2021.", "2021-09-20"),
    ("1. Kho lưu trữ chỉ tiếp nhận hồ sơ tới 16 giờ 00, ngày 20/9/2021.", "2021-09-20"),
    ("1. Các phòng báo tên cán bộ đầu mối vào ngày 20/9/2021 là muộn nhất.", "2021-09-20"),
    ("a) Rà soát hồ sơ tồn đọng ............ 20/9/2021", "2021-09-20"),
  ])
  func readsLabelsAndOpenings(_ text: String, _ date: String) throws {
    #expect(try dates("Sở yêu cầu các phòng thực hiện những việc sau đây.\n\(text)") == [date])
  }

  @Test(arguments: [
    "| TT | Việc | Chủ trì | Thời gian hoàn thành |\n| 1 | Rà soát | Phòng Một | 30/9/2021 |\n| 2 | Số hóa | Phòng Hai | Tháng 11/2021 |",
    "TT\tViệc\tChủ trì\tThời gian hoàn thành\n1\tRà soát\tPhòng Một\t30/9/2021\n2\tSố hóa\tPhòng Hai\tTháng 11/2021",
    "TT Việc Chủ trì Thời gian hoàn thành\n1 Rà soát Phòng Một 30/9/2021\n2 Số hóa Phòng Hai Tháng 11/2021",
  ])
  func readsTheColumnOfATable(_ rows: String) throws {
    let plan = Letter(
      number: "Số: 15/KH-UBND", type: "KẾ HOẠCH", subject: "Rà soát hồ sơ lưu trữ năm 2021",
      text:
        "I. NỘI DUNG\nCác phòng thực hiện theo bảng sau:\n\(rows)\nII. TỔ CHỨC THỰC HIỆN\nCác phòng báo cáo Sở."
    )
    let dates = try Repository.document(plan.body)?.deadlines.map(\.date)
    #expect(dates == ["2021-09-30", "2021-11"])
  }

  @Test(arguments: [
    ("Thời hạn hoàn thành", ["Hết ngày 30/9/2021", "15/11/2021"], ["2021-09-30", "2021-11-15"]),
    // What is done before the document has no deadline.
    ("Ngày hoàn thành", ["30/9/2020", "15/11/2020"], []),
  ])
  func readsTheColumnOfATableInAnAnnex(_ head: String, _ cells: [String], _ expected: [String]) throws {
    let plan = """
      ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH AN HẢI                       Độc lập - Tự do - Hạnh phúc

      Số: 15/KH-UBND                 An Hải, ngày 01 tháng 8 năm 2021

      KẾ HOẠCH
      Rà soát hồ sơ lưu trữ năm 2021

      Các phòng thực hiện theo phụ lục của Kế hoạch này./.

      Nơi nhận:                      TM. ỦY BAN NHÂN DÂN
      - Lưu: VT.                     CHỦ TỊCH

                                     Trần Văn Minh

      Phụ lục số 01: Tiến độ rà soát hồ sơ
      (Kèm theo Kế hoạch số 15/KH-UBND ngày 01/8/2021 của Ủy ban nhân dân tỉnh)

       TT   Nội dung công việc        Đơn vị thực hiện      \(head)
        1   Rà soát hồ sơ             Phòng Một             \(cells[0])
        2   Số hóa hồ sơ              Phòng Hai             \(cells[1])
      """
    #expect(try Repository.document(plan)?.deadlines.map(\.date) == expected)
  }

  @Test func givesNoDateToWhatRecurs() throws {
    #expect(try dates("1. Báo cáo trước ngày 05 hằng tháng.") == [nil])
  }

  @Test(arguments: [
    "Điều 2. Quyết định này có hiệu lực từ ngày 24 tháng 7 năm 2021.",
    "1. Tính đến ngày 10/7/2021 đã xảy ra 12 vụ cháy.",
    "1. Thời gian họp: 08 giờ 00, ngày 15 tháng 4 năm 2021.",
    "1. Đến ngày 30/9/2021, đã hoàn thành 12 hồ sơ.",
    "1. Đến hết quý III năm 2021 đã có 12 phòng nộp hồ sơ.",
    "1. Hợp đồng hết hạn vào ngày 30/9/2021.",
    "1. Hết quý III năm 2021, toàn huyện có 12 phòng lưu trữ.",
    "1. Có 12 phòng đã gửi báo cáo tới ngày 30/9/2021.",
    "- Thứ Hai: 20/9/2021",
    "- Kỷ niệm ngày thành lập: 20/9/2021",
    "1. Người có thẻ hết hạn trước ngày 30/9/2021 được đổi thẻ.",
    "1. Số liệu chốt từ ngày 01/5/2021 đến ngày 30/9/2021 của các phòng gửi.",
    "1. Chương trình học kết thúc vào ngày 30/9/2021.",
    "1. Kỷ niệm ngày thành lập (06/9/1946 - 06/9/2021);",
    "1. Lễ khánh thành diễn ra vào ngày 19/12/2021.",
    "1. Mỗi lớp học phải hoàn thành trong thời gian không quá 06 tháng từ khi mở.",
    "1. Năm 2022 là năm thứ ba thực hiện Nghị quyết.",
    "1. Thời gian tổ chức: 08 giờ 00 ngày 15/9/2021.",
    "1. Từ ngày 01/3/2019 đến ngày 10/3/2019 đã có 5 vụ cháy.",
  ])
  func leavesOutOtherDates(_ text: String) throws { #expect(try dates(text).isEmpty) }

  /// What no phrase of time tells: the model does, in the document's own words.
  @Test func tellsDatesThatNoPhraseTells() throws {
    let folder = Repository.root.appendingPathComponent("Fixtures/records")
    var (found, gold) = (0, 0)
    for name in ["e05", "e07", "e18", "f08", "f12"] {
      let place = folder.appendingPathComponent(name)
      let record = try Repository.json(place.appendingPathComponent("record.json")) as? [String: Any]
      let documents = record?["documents"] as? [[String: Any]] ?? []
      let right = documents.flatMap { $0["deadlines"] as? [[String: Any]] ?? [] }.compactMap {
        $0["date"] as? String
      }
      let text = try String(contentsOf: place.appendingPathComponent("input.txt"), encoding: .utf8)
      var read = try Repository.extractor().documents(in: AlignedText(source: text)).flatMap(\.deadlines)
        .compactMap(\.date)
      gold += right.count
      for date in right {
        if let place = read.firstIndex(of: date) {
          read.remove(at: place)
          found += 1
        }
      }
    }
    // Phrases alone find a third of them.
    #expect(gold > 20 && found * 10 >= gold * 7)
  }

  @Test(arguments: [
    ("Căn cứ Công văn số 12/UBND-VX, Sở đề nghị các trường báo cáo trước ngày 15/6/2021.", ["2021-06-15"]),
    ("Căn cứ đề nghị của Sở về việc hoàn thành trước ngày 15/6/2021;", []),
    ("Căn cứ Kế hoạch số 4/KH-UBND về việc trồng rừng, hoàn thành trước ngày 15/6/2021;", []),
  ])
  func readsWhatIsAskedBesideLegalBases(_ text: String, _ expected: [String]) throws {
    #expect(try dates(text) == expected)
  }
}
