import JSON
import Testing
import VietText

@testable import PhucHoi
@testable import PhucHoiCommand

@Suite struct OutputTests {
  private func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

  @Test func jsonKeepsOrderAndEscapes() {
    let value = JSONValue.object([
      ("b", .string("a\"\\\n\r\t\u{1}\u{85}\u{2028}ế")), ("a", .array([.null, .bool(true), .integer(-3)])),
      ("c", .decimal(0.123456)), ("d", .decimal(.nan)),
    ])
    let expected = #"{"b":"a\"\\\n\r\t\u0001\u0085\u2028ế","a":[null,true,-3],"c":0.1235,"d":null}"#
    #expect(text(value) == expected)
  }

  @Test func spansCountInEveryUnit() {
    let source = "Đề 𠀀\n\u{0C}số"
    let bytes = Array(source.utf8)
    let start = bytes.count - "số".utf8.count
    #expect(String(decoding: bytes[start...], as: UTF8.self) == "số")
    let expected = [
      OffsetUnit.utf8: #"{"page":2,"line":2,"start":12,"end":16}"#,
      OffsetUnit.utf16: #"{"page":2,"line":2,"start":7,"end":9}"#,
      OffsetUnit.scalar: #"{"page":2,"line":2,"start":6,"end":8}"#,
    ]
    for (unit, json) in expected {
      #expect(text(SpanIndex(source, unit: unit).span(start..<bytes.count)) == json)
    }
  }

  @Test func tokensJoinPiecesThatTouch() {
    let source = "Uy ban,\nso 1"
    let edit = Edit(
      range: 0..<2, page: 1, line: 1, old: "Uy", new: "Ủy", kind: .diacritics, confidence: 0.9,
      alternatives: [])
    let pieces: [(String, Range<Int>, Double)] = [
      ("Ủy", 0..<2, 0.9), ("ban", 3..<6, 0.8), (",", 6..<7, 0.95), ("so", 8..<10, 0.4), ("1", 11..<12, 1),
    ]
    let repair = Repair(
      aligned: AlignedText(source: source, replacements: [Replacement(range: 0..<2, text: "Ủy")]),
      edits: [edit],
      tokens: pieces.map { RepairedToken(text: $0.0, range: $0.1, line: 1, confidence: $0.2) })
    let tokens = OutputToken.tokens(of: repair)
    #expect(tokens.map(\.text) == ["Ủy", "ban,", "so", "1"])
    #expect(tokens.map(\.confidence) == [0.9, 0.8, 0.4, 1])
    #expect(tokens.map(\.source) == [0..<2, 3..<7, 8..<10, 11..<12])
  }

  @Test func comparisonHasOneRowPerLine() {
    let source = "một hai\nba\n\nbốn"
    let edit = Edit(
      range: 6..<9, page: 1, line: 1, old: "hai", new: "HAI", kind: .case, confidence: 1, alternatives: [])
    let repair = Repair(
      aligned: AlignedText(source: source, replacements: [Replacement(range: 6..<9, text: "HAI")]),
      edits: [edit],
      tokens: [])
    let rows = Comparison(name: "x", repair: repair).rows()
    #expect(rows.map(\.number) == [1, 2, 3, 4])
    #expect(rows.map { $0.new.map(\.text).joined() } == ["một HAI", "ba", "", "bốn"])
    #expect(rows.map { $0.old.map(\.text).joined() } == ["một hai", "ba", "", "bốn"])
  }
}
