import TestSupport
import Testing

@testable import VietText

@Suite struct UnicodeNormalizerTests {
  @Test func composesEveryForm() {
    let composed = Sample.letter
    let decomposed = UnicodeNormalizer.nfd(composed)
    let mixed = Self.mixed(composed)
    #expect(decomposed.unicodeScalars.count > composed.unicodeScalars.count)
    #expect(Array(UnicodeNormalizer.nfc(decomposed).utf8) == Array(composed.utf8))
    #expect(Array(UnicodeNormalizer.nfc(mixed).utf8) == Array(composed.utf8))
    #expect(Array(Normalizer().normalize(decomposed).text.utf8) == Array(composed.utf8))
    #expect(Array(Normalizer().normalize(mixed).text.utf8) == Array(composed.utf8))
  }

  /// The form of Windows-1258: shape in the letter, tone after it.
  static func mixed(_ text: String) -> String {
    let marks: [UInt32] = [0, 0x300, 0x309, 0x303, 0x301, 0x323]
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let tone = VietLetter.tone(scalar.value)
      view.append(Unicode.Scalar(VietLetter.untoned(scalar.value)) ?? scalar)
      if tone > 0, let mark = Unicode.Scalar(marks[Int(tone)]) { view.append(mark) }
    }
    return String(view)
  }

  /// The order of marks below and above must not lose the tone.
  @Test(arguments: ["e\u{323}\u{302}", "e\u{302}\u{323}", "\u{1EB9}\u{302}", "\u{EA}\u{323}"])
  func composesNang(form: String) {
    #expect(UnicodeNormalizer.nfc(form).unicodeScalars.map(\.value) == [0x1EC7])
    #expect(Normalizer().normalize(form).text.unicodeScalars.map(\.value) == [0x1EC7])
  }

  @Test func isIdempotent() {
    var random = SeededGenerator(seed: 11)
    let pool: [UInt32] =
      Array(0x41...0x7A) + [
        0xC0, 0xEA, 0x1A1, 0x1B0, 0x300, 0x301, 0x302, 0x309, 0x323, 0x31B, 0x1EC7, 0xAC00, 0x1100, 0x1161,
      ]
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let scalar = Unicode.Scalar(pool.randomElement(using: &random) ?? 0x41) { view.append(scalar) }
      }
      let once = UnicodeNormalizer.nfc(String(view))
      #expect(Array(UnicodeNormalizer.nfc(once).utf8) == Array(once.utf8))
    }
  }

  @Test func pilesOfMarksEnd() {
    let pile = "a" + String(repeating: "\u{301}\u{323}", count: 20_000)
    #expect(Normalizer().normalize(pile).text.unicodeScalars.count > 1)
  }
}
