import Extraction
import Testing

struct StatedAuthorityTests {
  private static let recipients = "Nơi nhận:\n- Như trên,\n- Lưu Văn phòng Huyện ủy."

  private static func party(
    _ type: String, heading: String = "", _ text: String, issuer: String = "HUYỆN ỦY SÔNG CẦM",
    symbol: String = "KH/HU", closing: String = recipients
  ) -> String {
    """
    TỈNH ỦY HÒA LÂM
    \(issuer)
    *
    Số 41-\(symbol)
    ĐẢNG CỘNG SẢN VIỆT NAM
    Sông Cầm, ngày 12 tháng 5 năm 2021

    \(type)
    \(heading)
    về chăm sóc rừng đầu nguồn

    \(text)

    1. Các chi bộ trồng dặm mười nghìn cây lim.

    \(closing)
    """
  }

  private static let acting =
    "Thực hiện Nghị quyết số 9-NQ/TU, ngày 03/02/2021, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:"

  private func authorities(_ text: String) throws -> [String?] {
    try #require(try Repository.document(text)).signers.map(\.authority)
  }

  @Test(arguments: [
    party("KẾ HOẠCH", acting),
    party("CHỈ THỊ", heading: "CỦA BAN THƯỜNG VỤ HUYỆN ỦY", "Rừng đầu nguồn bị chặt nhiều.", symbol: "CT/HU"),
  ])
  func tellsTheStandingCommittee(_ text: String) throws {
    #expect(try authorities(text) == ["T/M BAN THƯỜNG VỤ"])
  }

  @Test(arguments: [
    (
      "Thừa lệnh Ban Thường vụ Huyện ủy, Văn phòng Huyện ủy thông báo để các đơn vị biết.",
      "T/L BAN THƯỜNG VỤ"
    ),
    ("Thay mặt Ban Chấp hành Đảng bộ huyện, Thường trực Huyện ủy thông báo để biết.", "T/M BAN CHẤP HÀNH"),
  ])
  func tellsTheOrder(_ order: String, _ authority: String) throws {
    let text = Self.party(
      "THÔNG BÁO", "Thường trực Huyện ủy kết luận như sau:", symbol: "TB/HU",
      closing: "\(order)\n\n\(Self.recipients)")
    #expect(try authorities(text) == [authority])
  }

  @Test(arguments: [
    // The committee of the level above is cited, a department acts.
    party(
      "HƯỚNG DẪN",
      "Theo ý kiến của cấp trên, Ban Thường vụ Tỉnh ủy yêu cầu trồng rừng. Ban Tuyên giáo hướng dẫn như sau:",
      issuer: "BAN TUYÊN GIÁO", symbol: "HD/BTGHU"),
    // A notice may be signed by order.
    party("THÔNG BÁO", acting, symbol: "TB/HU"),
    // Without the list of recipients the end of the document may be missing.
    party("KẾ HOẠCH", acting, closing: ""),
    // Somebody tells what he did for the committee.
    party(
      "BÁO CÁO", "Trong quý I, Văn phòng đã làm các việc sau:", symbol: "BC/HU",
      closing: "Thay mặt Ban Thường vụ Huyện ủy, đồng chí Lê Văn Tám trao quà.\n\n\(recipients)"),
    // The text tells what others are asked to do.
    party("KẾ HOẠCH", "Văn phòng đề nghị Ban Thường vụ Huyện ủy xem xét các việc sau:"),
  ])
  func tellsNothingThatTheTextLeavesOpen(_ text: String) throws {
    #expect(try authorities(text).isEmpty)
  }

  @Test func keepsTheBlockThatWasRead() throws {
    let block = "\(Self.recipients)\n\nT/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n\nNông Thị Sen"
    #expect(try authorities(Self.party("KẾ HOẠCH", Self.acting, closing: block)) == ["T/L BAN THƯỜNG VỤ"])
    let titled = "\(Self.recipients)\n\nBÍ THƯ\n\nNông Thị Sen"
    #expect(try authorities(Self.party("KẾ HOẠCH", Self.acting, closing: titled)) == [nil])
  }

  @Test func completesASignerOfWhomOnlyTheNameWasRead() throws {
    let text = Self.party("KẾ HOẠCH", Self.acting, closing: "\(Self.recipients)\n\nNông Thị Sen")
    let signer = try #require(try Repository.document(text)?.signers.first)
    #expect(signer.authority == "T/M BAN THƯỜNG VỤ")
    #expect(signer.name == "Nông Thị Sen")
    #expect(signer.place.confidence <= 0.6)
  }

  @Test func standsWhereTheTextSaysIt() throws {
    let text = Self.party("KẾ HOẠCH", Self.acting)
    let place = try #require(try Repository.document(text)?.signers.first?.place)
    #expect(place.raw == "Ban Thường vụ Huyện ủy")
    #expect(
      String(decoding: Array(text.utf8)[place.span.start..<place.span.end], as: UTF8.self) == place.raw)
    #expect(place.confidence <= 0.6)
  }

  @Test(arguments: [
    ("ỦY BAN NHÂN DÂN TỈNH HÒA LÂM", ["TM. ỦY BAN NHÂN DÂN"]),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LÂM", []),
    ("GIÁM ĐỐC SỞ NÔNG NGHIỆP", []),
  ])
  func tellsThePeoplesCommitteeOnlyWhereItDecides(_ enactor: String, _ expected: [String]) throws {
    let text = """
      \(enactor)

      Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

      QUYẾT ĐỊNH:

      Điều 1. Kiện toàn Ban Chỉ huy phòng cháy rừng của tỉnh.
      """
    let letter = Letter(text: text, closing: "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n")
    #expect(try authorities(letter.body) == expected)
  }

  @Test func saysNothingOfTextWithoutForm() throws {
    let text = "Thừa lệnh Ban Thường vụ Huyện ủy, tôi viết thư này.\n\nNơi nhận:\n- Mẹ.\n"
    #expect(try Repository.document(text)?.signers.isEmpty ?? true)
  }
}
