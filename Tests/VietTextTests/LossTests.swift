import Testing

@testable import VietText

/// Legacy letters that lost some of their signs on the way.
@Suite struct LossTests {
  static let sentence =
    "Họ đề nghị Hội đồng nhân dân quyết định, là một trong những nơi làm tốt; các quyền của người dân"

  /// `text` as UTF-8 that was read as code page 1252; control codes stand for the bytes that it leaves open.
  static func twice(_ text: String) -> String {
    string(text.utf8.map { CodePage.windows1252.scalars[Int($0)] })
  }

  static func string(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  static func without(_ text: String, _ lost: (UInt32) -> Bool) -> String {
    string(text.unicodeScalars.map(\.value).filter { !lost($0) })
  }

  @Test func findsLostControlCodes() {
    let seen = Self.without(Self.twice(Self.sentence)) { $0 &- 0x80 < 0x20 }
    #expect(seen != Self.twice(Self.sentence))
    let result = Normalizer().normalize(seen)
    #expect(result.text == Self.sentence)
    #expect(AlignedText(source: seen, replacements: result.changes.map(\.replacement)).text == Self.sentence)
  }

  @Test func findsStraightQuotesAndPlainBlanks() {
    let plain: [UInt32: UInt32] = [
      0x2018: 0x27, 0x2019: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x2013: 0x2D, 0x2014: 0x2D, 0xA0: 0x20,
    ]
    let scalars = Self.twice(Self.sentence).unicodeScalars.map { plain[$0.value] ?? $0.value }
    #expect(Normalizer().normalize(Self.string(scalars)).text == Self.sentence)
  }

  @Test func readsWhatWasReadThreeTimes() {
    #expect(Normalizer().normalize(Self.twice(Self.twice(Self.sentence))).text == Self.sentence)
  }

  @Test func findsAWordReadTwiceAmongOthers() {
    #expect(
      Normalizer().normalize("Thông báo vá»\u{81} viá»‡c nghá»‰ Tết của cơ quan").text
        == "Thông báo về việc nghỉ Tết của cơ quan")
  }

  @Test(arguments: [
    "ĐÃ ĐƯỢC HỌP; BÃI BỎ; TÂM Ý", "«đất đá», «cá»…", "Müller, São Paulo, crème brûlée",
    "20 °C ± 5; 3 × 4 = 12",
    "Người họ Ä, họ Ã",
  ])
  func leavesRightText(text: String) {
    #expect(Normalizer().normalize(text).text == text)
  }

  @Test(arguments: [
    (
      "§iÒu 2. Ngêi ®øng ®Çu c¬ quan chÞu tr¸ch nhiÖm tríc ph¸p luËt.",
      "Điều 2. Người đứng đầu cơ quan chịu trách nhiệm trước pháp luật."
    ),
    (
      "C«ng t¸c t tëng ®îc t¨ng cêng, ®a vÒ c¬ së; nh vËy lµ tèt.",
      "Công tác tư tưởng được tăng cường, đưa về cơ sở; như vậy là tốt."
    ),
    (
      "Thñ trëng c¸c c¬ quan ë x· B (5 km, 3 t) thi hµnh",
      "Thủ trưởng các cơ quan ở xã B (5 km, 3 t) thi hành"
    ),
  ])
  func putsBackLostHorns(seen: String, meant: String) {
    let result = Normalizer().normalize(seen)
    #expect(result.text == meant)
    #expect(AlignedText(source: seen, replacements: result.changes.map(\.replacement)).text == meant)
  }

  @Test func leavesWordsWhereNoHornIsLost() {
    // Here `đa` and `lu` are what was meant.
    let seen = "®a sè c¸c tr\u{AD}êng ®Òu ®\u{AD}îc t¨ng c\u{AD}êng, xe lu ch¹y"
    #expect(Normalizer().normalize(seen).text == "đa số các trường đều được tăng cường, xe lu chạy")
  }

  @Test func readsTCVN3AmongUnicodeInOneLine() {
    let seen = "Kính gửi: Phßng Tµi nguyên vµ M«i tr\u{AD}êng huyÖn Yªn B×nh"
    #expect(Normalizer().normalize(seen).text == "Kính gửi: Phòng Tài nguyên và Môi trường huyện Yên Bình")
  }

  @Test func keepsASoftHyphenThatMayBeALetter() {
    #expect(Normalizer().normalize("tr\u{AD}êng").text.unicodeScalars.contains("\u{AD}"))
    #expect(Normalizer().normalize("quyết đ\u{AD}ịnh co\u{AD}operation").text == "quyết định cooperation")
  }
}
