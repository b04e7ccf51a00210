import Testing

@testable import VietText

@Suite struct LookAlikeTests {
  @Test(arguments: [
    ("Ðề nghị NÐ-CP, QÐ-UBND", "Đề nghị NĐ-CP, QĐ-UBND"),
    ("ɖường Ɖồng Khởi", "đường Đồng Khởi"),
    ("HÐND và BCSÐ", "HĐND và BCSĐ"),
    ("lựơng thực, baỏ vệ, cuả, Qúy", "lượng thực, bảo vệ, của, Quý"),
    ("НĐND tỉnh, BТС", "HĐND tỉnh, BTC"),
    ("Hà\u{A0}Nội, phường\u{2009}Bạch Mai", "Hà Nội, phường Bạch Mai"),
    ("phục\u{AD}vụ, ng\u{200B}ười\u{FEFF}", "phụcvụ, người"),
  ])
  func mends(seen: String, meant: String) {
    let result = Normalizer().normalize(seen)
    #expect(result.text == meant)
    #expect(!result.changes.isEmpty)
  }

  @Test(arguments: [
    "Það er gott að vera", "Москва", "Ελλάδα", "hòa, hoà, ủy, uỷ, quý", "Björk và Æsa", "👩‍👧 nhà",
  ])
  func leaves(text: String) {
    #expect(Normalizer().normalize(text).changes.isEmpty)
  }

  @Test func listsWhatItDoes() {
    let result = Normalizer().normalize("Cuả Ðảng\u{A0}ta")
    #expect(result.changes.map(\.cause) == [.misplacedMark, .lookAlike, .blank])
    #expect(result.changes.map(\.replacement.text) == ["Của", "Đảng", " "])
    #expect(result.aligned.sourceRange(of: 0..<4) == 0..<5)
  }
}
