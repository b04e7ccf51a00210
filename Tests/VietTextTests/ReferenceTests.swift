import Testing

@testable import VietText

/// Character references of HTML in text.
@Suite struct ReferenceTests {
  @Test(arguments: [
    ("Ngh&#7883; quy&#7871;t c&#7911;a H&#7897;i &#273;&#7891;ng", "Nghị quyết của Hội đồng"),
    ("S&#x1EDF; T&agrave;i ch&iacute;nh", "Sở Tài chính"),
    ("A &amp; B, gi&aacute; &lt; 5 tri&#7879;u&nbsp;&#273;&#7891;ng", "A & B, giá < 5 triệu đồng"),
    ("&#273;&amp;#432;&amp;#7907;c", "được"), ("a&#769;o d&agrave;i &#150; n&oacute;n", "áo dài – nón"),
    ("quy&#7871t &#273;&#7883nh", "quyết định"),
  ])
  func decodes(seen: String, meant: String) {
    let result = Normalizer().normalize(seen)
    #expect(result.text == meant)
    #expect(AlignedText(source: seen, replacements: result.changes.map(\.replacement)).text == meant)
  }

  @Test(arguments: [
    "&foo; &#0; &#xD800; &#1234567890; &#; &;", "AT&T; R&D", "http://vi.du/?a=1&copy=2", "&abcdefghijklmnop;",
    "<p>a &lt; b &amp; c</p>",
  ])
  func keepsWhatNamesNoCharacter(text: String) {
    #expect(Normalizer().normalize(text).text == text)
  }

  @Test func readsLegacyLettersBehindReferences() {
    #expect(
      Normalizer().normalize("C&eacute;ng ho&micro; x&middot; h&eacute;i chñ nghÜa ViÖt Nam").text
        == "Cộng hoà xã hội chủ nghĩa Việt Nam")
  }

  @Test func isLinearInAmpersands() {
    let text = String(repeating: "&amp;", count: 20_000) + String(repeating: "&", count: 20_000)
    let result = Normalizer().normalize(text)
    #expect(!result.text.isEmpty)
    #expect(AlignedText(source: text, replacements: result.changes.map(\.replacement)).text == result.text)
  }
}
