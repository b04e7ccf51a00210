import Extraction
import Foundation
import Testing
import VietText

struct SignersFieldTests {
  @Test(
    arguments: [
      (
        "TL. ỦY BAN NHÂN DÂN\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
        "TL. ỦY BAN NHÂN DÂN / KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"
      ),
      ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
      ("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG HÀNH CHÍNH", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG HÀNH CHÍNH"),
      ("Q. GIÁM ĐỐC", nil, "Q. GIÁM ĐỐC"),
      ("KT.BỘ TRƯỞNG\nTHỨ TRƯỞNG", "KT.BỘ TRƯỞNG", "THỨ TRƯỞNG"),
      ("KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM", "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"),
      (
        "KT. GIÁM ĐỐC\nCÔNG TY TNHH HÒA LÂM\nPHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC CÔNG TY TNHH HÒA LÂM",
        "PHÓ GIÁM ĐỐC"
      ),
      ("ĐẠI DIỆN NHÀ THẦU\nGIÁM ĐỐC", "ĐẠI DIỆN NHÀ THẦU", "GIÁM ĐỐC"),
      (
        "T.M. ỦY BAN NHÂN DÂN\nK.T. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "T.M. ỦY BAN NHÂN DÂN / K.T. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH"
      ),
    ] as [(String, String?, String)])
  func readsLayersOfAuthority(_ block: String, _ authority: String?, _ title: String) throws {
    let closing = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n\(block)\n\nTrần Văn Thuận\n"
    let signers = try Repository.document(Letter(closing: closing).body)?.signers ?? []
    #expect(signers.map(\.authority) == [authority])
    #expect(signers.map(\.title) == [title])
    #expect(signers.map(\.name) == ["Trần Văn Thuận"])
  }

  @Test(arguments: [
    ("Thiếu tướng Lê Hữu Đạt", "Thiếu tướng", "Lê Hữu Đạt"), ("TS. Trịnh Nga", "TS.", "Trịnh Nga"),
    ("PGS.TS. Nguyễn Văn Sáu", "PGS.TS.", "Nguyễn Văn Sáu"),
  ])
  func tellsRanksFromNames(_ line: String, _ rank: String, _ name: String) throws {
    let closing = "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n\(line)\n"
    let signers = try Repository.document(Letter(closing: closing).body)?.signers ?? []
    #expect(signers.map(\.name) == [name])
    #expect(signers.map(\.rank) == [rank])
  }

  @Test(arguments: [
    "Y Thoa", "A Lăng Bốc", "Sơn Minh Chánh Đa", "Ong Thế Vượng", "H' Wen Niê Kđăm", "Và Bá Tủa",
    "Lư Văn Tám", "Ôn Văn Tám", "Trần Văn Thuận",
  ])
  func keepsTheWholeNameOnACleanPage(_ name: String) throws {
    let closing = "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n\(name)\n"
    #expect(try Repository.document(Letter(closing: closing).body)?.signers.map(\.name) == [name])
  }

  @Test func givesEachColumnWhatStandsInIt() throws {
    let closing = """
      Nơi nhận:
      - Lưu: VT.

                 ĐẠI DIỆN BÊN A                                     ĐẠI DIỆN BÊN B
                  HIỆU TRƯỞNG                                        KT. GIÁM ĐỐC
                                                                     PHÓ GIÁM ĐỐC

                 Trịnh Thị Nga                                    Đại tá Lê Hữu Đạt
      """
    let signers = try Repository.document(Letter(closing: closing).body)?.signers ?? []
    #expect(signers.map(\.authority) == ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B / KT. GIÁM ĐỐC"])
    #expect(signers.map(\.title) == ["HIỆU TRƯỞNG", "PHÓ GIÁM ĐỐC"])
    #expect(signers.map(\.rank) == [nil, "Đại tá"])
    #expect(signers.map(\.name) == ["Trịnh Thị Nga", "Lê Hữu Đạt"])
  }

  /// The form of a contract in an annex.
  @Test func takesNoBlankFormForASigner() throws {
    let annex = "\nPHỤ LỤC\nMẪU HỢP ĐỒNG\n\n1. Bên A giao đất.\n\nĐẠI DIỆN BÊN A\n\n\nĐẠI DIỆN BÊN B\n"
    #expect(try Repository.document(Letter().body + annex)?.signers.map(\.name) == ["Trần Văn Thuận"])
  }

  @Test func invitesNoSignerFromTheText() throws {
    #expect(try Repository.document(Letter(closing: "").body)?.signers.isEmpty == true)
  }

  /// Those who sign a page that an engine read.
  private func signers(_ block: String) throws -> [Signer] {
    try Repository.documentAsRead(Letter(closing: "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n\(block)\n").body)?
      .signers
      ?? []
  }

  @Test(arguments: ["KT. CHỦ TỊCH", "K/T TRƯỞNG BAN", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "TL. CHỦ TỊCH"])
  func tellsNoTitleThatIsNotPrinted(_ block: String) throws {
    #expect(try signers(block).map(\.title) == [nil])
  }

  @Test func addsNoTitleWhereTheBlockIsWhole() throws {
    #expect(try signers("KT. GIÁM ĐỐC\n\nTrần Văn Thuận").map(\.title) == [nil])
    #expect(try signers("KT. GIÁM ĐỐC\nTRƯỞNG PHÒNG").map(\.title) == ["TRƯỞNG PHÒNG"])
  }

  @Test(arguments: ["KT,BỘ TRƯỞNG\nTHỨZTRƯỞNG", "KT,BỘ TRƯỞNG\nTHỨ-TRƯỞNG"])
  func doesNotTrustADamagedBlockWithoutAName(_ block: String) throws {
    #expect(try signers(block).isEmpty)
  }

  @Test(
    arguments: [
      ("KT. BO TRUONG\nTHU TRUONG", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
      ("K/T THƯỜNG BAN", "K/T TRƯỞNG BAN", nil),
    ] as [(String, String, String?)])
  func trustsABlockThatLostOnlyMarksOrOneLetter(_ block: String, _ authority: String, _ title: String?) throws
  {
    #expect(try signers(block).map(\.authority) == [authority])
    #expect(try signers(block).map(\.title) == [title])
  }

  @Test(arguments: ["PGS.TS.Lê Quốc Thắng", "BS.CKII.Lê Quốc Thắng", "GS.TSKH:LÊ QUỐC THẮNG"])
  func partsDegreesFromTheNameWhereTheBlankIsMissing(_ line: String) throws {
    let signer = try #require(try signers("GIÁM ĐỐC\n\n\(line)").first)
    #expect(signer.name?.lowercased() == "lê quốc thắng")
    #expect(signer.rank.map { line.hasPrefix($0) } == true)
  }

  @Test(
    arguments: [
      ("nh Quốc Thắng", nil), ("Tơ ế Quốc Thắng", nil), ("0 ở Quốc Thắng", nil),
      ("a Lê Quốc Thắng", "Lê Quốc Thắng"),
      ("Lê Quốc Thắng", "Lê Quốc Thắng"),
    ] as [(String, String?)])
  func leavesOutNamesThatAreHalfHidden(_ line: String, _ name: String?) throws {
    #expect(try signers("GIÁM ĐỐC\n\n\(line)").map(\.name) == [name])
  }

  @Test(arguments: [("No ¢ Văn Thắng", nil), ("Nô ø Văn Thắng", "Nông Văn Thắng")] as [(String, String?)])
  func knowsAFamilyNameByWhatIsLeftOfIt(_ line: String, _ name: String?) throws {
    let names = try signers("GIÁM ĐỐC\n\n\(line)").map(\.name)
    withKnownIssue("the marks before the name are taken for a signer's") { #expect(names == [name]) }
  }

  @Test(arguments: [
    ("Trình Văn Sáu", "Trịnh Văn Sáu"), ("Vị Thị Hoa", "Vi Thị Hoa"), ("Lường Văn Sáu", "Lường Văn Sáu"),
    ("Tổng Văn Sáu", "Tổng Văn Sáu"), ("TRÌNH VĂN SÁU", "TRÌNH VĂN SÁU"),
  ])
  func spellsAFamilyNameOfWhichThereIsOne(_ line: String, _ name: String) throws {
    #expect(try signers("GIÁM ĐỐC\n\n\(line)").map(\.name) == [name])
  }

  @Test func keepsANameAsItStandsOnACleanPage() throws {
    let filler = String(repeating: "Các chi bộ trồng dặm cây lim trên đồi cao của bản. ", count: 60)
    let body = Letter(
      text: "Điều 1. \(filler)", closing: "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLường Quỳnh Vân\n"
    ).body
    let name = try #require(body.range(of: "Lường Quỳnh Vân"))
    let start = body[..<name.lowerBound].utf8.count
    let text = AlignedText(
      source: body, replacements: [Replacement(range: start..<(start + "Lường".utf8.count), text: "Lương")])
    let signers = try Repository.extractor().documents(in: text).first?.signers ?? []
    #expect(signers.map(\.name) == ["Lường Quỳnh Vân"])
  }
}
