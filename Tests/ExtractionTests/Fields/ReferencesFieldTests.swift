import Extraction
import Testing

struct ReferencesFieldTests {
  private func references(_ text: String) throws -> [Reference] {
    try Repository.document(Letter(text: text).body)?.references ?? []
  }

  @Test func gathersDateAndIssuerOverAllMentions() throws {
    let read = try references(
      "Thực hiện Kết luận số 100-KL/TW, các cơ quan tổng kết Kết luận số 100-KL/TW ngày 18/8/2014 của Ban Bí thư.\n\n1. Đánh giá Kết luận số 100-KL/TW."
    )
    #expect(read.map(\.number) == ["100-KL/TW"])
    #expect(read.first?.type == "Kết luận")
    #expect(read.first?.date == "2014-08-18")
    #expect(read.first?.issuer == "Ban Bí thư")
  }

  @Test func readsANumberBrokenAtALineEnd() throws {
    #expect(
      try references("Thực hiện Hướng dẫn số 167-\nHD/BTGTW, ngày 26/12/2015, các cơ quan báo cáo.").map(
        \.number) == ["167-HD/BTGTW"])
  }

  @Test func takesNoCaseOfACourtForADocument() throws {
    #expect(try references("Xét xử vụ án dân sự thụ lý số 12/2022/TLST-DS ngày 06/5/2022.").isEmpty)
    #expect(
      try references("Căn cứ Quyết định thụ lý số 34/QĐ-UBND ngày 12/3/2022;").map(\.number) == ["34/QĐ-UBND"]
    )
  }

  @Test(arguments: [
    ("Chiếu Sắc lệnh số 63 ngày 22 tháng 11 năm 1945 về tổ chức Ủy ban hành chính;", "63", "1945-11-22"),
    ("Căn cứ Biên bản ghi nhớ số 03/2018/MOU-ESUT ký ngày 22/10/2018;", "03/2018/MOU-ESUT", "2018-10-22"),
    ("Căn cứ Quyết định số 808/QĐ-BCA(X11) ngày 07/7/2006;", "808/QĐ-BCA(X11)", "2006-07-07"),
  ])
  func readsRarerNumbers(_ text: String, _ number: String, _ date: String) throws {
    let read = try references(text)
    #expect(read.map(\.number) == [number])
    #expect(read.map(\.date) == [date])
  }

  @Test(arguments: [
    "Căn cứ Quyết định số 63 ngày 22 tháng 11 năm 2015;", "Căn cứ Biên bản số 5 ngày 02/02/1958 của thôn;",
  ])
  func takesNoBareNumberForADocument(_ text: String) throws {
    #expect(try references(text).isEmpty)
  }

  @Test func leavesTheMarkOfANoteOut() throws {
    #expect(
      try references("Căn cứ Nghị định số 30/2020/NĐ-CP(1) ngày 05/3/2020;").map(\.number) == [
        "30/2020/NĐ-CP"
      ])
  }

  @Test func takesTypesWithTheirQualifiers() throws {
    #expect(
      try references("Căn cứ Quy chế làm việc số 01-QC/HU và Báo cáo thẩm tra số 8/BC-HĐND;").map(\.type) == [
        "Quy chế làm việc", "Báo cáo thẩm tra",
      ])
  }

  @Test func takesTheLongestTypeBeforeTheNumber() throws {
    #expect(
      try references("Căn cứ Mệnh lệnh số 05/ML-QK và Sắc lệnh số 77-SL ngày 29 tháng 4 năm 1958;").map(
        \.type) == [
          "Mệnh lệnh", "Sắc lệnh",
        ])
  }

  @Test func namesLawsByTheirTitle() throws {
    let read = try references("Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003;")
    #expect(read.map(\.title) == ["Luật Thi đua, Khen thưởng"])
    #expect(read.map(\.number) == [nil])
    #expect(read.map(\.date) == ["2003-11-26"])
  }

  @Test func dropsAMentionCutOffAtALineEnd() throws {
    var letter = Letter()
    letter.text =
      "Điều 1. Thực hiện Hướng dẫn số 17-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy.\nĐiều 2. Sơ kết Hướng dẫn số 17-\nHI\n"
    #expect(try Repository.document(letter.body)?.references.map(\.number) == ["17-HD/BTGTU"])
  }

  @Test func putsTheLevelOfATornBodyBack() throws {
    var letter = Letter()
    letter.text = "Điều 1. Thực hiện Hướng dẫn số 12-HD/BTG TU ngày 08/10/2020 của Ban Tuyên giáo Tỉnh ủy."
    let references = try Repository.document(letter.body)?.references
    #expect(references?.map(\.number) == ["12-HD/BTGTU"])
    #expect(references?.map(\.date) == ["2020-10-08"])
  }

  @Test func leavesOutItsOwnNumber() throws {
    #expect(try references("Điều 2. Quyết định số 15/QĐ-UBND có hiệu lực kể từ ngày ký.").isEmpty)
  }

  @Test func keepsLegalBasesApart() throws {
    let document = try Repository.document(
      Letter(text: "Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nĐiều 1. Bãi bỏ Thông tư số 1/2011/TT-BNV.").body)
    #expect(document?.legalBases.map(\.number) == ["30/2020/NĐ-CP"])
    #expect(document?.references.map(\.number) == ["30/2020/NĐ-CP", "1/2011/TT-BNV"])
  }

  @Test(arguments: [
    ("Luật Quốc tịch Việt Nam", "Luật Quốc tịch Việt Nam"),
    ("Luật Quốc tịch Việt Nam năm 2008", "Luật Quốc tịch Việt Nam"),
    ("Luật Thủy lợi năm 2017", "Luật Thủy lợi"),
  ])
  func keepsTheCountryInTheTitleOfALaw(_ cited: String, _ title: String) throws {
    let read = try references("Căn cứ \(cited) ngày 13 tháng 11 năm 2008;\n\nĐiều 1. Nội dung.")
    #expect(read.map(\.title) == [title])
  }
}
