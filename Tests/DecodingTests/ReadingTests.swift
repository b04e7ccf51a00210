import ChannelModel
import Lexicon
import Testing
import VietText

@testable import Decoding

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct ReadingTests {
  private let codes: CodeGrammar = {
    var groups = SymbolTable()
    for (group, count) in [
      ("QĐ", 900), ("BGDĐT", 80), ("NĐ", 500), ("CP", 500), ("KL", 90), ("TW", 200), ("KH", 99),
      ("BTGTW", 30),
    ] {
      groups.add(group, count: count)
    }
    var abbreviations = AbbreviationTable()
    for (group, count) in [("TCCB", 90), ("TĐKT", 49), ("NB", 20), ("LĐLĐ", 289), ("CĐYT", 30), ("CĐSP", 40)]
    {
      abbreviations.add(group, count: count)
    }
    return CodeGrammar(groups: groups, abbreviations: abbreviations)
  }()

  @Test(arguments: [
    ("973/QD-BGDDT", "973/QĐ-BGDĐT"), ("30/2020/ND-CP", "30/2020/NĐ-CP"), ("100-KLITW", "100-KL/TW"),
    ("973/OD-BGDPT", "973/QĐ-BGDĐT"), ("100-KL/FW", "100-KL/TW"), ("27/KH-LDLD", "27/KH-LĐLĐ"),
    ("274/KH-TCCB&TDKT", "274/KH-TCCB&TĐKT"), ("47/2022/NB-CP", "47/2022/NĐ-CP"),
    ("16/KH-CDNN", "16/KH-CĐNN"),
  ])
  func mendsTheLettersOfCodes(_ seen: String, _ meant: String) throws {
    let reading = try #require(codes.read(scalars(seen)[...]))
    #expect(reading.rewrite == meant)
  }

  @Test(arguments: ["353-KH/BTGTW", "12a-KH/TW", "07/2020/NĐ-CP", "12/KH-NĐT"])
  func leavesRightCodes(_ seen: String) throws {
    let reading = try #require(codes.read(scalars(seen)[...]))
    #expect(reading.rewrite == nil)
  }

  @Test(arguments: ["chính-trị", "2023", "a/b", "TÀI-CHÍNH", ""])
  func otherThingsAreNoCodes(_ seen: String) { #expect(codes.read(scalars(seen)[...]) == nil) }

  @Test(arguments: [
    ("Ban", false, CaseShape.capitalized), ("ban", false, .lower), ("BAN", false, .upper),
    ("PiCH", true, .upper),
    ("BO", false, .capitalized), ("GOp", false, .capitalized), ("s6", false, .lower),
  ])
  func readsTheShapeOfWords(_ word: String, _ inUpperLine: Bool, _ shape: CaseShape) {
    #expect(CaseShape(of: scalars(word)[...], inUpperLine: inUpperLine) == shape)
  }

  @Test func linesKeepTheirRanges() {
    let text = SourceText("một\r\nhai\n\u{0C}ba\rbốn")
    #expect(text.lines.map { string(text.scalars[$0]) } == ["một", "hai", "", "ba", "bốn"])
    #expect(text.offsets.last == Int32("một\r\nhai\n\u{0C}ba\rbốn".utf8.count))
  }

  @Test(arguments: [
    ("1. Mục đích", true), ("a) Các sở", true), ("- Lưu", true), ("II- NỘI DUNG", true), ("và các", false),
  ])
  func labelsOpenParagraphs(_ line: String, _ opens: Bool) {
    let all = scalars(line)
    #expect(LineSketch(all, 0..<all.count).startsWithLabel == opens)
  }
}
