import Extraction
import Testing
import VietText

/// Documents in the layouts in which they come: columns side by side, run together, in a table.
struct LearnedZonesTests {
  private let letter = """
    Ký bởi: CỔNG THÔNG TIN ĐIỆN TỬ
    Cơ quan: VĂN PHÒNG TỈNH HÒA LÂM
    Thời gian ký: 05.04.2021 09:33:23 +07:00

    ỦY BAN NHÂN DÂN                           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH HÒA LÂM                              Độc lập - Tự do - Hạnh phúc
    -------                                   ---------------
    Số: 15/QĐ-UBND                            Hòa Lâm, ngày 05 tháng 4 năm 2021

                                        QUYẾT ĐỊNH
               Về việc kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng
                           tỉnh Hòa Lâm giai đoạn 2021 - 2025

                        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LÂM

    Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
    Theo đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn.

                                        QUYẾT ĐỊNH:

    Điều 1. Kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng của tỉnh.
    Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
    Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.

    Nơi nhận:                                 KT. CHỦ TỊCH
    - Như Điều 3;                             PHÓ CHỦ TỊCH
    - Các sở, ban, ngành và đoàn thể
    của tỉnh;
    - Chi cục Kiểm lâm;
    - Lưu: VT, NN.                            Trần Văn Thuận
    """

