import Testing

@testable import VietText

@Suite struct ProtectedSpanTests {
  private let finder = ProtectedSpanFinder(abbreviations: ["UBND", "TTr", "CTr"])

  /// The line with its spans in brackets, each with its kind.
  private func marked(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    var (text, cursor) = ("", 0)
    for span in finder.spans(in: line) {
      text.unicodeScalars.append(contentsOf: scalars[cursor..<span.range.lowerBound])
      text += "[\(span.kind):"
      text.unicodeScalars.append(contentsOf: scalars[span.range])
      text += "]"
      cursor = span.range.upperBound
    }
    text.unicodeScalars.append(contentsOf: scalars[cursor...])
    return text
  }

  @Test(arguments: [
    ("Ngày 05/9/2023, tháng 9/2023", "Ngày [date:05/9/2023], tháng [date:9/2023]"),
    (
      "số 353-KH/BTGTW và 30/2020/NĐ-CP;",
      "số [documentNumber:353-KH/BTGTW] và [documentNumber:30/2020/NĐ-CP];"
    ),
    ("QĐ-UBND của UBND xã", "[documentNumber:QĐ-UBND] của [abbreviation:UBND] xã"),
    (
      "thư: a.b@xa.gov.vn, xem https://xa.gov.vn/cau?x=1.",
      "thư: [email:a.b@xa.gov.vn], xem [url:https://xa.gov.vn/cau?x=1]."
    ),
    ("2.1. Chi 3.500,5 triệu (75%)", "[listLabel:2.1.] Chi [number:3.500,5] triệu ([number:75%])"),
    ("a) Cầu gỗ", "[listLabel:a)] Cầu gỗ"),
    ("IV. Kinh phí quý III", "[listLabel:IV.] Kinh phí quý [romanNumeral:III]"),
    ("kinh tế - xã hội", "kinh tế - xã hội"),
    ("IIII VX MIX", "IIII VX MIX"),
  ])
  func marks(line: String, expected: String) {
    #expect(marked(line) == expected)
  }

  @Test(arguments: ["I", "II", "III", "IV", "V", "VI", "VIII", "IX", "XIV", "XIX", "XXXIX", "XL", "LXXX"])
  func knowsRomanNumerals(text: String) {
    #expect(Array(text.unicodeScalars.map(\.value)).withUnsafeBufferPointer { WordShape.isRomanNumeral($0) })
  }

  @Test func neverTrapsOnNoise() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<5_000 {
      let line = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt32.random(in: 0x20...0x7A, using: &random)
      }
      var spans: [ProtectedSpan] = []
      line.withUnsafeBufferPointer { finder.find(in: $0, into: &spans) }
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }
}
