import Extraction
import Testing
import VietText

struct PlaceDateFieldTests {
  @Test(arguments: [
    ("Hòa Lâm, ngày 05 tháng 4 năm 2021", "Hòa Lâm", "2021-04-05"),
    ("TP. Hồ Chí Minh, ngày 26 tháng 11 năm 2008", "TP. Hồ Chí Minh", "2008-11-26"),
    ("Hà Nội, ngày16 tháng 9 năm 2025", "Hà Nội", "2025-09-16"),
    ("Hà Nội, ngày 26 tháng 0 6 năm 2018", "Hà Nội", "2018-06-26"),
    ("Lam Hồng, ngày 17 tháng II năm 2020", "Lam Hồng", "2020-11-17"),
    ("Hòa Lâm, ngày      tháng 5 năm 2019", "Hòa Lâm", "2019-05"),
    ("Hòa Lâm, ngày ... tháng ... năm 2019", "Hòa Lâm", "2019"),
    ("Hòa Lâm, tháng 02 năm 2022", "Hòa Lâm", "2022-02"),
    ("Hòa Lâm, ngày …… - 10 - 2024", "Hòa Lâm", "2024-10"),
    ("Hòa Lâm,ngày 09/07/2025", "Hòa Lâm", "2025-07-09"),
    ("Quảng Ngãi, ngày 06 tháng 11 năm 2024", "Quảng Ngãi", "2024-11-06"),
    ("Hà Nội, hồi 15 giờ 30 ngày 08 tháng 9 năm 2018", "Hà Nội", "2018-09-08"),
  ])
  func readsTheDateLine(_ line: String, _ place: String, _ date: String) throws {
    let read = try Repository.document(Letter(date: line).body)
    #expect(read?.place?.value == place)
    #expect(read?.date?.value == date)
  }

  @Test func readsTheDateLineAboveTheSignature() throws {
    let text = """
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc

      GIẤY CHỨNG NHẬN
      Cơ sở đủ điều kiện an toàn

      Chứng nhận cơ sở mắm Hòa Lâm đủ điều kiện. Giấy này có giá trị đến ngày 07 tháng 6 năm 2022.

                                            Hòa Lâm, ngày 07 tháng 6 năm 2019
                                                    CHI CỤC TRƯỞNG

                                                    Trần Văn Thuận
      """
    let read = try Repository.document(text)
    #expect(read?.place?.value == "Hòa Lâm")
    #expect(read?.date?.value == "2019-06-07")
  }

  @Test(arguments: [
    ("ngày 06 tháng § năm 2021", "2021-08-06"), ("ngày 17 tháng 1] năm 2020", "2020-11-17"),
    ("ngày 03 tháng 6 năm’ 2022", "2022-06-03"), ("ngày 06 tháng Š năm 2021", "2021-08-06"),
  ])
  func readsFiguresBehindLookalikes(_ date: String, _ iso: String) throws {
    #expect(try Repository.document(Letter(date: "Hòa Lâm, \(date)").body)?.date?.value == iso)
  }

  @Test func takesTheFigureBackThatARepairMadeALetterOf() throws {
    let source = Letter(date: "Hòa Lâm, ngày 06 tháng § năm 2021").body
    let start = source.utf8.distance(
      from: source.utf8.startIndex, to: try #require(source.range(of: "§")).lowerBound)
    let aligned = AlignedText(
      source: source, replacements: [Replacement(range: start..<start + 2, text: "i")])
    #expect(try Repository.extractor().documents(in: aligned).first?.date?.value == "2021-08-06")
  }

  @Test func spellsThePlaceAsTheDocumentDoesElsewhere() throws {
    var letter = Letter(date: "Hoa Lấm, ngày 05 tháng 4 năm 2021")
    letter.text = "Điều 1. Kiện toàn Ban Chỉ huy của tỉnh Hòa Lâm. Tỉnh Hòa Lâm cấp kinh phí."
    #expect(try Repository.document(letter.body)?.place?.value == "Hòa Lâm")
  }

  @Test(arguments: [("ngày - tháng 7 năm 2019", "2019-07"), ("ngày 32 tháng 4 năm 2015", "2015-04")])
  func leavesOutADayThatIsNone(_ date: String, _ iso: String) throws {
    #expect(try Repository.document(Letter(date: "Hòa Lâm, \(date)").body)?.date?.value == iso)
  }

  @Test func takesNoDateOfTheTextForItsOwn() throws {
    let letter = Letter(
      date: "",
      text: "Điều 1. Thực hiện Nghị quyết số 5/NQ-HĐND ngày 12 tháng 7 năm 2020 của Hội đồng nhân dân tỉnh.")
    #expect(try Repository.document(letter.body)?.date == nil)
  }

  @Test func takesNoMonthOfTheSubjectForADateLine() throws {
    let subject = "Về việc trực Tết tại các xã của Hòa Lâm, tháng 02 năm 2022"
    let read = try Repository.document(Letter(subject: subject).body)
    #expect(read?.subject?.value == subject)
    #expect(read?.date?.value == "2021-04-05")
  }
}
