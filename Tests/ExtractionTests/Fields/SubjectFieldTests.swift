import Extraction
import Foundation
import Testing
import VietText

struct SubjectFieldTests {
  @Test func joinsLinesWithQuotedTitlesAndDates() throws {
    let subject =
      "sơ kết 03 năm thực hiện Chỉ thị số 27-CT/TU, ngày 12/10/2018\ncủa Ban Thường vụ Tỉnh ủy về “tăng cường\nđối thoại với Nhân dân”"
    let read = try Repository.document(Letter(subject: subject).body)?.subject?.value
    #expect(read == subject.replacing("\n", with: " "))
  }

  @Test func keepsARangeOfDatesInBrackets() throws {
    let subject = "Về việc kỷ niệm ngày thành lập tỉnh (26/3/1931 - 26/3/2021)"
    #expect(try Repository.document(Letter(subject: subject).body)?.subject?.value == subject)
  }

  @Test func endsWhereTheTextBegins() throws {
    let text =
      "Thực hiện Kế hoạch số 3-KH/TU, Ủy ban nhân dân tỉnh quyết định như sau:\n\n1. Kiện toàn Ban Chỉ huy."
    let read = try Repository.document(Letter(text: text).body)?.subject?.value
    #expect(read == "Về việc kiện toàn Ban Chỉ huy phòng cháy rừng")
  }

  @Test func endsBeforeTheSentenceThatInvites() throws {
    let invitation = Letter(
      type: "GIẤY MỜI",
      subject: "Họp tổng kết phong trào trồng rừng\n\nỦy ban nhân dân tỉnh trân trọng kính mời:",
      text: "- Các thành viên Ban Chỉ huy.")
    #expect(try Repository.document(invitation.body)?.subject?.value == "Họp tổng kết phong trào trồng rừng")
  }

  @Test func givesNoneForTextWithoutForm() throws {
    #expect(try Repository.document("12 34 56\n78 90 12\n34 56 78\n")?.subject == nil)
  }

  @Test(arguments: [
    ("Ủy ban nhân dân các xã bảo vệ rừng, giữ nguồn nước cho bản làng.", "bảo vệ rừng, giữ nguồn nước"),
    ("Ủy ban nhân dân các xã bảo vệ rừng giữ nguồn nước cho bản làng.", "bảo vệ rừng giữ nguồn nước"),
    ("Trồng cây bên suối.", "bảo vệ rừng, giữ nguồn nước"),
  ])
  func dropsACommaAtALineEndThatTheTextDoesNotHave(_ text: String, _ subject: String) throws {
    let (opening, end) = ("Về việc tăng cường", "trên địa bàn tỉnh Hòa Lâm năm 2021")
    let letter = Letter(
      subject: "\(opening) bảo vệ rừng,\ngiữ nguồn nước \(end)", text: "Điều 1. \(text)")
    #expect(try Repository.document(letter.body)?.subject?.value == "\(opening) \(subject) \(end)")
  }

  @Test func takesTheSubjectOfAFormFromItsLabel() throws {
    let letter = Letter(
      type: "GIẤY GIỚI THIỆU", subject: "Kính gửi: Kho bạc tỉnh",
      text:
        "Sở Y tế trân trọng giới thiệu:\nĐồng chí: Vũ Mạnh Trường\nVề việc: xác minh hồ sơ của cán bộ\nĐề nghị quý cơ quan giúp đỡ đồng chí Trường hoàn thành nhiệm vụ."
    )
    #expect(try Repository.document(letter.body)?.subject?.value == "xác minh hồ sơ của cán bộ")
  }

  @Test func endsASubjectWithAYearBesideAStamp() throws {
    let body = """
      ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       TỈNH HÒA LÂM                         Độc lập - Tự do - Hạnh phúc

      Số: 1386/UBND-KTN                  Hòa Lâm, ngày 18 tháng 8 năm 2023
      V/v ứng phó mưa lũ
       những tháng cuối                            KHẨN
           năm 2023

      Kính gửi: Sở Y tế

      Ủy ban nhân dân tỉnh yêu cầu Sở Y tế báo cáo.
      """
    let read = try Repository.document(body)
    #expect(read?.subject?.value == "ứng phó mưa lũ những tháng cuối năm 2023")
    #expect(read?.date?.value == "2023-08-18")
    #expect(read?.urgency?.value == "Khẩn")
  }

  /// The document with `old`, after `before`, read as `new`, and how sure the repair is of that.
  private func subject(before: String, old: String, new: String, confidence: Double) throws -> String? {
    let body = Letter(subject: "\(before) \(old) đẩy mạnh trồng rừng").body
    let prefix = try #require(body.range(of: "\(before) \(old)"))
    let start = body[..<prefix.lowerBound].utf8.count + before.utf8.count + 1
    let range = start..<(start + old.utf8.count)
    let text = AlignedText(source: body, replacements: [Replacement(range: range, text: new)])
    return try Repository.extractor().documents(
      in: text, certainty: Certainty([(range: range, confidence: confidence)])
    ).first?.subject?.value
  }

  @Test func dropsALetterOfWhichNeitherEngineNorRepairKnowsTheWord() throws {
    #expect(try subject(before: "Về", old: "ề", new: "ý", confidence: 0.3) == "Về đẩy mạnh trồng rừng")
    #expect(try subject(before: "Về", old: "ề", new: "ý", confidence: 0.8) == "Về ý đẩy mạnh trồng rừng")
    #expect(try subject(before: "Về", old: "y", new: "ý", confidence: 0.3) == "Về ý đẩy mạnh trồng rừng")
  }
}