  @Test func wrappedRecipientsStayBesideTheSigner() throws {
    let document = try #require(try Repository.document(letter))
    #expect(
      document.recipients.map(\.value) == [
        "Như Điều 3", "Các sở, ban, ngành và đoàn thể của tỉnh", "Chi cục Kiểm lâm",
      ])
    #expect(document.archiveNote?.value == "Lưu: VT, NN")
    #expect(document.signers.map(\.name) == ["Trần Văn Thuận"])
    #expect(document.signers.map(\.title) == ["PHÓ CHỦ TỊCH"])
  }

  @Test func aStampOfASignatureIsOfNoDocument() throws {
    let documents = try Repository.extractor().documents(in: AlignedText(source: letter))
    #expect(documents.count == 1)
    #expect(documents.first?.issuingBody?.value == "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM")
    #expect(
      documents.first?.subject?.value
        == "Về việc kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng tỉnh Hòa Lâm giai đoạn 2021 - 2025")
  }

  /// A letter as an engine reads its columns: one line for both, blank lines anywhere; `mark` is its `V/v`, also misread.
  @Test(arguments: ["V/v", "Viv", "Vlv", "Và việc", "Về việc"])
  func columnsThatRunTogetherAreToldApart(_ mark: String) throws {
    let document = try #require(
      try Repository.document(
        """
        ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

        TỈNH HÒA LÂM Độc lập - Tự do - Hạnh phúc

        Số: 115/UBND-NN Hòa Lâm, ngày 05 tháng 4 năm 2021
        \(mark) chủ động ứng phó với mưa lớn

        Kính gửi: Sở Nông nghiệp và Phát triển nông thôn.

        Theo bản tin dự báo thời tiết, từ ngày 06 tháng 4 trên địa bàn tỉnh có mưa to.
        Ủy ban nhân dân tỉnh yêu cầu Sở theo dõi, báo cáo hằng ngày./.

        Nơi nhận: KT. CHỦ TỊCH

        - Như trên; PHÓ CHỦ TỊCH
        - Chi cục Thủy lợi;

        - Lưu: VT, NN. Trần Văn Thuận
        """))
    #expect(document.documentNumber?.value == "115/UBND-NN")
    #expect(document.date?.value == "2021-04-05")
    #expect(document.place?.value == "Hòa Lâm")
    #expect(document.issuingBody?.value == "ỦY BAN NHÂN DÂN TỈNH HÒA LÂM")
    let own = mark == "Về việc" ? "Về việc " : ""
    #expect(document.subject?.value == own + "chủ động ứng phó với mưa lớn")
    #expect(document.recipients.map(\.value) == ["Như trên", "Chi cục Thủy lợi"])
    #expect(document.archiveNote?.value == "Lưu: VT, NN")
    #expect(document.signers.map(\.name) == ["Trần Văn Thuận"])
    #expect(document.signers.map(\.title) == ["PHÓ CHỦ TỊCH"])
  }

  @Test(arguments: [
    ("Vay vốn đầu tư cầu Hòa Lâm", "Vay vốn đầu tư cầu Hòa Lâm"),
    ("Vụ việc khiếu nại đất đai tại xã Hòa Lâm", "Vụ việc khiếu nại đất đai tại xã Hòa Lâm"),
  ])
  func aShortWordThatOpensASubjectIsNoMark(_ seen: String, _ subject: String) throws {
    let text = "SỞ TÀI CHÍNH\nSố: 12/STC-NS\n\(seen)\n\nKính gửi: Sở Xây dựng.\n\nSở đề nghị./."
    #expect(try Repository.document(text)?.subject?.value == subject)
  }

  private static let heading = """
    TỈNH ỦY HÒA LÂM          ĐẢNG CỘNG SẢN VIỆT NAM
            *
       Số: 17-CT/TU              Hòa Lâm, ngày 24 tháng 3 năm 2003

                     CHỈ THỊ
    """

  @Test func theSubjectStandsBelowWhoseDocumentItIs() throws {
    let text =
      Self.heading + """

                         CỦA BAN THƯỜNG VỤ TỈNH ỦY
              Về tăng cường sự lãnh đạo của Đảng đối với công tác dồn điền, đổi thửa
                          đất nông nghiệp trên địa bàn tỉnh
                                    ---------

          Thực hiện Nghị quyết số 15-NQ/TW ngày 18/3/2002 của Ban Chấp hành Trung ương, Ban Thường vụ
        Tỉnh ủy yêu cầu các cấp ủy quán triệt Chỉ thị này. Hằng năm, vào tháng 12, các huyện ủy báo cáo kết quả.
          Các ban cơ quan báo cáo hằng tháng. Hoàn thành quy hoạch trước ngày 30/6.
        """
    let document = try Repository.document(text)
    #expect(
      document?.subject?.value
        == "Về tăng cường sự lãnh đạo của Đảng đối với công tác dồn điền, đổi thửa đất nông nghiệp trên địa bàn tỉnh"
    )
    let dates = document?.deadlines.map(\.date) ?? []
    #expect(dates.contains("2003-06-30"))
    #expect(!dates.contains("2003-12"))
  }

  @Test func theTextBelowTheSubjectIsNoPartOfIt() throws {
    let text =
      Self.heading + """

              về việc chuẩn bị đại hội các chi bộ, đảng bộ cơ sở


          Thi hành Nghị quyết Hội nghị lần thứ năm của Ban Chấp hành Trung ương về một
        số vấn đề cấp bách, Ban Thường vụ Tỉnh ủy hướng dẫn việc chuẩn bị đại hội như sau:
        """
    #expect(
      try Repository.document(text)?.subject?.value == "về việc chuẩn bị đại hội các chi bộ, đảng bộ cơ sở")
  }

  /// Three ministries in the cells of a table: bodies, authorities, titles, names.
  @Test func cellsOfAJointSignatureBelongTogether() throws {
    let text = """
      BỘ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      BỘ LAO ĐỘNG | Độc lập - Tự do - Hạnh phúc
      BỘ NỘI THƯƠNG | ---------------
      Số: 27-TT/LB | Hà Nội, ngày 9 tháng 11 năm 1985

      THÔNG TƯ LIÊN BỘ
      HƯỚNG DẪN VIỆC TÍNH BÙ CHÊNH LỆCH GIÁ VÀO TIỀN LƯƠNG

      Liên bộ hướng dẫn các xí nghiệp quốc doanh thực hiện như sau:
      1. Công nhân, viên chức trong biên chế của các xí nghiệp được tính bù.

      K.T. BỘ TRƯỞNG BỘ NỘI THƯƠNG | K.T. BỘ TRƯỞNG BỘ LAO ĐỘNG | K.T. BỘ TRƯỞNG BỘ TÀI CHÍNH
      Thứ trưởng | Thứ trưởng thường trực | Thứ trưởng
      (đã ký) | (đã ký) | (đã ký)
      LÂM QUỐC TRỤ | ĐÀO THỊ NHƯ HẢO | TRẦN VĂN CỪ

      Nơi nhận:
      - Văn phòng Hội đồng Bộ trưởng,
      - Lưu HC (Bộ Tài chính, Bộ Lao động).
      """
    let document = try #require(try Repository.document(text))
    #expect(document.documentType?.value == "Thông tư liên bộ")
    #expect(document.issuingBody?.value == "BỘ TÀI CHÍNH")
    #expect(document.coIssuers.map(\.value) == ["BỘ LAO ĐỘNG", "BỘ NỘI THƯƠNG"])
    #expect(document.signers.map(\.title) == ["Thứ trưởng", "Thứ trưởng thường trực", "Thứ trưởng"])
    #expect(document.signers.map(\.authority).last == "K.T. BỘ TRƯỞNG BỘ TÀI CHÍNH")
    #expect(document.archiveNote?.value == "Lưu HC (Bộ Tài chính, Bộ Lao động)")
  }

  @Test func aBodyOverTheTitleOfItsHeadIsNoAuthority() throws {
    let text = """
        SỞ TƯ PHÁP - CÔNG AN TỈNH               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            HỘI NÔNG DÂN TỈNH                        Độc lập - Tự do - Hạnh phúc
         Số: 27/KHLT-STP-CAT-HND                 Hòa Lâm, ngày 9 tháng 11 năm 2012

                                 KẾ HOẠCH LIÊN TỊCH
             Trợ giúp pháp lý tại các xã đặc biệt khó khăn năm 2013

            1. Sở Tư pháp là cơ quan thường trực, tổng hợp kết quả báo cáo Ủy ban nhân dân tỉnh.
            2. Công an tỉnh chỉ đạo Công an các huyện, thành phố bố trí cán bộ tham gia.
            Kinh phí thực hiện do ngân sách tỉnh cấp./.

            HỘI NÔNG DÂN TỈNH               CÔNG AN TỈNH                  SỞ TƯ PHÁP
                 CHỦ TỊCH                   KT. GIÁM ĐỐC                   GIÁM ĐỐC
                                            PHÓ GIÁM ĐỐC


            Thạch Thị Sa Rinh          Đại tá Huỳnh Minh Khởi           Lâm Quang Vĩnh

      Nơi nhận:
      - Sở Tài chính;
      - Lưu: VT.
      """
    let document = try #require(try Repository.document(text))
    #expect(document.signers.map(\.authority) == [nil, "KT. GIÁM ĐỐC", nil])
  }

  @Test func theTextThatCitesBelowTheSubjectIsNoPartOfIt() throws {
    let text = """
      ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
               HUYỆN SÔNG CẦM                      Độc lập - Tự do - Hạnh phúc
           Số: 27/KHLN-MTTQ-CA               Sông Cầm, ngày 9 tháng 11 năm 2021

                           KẾ HOẠCH LIÊN NGÀNH
             Phối hợp tuyên truyền phòng, chống tội phạm năm 2022

      Thực hiện Chương trình phối hợp số 06/CTPH-MTTQ ngày 20/5/2017, hai cơ quan thống nhất như sau:
      1. Tuyên truyền bằng nhiều hình thức.
      """
    let document = try #require(try Repository.document(text))
    #expect(document.documentType?.value == "Kế hoạch liên ngành")
    #expect(document.subject?.value == "Phối hợp tuyên truyền phòng, chống tội phạm năm 2022")
  }

  @Test func anotherLanguageBesideTheNumberIsPassed() throws {
    let text = Self.heading.replacingOccurrences(of: "Số: 17-CT/TU", with: "Số (Ref. No.): 17-CT/TU")
    #expect(try Repository.document(text + "\nvề công tác dồn điền")?.documentNumber?.value == "17-CT/TU")
  }

  @Test func aMisreadWordThatOpensASubjectIsNoMark() throws {
    let text =
      "SỞ TÀI CHÍNH\nSố: 12/STC-NS\nV6n đầu tư cầu Hòa Lâm\n\nKính gửi: Sở Xây dựng.\n\nSở đề nghị./."
    let word = try #require(text.range(of: "V6n"))
    let start = text.utf8.distance(from: text.startIndex, to: word.lowerBound)
    let repaired = AlignedText(
      source: text, replacements: [Replacement(range: start..<start + 3, text: "Vốn")])
    let document = try Repository.extractor().documents(in: repaired).first
    #expect(document?.subject?.value == "Vốn đầu tư cầu Hòa Lâm")
  }

  /// A decision as it is typed: columns as a row of a table, a paragraph on a line.
  @Test func cellsThatHoldAWholeColumnAreRead() throws {
    let document = try #require(
      try Repository.document(
        """
        | ỦY BAN NHÂN DÂN TỈNH HÒA LÂM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
        |---|---|
        | Số: 15/QĐ-UBND | Hòa Lâm, ngày 05 tháng 4 năm 2021 |

        **QUYẾT ĐỊNH**

        Về việc kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng tỉnh Hòa Lâm giai đoạn 2021 - 2025

        **CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LÂM**

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

        **QUYẾT ĐỊNH:**

        Điều 1. Kiện toàn Ban Chỉ huy phòng cháy, chữa cháy rừng của tỉnh, gồm các ông, bà có tên dưới đây.

        Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

        | Nơi nhận: - Như Điều 2; - Chi cục Kiểm lâm; - Lưu: VT, NN. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Thuận |
        """))
    #expect(document.documentNumber?.value == "15/QĐ-UBND")
    #expect(document.documentType?.value == "Quyết định")
    #expect(document.recipients.map(\.value) == ["Như Điều 2", "Chi cục Kiểm lâm"])
    #expect(document.archiveNote?.value == "Lưu: VT, NN")
    #expect(document.signers.map(\.name) == ["Trần Văn Thuận"])
  }

  @Test func aTypeBelowTheSubjectIsNoTrap() throws {
    let text = "V/v thực hiện Thông tư số\n156/2013/TT-BTC và các\nThông tư khác"
    #expect(try Repository.extractor().documents(in: AlignedText(source: text)).count <= 1)
  }

  @Test(arguments: ["a   b\nc   d", "Nơi nhận:      KT.\n-      -\n   ", "-   -\n-   -\n"])
  func littleTextTellsNothing(_ text: String) throws {
    for document in try Repository.extractor().documents(in: AlignedText(source: text)) {
      #expect(document.subject == nil && document.issuingBody == nil)
    }
  }
}
