import Testing

@testable import VietText

@Suite struct LegacyTextTests {
  /// The letters that bytes of `encoding` show when they are read as code page 1252.
  static func western(_ text: String, _ encoding: TextEncoding) -> String {
    let source = encoding == .windows1258 ? UnicodeNormalizerTests.mixed(text) : text
    var bytes: [UInt8] = []
    for scalar in source.unicodeScalars { TextEncoder.append(scalar.value, as: encoding, to: &bytes) }
    return String(
      String.UnicodeScalarView(bytes.compactMap { Unicode.Scalar(CodePage.windows1252.scalars[Int($0)]) }))
  }

  @Test(arguments: [TextEncoding.vni, .viscii, .vps, .windows1258])
  func readsLettersOf(encoding: TextEncoding) {
    let result = Normalizer().normalize(Self.western(Sample.letter, encoding))
    #expect(result.text == Sample.letter)
    #expect(result.changes.allSatisfy { $0.cause == .legacy })
  }

  @Test func readsTCVN3() {
    let seen =
      "Uû ban nh©n d©n x· V¹n Th¹nh\n\nC©y cÇu gç b¾c qua r¹ch ¤ng NghÜa ®· xuèng cÊp, nhiÒu thanh lan can g·y."
    #expect(
      Normalizer().normalize(seen).text
        == "Uỷ ban nhân dân xã Vạn Thạnh\n\nCây cầu gỗ bắc qua rạch Ông Nghĩa đã xuống cấp, nhiều thanh lan can gãy."
    )
  }

  @Test func readsUTF8ReadTwice() {
    var view = String.UnicodeScalarView()
    for byte in Sample.letter.utf8 {
      if let scalar = Unicode.Scalar(CodePage.windows1252.scalars[Int(byte)]) { view.append(scalar) }
    }
    #expect(Normalizer().normalize(String(view)).text == Sample.letter)
    #expect(
      Normalizer().normalize("Äá»™c láº­p - Tá»± do - Háº¡nh phÃºc").text == "Độc lập - Tự do - Hạnh phúc")
  }

  @Test(arguments: [
    ("Coongj hoaf xax hooij chur nghiax Vieetj Nam", LegacyScheme.telex),
    ("Co65ng ho2a xa4 ho65i chu3 nghi4a Vie65t Nam", .vniKeys),
    ("Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", .viqr),
  ])
  func readsKeys(seen: String, scheme: LegacyScheme) {
    let result = Normalizer().normalize(seen)
    #expect(result.text == "Cộng hòa xã hội chủ nghĩa Việt Nam")
    #expect(result.schemes == [scheme: 1])
  }

  @Test func judgesParagraphByParagraph() {
    let vni = "Caây caàu goã baéc qua raïch OÂng Nghóa ñaõ xuoáng caáp"
    let mixed = "Cây cầu gỗ đã xuống cấp.\n\(vni)\nKinh phí do xã chi trả."
    let result = Normalizer().normalize(mixed)
    #expect(
      result.text
        == "Cây cầu gỗ đã xuống cấp.\nCây cầu gỗ bắc qua rạch Ông Nghĩa đã xuống cấp\nKinh phí do xã chi trả."
    )
    #expect(result.schemes == [.vni: 1])
  }

  @Test(arguments: Sample.foreign + [Sample.letter])
  func leavesOtherTextAlone(text: String) {
    let result = Normalizer().normalize(text)
    #expect(result.text == text)
    #expect(result.schemes.isEmpty)
  }

  @Test func forcedSchemeNeedsNoEvidence() {
    var options = Normalizer.Options()
    options.scheme = .vni
    #expect(Normalizer(options).normalize("caàu").text == "cầu")
  }
}
