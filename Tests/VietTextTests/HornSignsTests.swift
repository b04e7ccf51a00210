import Testing
import VietText

@Suite struct HornSignsTests {
  @Test(arguments: [
    ("Chủ tịch nu'ớc, Thủ tu'ớng Chính phủ", "Chủ tịch nước, Thủ tướng Chính phủ"),
    ("co' quan nhà nu'ớc có thẩm quyền", "cơ quan nhà nước có thẩm quyền"),
    ("Căn cú' Luật Đầu tu' công", "Căn cứ Luật Đầu tư công"),
    ("Tru’ỏ’ng phòng phối họ’p vó’i tru’ò’ng học", "Trưởng phòng phối hợp với trường học"),
    ("thuo'ng xuyên, phu`o`ng", "thương xuyên, phương"),
    ("TU'O'NG", "TƯƠNG"),
    ("quo' tay, quo' chân", "quơ tay, quơ chân"),
  ])
  func signsAreJoined(_ seen: String, _ meant: String) {
    let normalized = Normalizer().normalize(seen)
    #expect(normalized.text == meant)
    for change in normalized.changes { #expect(change.cause == .lookAlike) }
  }

  /// Quotations, elisions, primes and foreign names stay.
  @Test(arguments: [
    "chữ 'tu' và chữ 'o' trong bài", "O'Connor và o'clock", "Côte d'Ivoire", "ông nói: ‘cho’ rồi ‘theo’ sau",
    "u'",
    "'", "o''''''''''''''''''''", "Người K'ho, H'Mông, Ju' Ly",
  ])
  func otherSignsStay(_ text: String) { #expect(Normalizer().normalize(text).text == text) }

  @Test func manySignsTakeNoTime() {
    let text = String(repeating: "o'", count: 20_000)
    #expect(Normalizer().normalize(text).text == text)
  }
}
