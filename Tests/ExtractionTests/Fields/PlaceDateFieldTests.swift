import Extraction
import Testing

struct PlaceDateFieldTests {
  @Test(arguments: [
    ("Hòa Lâm, ngày 05 tháng 4 năm 2021", "Hòa Lâm", "2021-04-05"),
    ("TP. Hồ Chí Minh, ngày 26 tháng 11 năm 2008", "TP. Hồ Chí Minh", "2008-11-26"),
    ("Hà Nội, ngày16 tháng 9 năm 2025", "Hà Nội", "2025-09-16"),
    ("Hà Nội, ngày 26 tháng 0 6 năm 2018", "Hà Nội", "2018-06-26"),
    ("Lam Hồng, ngày 17 tháng II năm 2020", "Lam Hồng", "2020-11-17"),
    ("Hòa Lâm, ngày      tháng 5 năm 2019", "Hòa Lâm", "2019-05"),
    ("Hòa Lâm, ngày ... tháng ... năm 2019", "Hòa Lâm", "2019"),
  ])
  func readsTheDateLine(_ line: String, _ place: String, _ date: String) throws {
    let read = try Repository.document(Letter(date: line).body)
    #expect(read?.place?.value == place)
    #expect(read?.date?.value == date)
  }

  @Test func takesNoDateOfTheTextForItsOwn() throws {
    let letter = Letter(
      date: "",
      text: "Điều 1. Thực hiện Nghị quyết số 5/NQ-HĐND ngày 12 tháng 7 năm 2020 của Hội đồng nhân dân tỉnh.")
    #expect(try Repository.document(letter.body)?.date == nil)
  }
}
