import PhucHoi
import TestSupport
import Testing

@Suite(.enabled(if: models != nil, "models are not there"))
struct RepairerTests {
  private func repair(_ text: String) throws -> String {
    Repairer(models: try #require(models)).repair(text).text
  }

  @Test(arguments: [
    ("Uy ban nhan dan tinh Quang Ninh", "Ủy ban nhân dân tỉnh Quảng Ninh"),
    ("CONG HOA XA HOI CHU NGHIA VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Doc lap - Tu do - Hanh phuc", "Độc lập - Tự do - Hạnh phúc"),
    ("So: 2605/QD-BGDDT", "Số: 2605/QĐ-BGDĐT"),
    ("Chanh Van phong HDND va UBND huyen", "Chánh Văn phòng HĐND và UBND huyện"),
  ])
  func bringsMarksBack(_ seen: String, _ meant: String) throws { #expect(try repair(seen) == meant) }

  @Test(arguments: [
    ("Thuc hién Huong dan s6 155- HD/BTGTW cia Ban Tuyén gido Trung vong", "số 155-HD/BTGTW của"),
    ("Thuc hién Huong dan s6.155-HD/BTGTW cia Ban Tuyén gido Trung vong", "số 155-HD/BTGTW của"),
    ("Thuc hién Nghi quyét s6 08--NQ/TU cia Ban Thuong vu Tinh uy", "số 08-NQ/TU của"),
    (
      "Các quân ùy, huyên ùy, dång ù ùy tryc thuôc Thành ù ùy căn cú chúc năng",
      "đảng ủy trực thuộc Thành ủy căn cứ"
    ),
  ])
  func joinsWhatEnginesTear(_ seen: String, _ meant: String) throws {
    #expect(try repair(seen).contains(meant))
  }

  /// Engines lose Đ altogether; the capital of the sentence goes with it, and nothing behind a semicolon has one.
  @Test func capitalsLostWithTheirLetterComeBack() throws {
    let seen = """
      QUYÉT NGHI
      iëu 1. Pham vi áp dung
      Quyêt dinh này áp dung cho các hô nông dân trên dia bàn tinh, các co quan nhà nuóc và các tô chúc có liên quan
      2. ôi tuong áp dung: các co quan, don vi trên dia bàn tinh và các hô nông dân có dât bi thu hôi
      - ánh giá dúng tình hình thuc hiên nhiêm vu cùa các co quan, don vi; ông thòi báo cáo Uy ban nhân dân tinh
      """
    let text = try repair(seen)
    for meant in ["Điều 1.", "2. Đối tượng", "- Đánh giá", "; đồng thời"] { #expect(text.contains(meant)) }
  }

  /// A label, a date, a colon and a number left out belong where they are, also in a bad reading.
  @Test(arguments: [
    ("1- UBND/HĐND các xã thuc hién Huong dan cia Ban Tuyén gido Trung vong", "1- UBND/HĐND"),
    ("Thuc hién Huong dan cia Ban Tuyén gido. Ngay 30/4- UBND tinh to chuc hoi nghi", "30/4- UBND"),
    ("Thuc hién Ké hoach So:12/QD-UBND cia Ban Tuyén gido Trung vong", ":12/QĐ-UBND"),
    ("Thuc hién Nghi quyét so 08/--/NQ-TU cia Ban Thuong vu Tinh uy", "08/--/NQ-TU"),
    ("Thuc hién theo: 155- HD/BTGTW Cia Ban Tuyén gido Trung vong", "155-HD/BTGTW của"),
    ("Thuc hién Ké hoach s6 12/QD- , ngay 30/5 cia Ban Tuyén gido Trung vong", "12/QĐ- "),
    ("Thuc hién Ké hoach s6 12/KH-   UBND cia Ban Tuyén gido Trung vong", "12/KH-   UBND"),
  ])
  func leavesTheJointsOfLabelsAndDates(_ seen: String, _ meant: String) throws {
    #expect(try repair(seen).contains(meant))
  }

  @Test(arguments: [
    "Số: 12/QĐ-UBND ngày 30/5/2019", "Thực hiện Hướng dẫn số 155- HD/BTGTW của Ban Tuyên giáo Trung ương",
    "Công văn số 15/--/TT-BTC của Bộ Tài chính", "Nghị định số 15/-/NĐ-CP của Chính phủ", "08-/NQ-TU",
    "Điện thoại: 0203.3835.678", "vanphong@example.gov.vn",
    "https://example.gov.vn/a-b?c=d",
    "1.250.000 đồng", "a) b) c)", "Phần II. Mục III", "Kính gửi: Sở Nội vụ",
  ])
  func leavesRightTextAlone(_ text: String) throws { #expect(try repair(text) == text) }

  @Test(arguments: [
    (
      "1- Mục tiêu của dự án\n2-Nội dung công việc\n3- Tổ chức thực hiện\n4- Kinh phí",
      "1- Mục tiêu của dự án\n2- Nội dung công việc\n3- Tổ chức thực hiện\n4- Kinh phí"
    ),
    ("1-Mục tiêu\n2-Nội dung\n3- Tổ chức", "1-Mục tiêu\n2-Nội dung\n3- Tổ chức"),
    ("phong trào “xanh, sạch, đẹp”(phong trào thi đua)", "phong trào “xanh, sạch, đẹp” (phong trào thi đua)"),
    ("biểu thức “x”(1)", "biểu thức “x”(1)"),
  ])
  func putsBackBlanksThatAreSurelyLost(_ seen: String, _ meant: String) throws {
    #expect(try repair(seen) == meant)
    var options = RepairOptions()
    options.policy = .careful
    #expect(Repairer(models: try #require(models), options: options).repair(seen).text == seen)
  }

  @Test func blanksTakeTheLeastConfidenceToo() throws {
    let models = try #require(models)
    var options = RepairOptions()
    options.minimumConfidence = 1
    let seen = "phong trào “xanh, sạch, đẹp”(phong trào thi đua)"
    #expect(Repairer(models: models, options: options).repair(seen).text == seen)
    let edit = try #require(Repairer(models: models).repair(seen).edits.first)
    #expect((edit.old, edit.new, edit.kind) == ("”", "” ", .split))
  }

  @Test(arguments: [
    "The quick brown fox jumps over the lazy dog, and nobody knows why it does so every morning.",
    "Le gouvernement a présenté hier son projet de loi sur la réforme des retraites à l'Assemblée nationale.",
    "func repair(_ text: String) -> Repair { repair(DecodedText(text)) }",
  ])
  func leavesOtherLanguagesAlone(_ text: String) throws {
    #expect(try repair(text) == text)
  }

  @Test(arguments: [
    "", " ", "\n", "\r\n\r\n", "\u{0C}", "\t \u{A0}\n", "-", "…", "\u{FEFF}", "\u{301}", "🇻🇳\n",
  ])
  func copesWithHardlyAnyText(_ text: String) throws {
    let repair = Repairer(models: try #require(models)).repair(text)
    #expect(repair.text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A })
  }

  @Test func noiseNeverTraps() throws {
    let repairer = Repairer(models: try #require(models))
    var random = SeededGenerator(seed: 20_240_403)
    for _ in 0..<200 {
      var view = String.UnicodeScalarView()
      for _ in 0..<60 {
        let ranges: [ClosedRange<UInt32>] = [
          0...0x7F, 0x80...0x24F, 0x300...0x323, 0x1EA0...0x1EF9, 0x2000...0x206F, 0x1F300...0x1F5FF,
        ]
        let range = ranges[random.next(below: ranges.count)]
        let value = UInt32.random(in: range, using: &random)
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
      }
      let text = String(view)
      let repair = repairer.repair(text)
      #expect(repair.aligned.source == text)
    }
  }

  @Test func sameAnswerFromEveryTask() async throws {
    let repairer = Repairer(models: try #require(models))
    let readings = try FixtureDocuments.readings(of: FixtureDocuments.names[1]).map(\.seen)
    let expected = readings.map { repairer.repair($0).text }
    let found = await withTaskGroup(of: (Int, String).self) { group in
      for (index, text) in (readings + readings).enumerated() {
        group.addTask { (index, repairer.repair(text).text) }
      }
      var all = [String](repeating: "", count: 2 * readings.count)
      for await (index, text) in group { all[index] = text }
      return all
    }
    #expect(found == expected + expected)
  }

  @Test func minimumConfidenceOfOneKeepsDoubtfulWords() throws {
    let models = try #require(models)
    var options = RepairOptions()
    options.minimumConfidence = 1
    let reading = try #require(try FixtureDocuments.readings(of: FixtureDocuments.names[0]).first)
    let strict = Repairer(models: models, options: options).repair(reading.seen).edits.count
    #expect(strict < Repairer(models: models).repair(reading.seen).edits.count)
  }

  @Test func identityNamesTheModels() throws {
    let identity = try #require(models).identity
    #expect(identity.hasPrefix("sha256:"))
    #expect(identity.utf8.count == 7 + 64)
    #expect(identity == (try Models.located()).identity)
  }

  @Test func missingModelsAreTold() throws {
    let error = #expect(throws: PhucHoiError.self) { try ModelLocator.find(explicit: "/nowhere/at/all") }
    #expect(error?.code == .modelsMissing)
  }
}
