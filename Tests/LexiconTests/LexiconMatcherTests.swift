import Lexicon
import Testing

@Suite struct LexiconMatcherTests {
  /// What is found in `text`, as pieces of it.
  private func found(_ lexicon: String, in text: String, pinsOnly: Bool = false) -> [String] {
    let scalars = text.unicodeScalars.map(\.value)
    return LexiconMatcher(UserLexicon(lexicon)).matches(in: scalars, pinsOnly: pinsOnly).map { match in
      String(String.UnicodeScalarView(scalars[match.range].compactMap(Unicode.Scalar.init)))
    }
  }

  @Test func wholeWordsOnly() {
    #expect(found("pin\tVX4", in: "VX4, (VX4) VX42 aVX4 VX4-VX4") == ["VX4", "VX4", "VX4", "VX4"])
    #expect(found("pin\tKH", in: "12-KH/TU KHKT") == ["KH"])
  }

  @Test func capitalsCountWhereTheEntryHasThem() {
    #expect(found("Ban Mê", in: "ban mê Ban Mê BAN MÊ Ban mê") == ["Ban Mê", "BAN MÊ"])
    #expect(found("nhựt", in: "nhựt Nhựt NHỰT") == ["nhựt", "Nhựt", "NHỰT"])
  }

  @Test func bothTonePlacementsAreOne() {
    #expect(found("Hòa Bình", in: "Hoà Bình, Hòa Bình, Hỏa Bình") == ["Hoà Bình", "Hòa Bình"])
  }

  @Test func blanksAndLineEndsBetweenWords() {
    #expect(found("Quỳnh Lưu", in: "Quỳnh \u{A0} Lưu") == ["Quỳnh \u{A0} Lưu"])
    #expect(found("Quỳnh Lưu", in: "Quỳnh\r\nLưu") == ["Quỳnh\r\nLưu"])
    #expect(found("Quỳnh Lưu", in: "Quỳnh\n\nLưu Quỳnh\u{0C}Lưu QuỳnhLưu").isEmpty)
    #expect(found("rule\tQuỳnh Lưu\tX1", in: "Quỳnh\nLưu Quỳnh  Lưu") == ["Quỳnh  Lưu"])
  }

  @Test func rulesAreExact() {
    #expect(found("rule\ttp.HCM\tX1", in: "Tp.HCM tp.HCM tp. HCM tp.HCMC") == ["tp.HCM"])
  }

  @Test func pinsComeBeforeRulesBeforeWords() {
    let lexicon = "Sở Tư pháp\nrule\tTư pháp\tTP\npin\tpháp chế"
    #expect(found(lexicon, in: "Sở Tư pháp chế") == ["pháp chế"])
    #expect(found(lexicon, in: "Sở Tư pháp") == ["Tư pháp"])
    #expect(found(lexicon, in: "Sở Tư pháp chế", pinsOnly: true) == ["pháp chế"])
  }

  @Test func longerEntriesComeFirst() {
    #expect(
      found("Nghệ An\nTỉnh ủy Nghệ An", in: "Tỉnh ủy Nghệ An, Nghệ An") == ["Tỉnh ủy Nghệ An", "Nghệ An"])
  }

  @Test(arguments: [
    ("pin\tVX*", "VX VX4 VX4a AVX (VX9)", ["VX", "VX4", "VX4a", "VX9"]),
    ("pin\t##-VX?", "12-VX4 1-VX4 123-VXA 12-VX", ["12-VX4"]),
    ("pin\t*@*.vn", "hỏi a.b@c.gov.vn.", ["a.b@c.gov.vn"]),
    ("pin\t*a*b*c", "axbxc aabbcc acb c", ["axbxc", "aabbcc"]),
  ])
  func patterns(_ lexicon: String, _ text: String, _ expected: [String]) {
    #expect(found(lexicon, in: text) == expected)
  }

  @Test func hardlyAnyText() {
    for text in ["", " ", "\n\n", ".", "🇻🇳", "\u{301}", String(repeating: "a", count: 5000)] {
      #expect(found("Nghệ An\npin\ta*\nrule\tb\tc", in: text).isEmpty)
    }
  }
}
