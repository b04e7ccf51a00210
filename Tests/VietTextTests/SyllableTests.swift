import TestSupport
import Testing

@testable import VietText

@Suite struct SyllableTests {
  @Test(arguments: [
    "nghiêng", "quyền", "khuỷu", "huyện", "được", "ườn", "gì", "gìn", "giếng", "già", "giặt", "quý", "quốc",
    "uỷ", "ủy",
    "hoà", "hòa", "xoong", "moóc", "hoẵm", "quắp", "tuýp", "oăm", "ngoằn", "yêu", "yết", "mỹ", "lý", "kỳ",
    "ý", "à", "khuya",
    "thuở", "ngoe", "loẹt", "đẹp", "sách", "bịch", "ếch", "ghế", "kẻ", "cửa", "mướp", "rượu", "hươu", "nhuộm",
    "tuần",
  ])
  func acceptsWords(_ word: String) {
    #expect(Syllable.isValid(word), "\(word)")
  }

  @Test(arguments: [
    "cách ", "sach", "sàch", "hãp", "đep", "kà", "ke1", "cê", "gê", "ngi", "ghà", "nghà", "qa", "qấn", "zô",
    "ween", "tr",
    "iên", "tyên", "aă", "ăn5", "băo", "đdi", "hoaf", "strong", "information", "nghiêngh", "cuả", "baỏ",
    "hòan", "",
    "quuyết", "êâ", "thưong", "đuờng",
  ])
  func refusesOthers(_ word: String) {
    #expect(!Syllable.isValid(word), "\(word)")
  }

  @Test func takesApart() throws {
    let quyen = try #require(Syllable.parse("quyền"))
    #expect(quyen.onset == 0..<2 && quyen.glide.isEmpty && quyen.nucleus == 2..<4 && quyen.coda == 4..<5)
    #expect(quyen.tone == 1)
    let khuya = try #require(Syllable.parse("khuya"))
    #expect(khuya.onset == 0..<2 && khuya.glide == 2..<3 && khuya.nucleus == 3..<5 && khuya.coda.isEmpty)
    let gin = try #require(Syllable.parse("gìn"))
    #expect(gin.onset == 0..<2 && gin.nucleus == 1..<2 && gin.coda == 2..<3)
    let ngoai = try #require(Syllable.parse("ngoài"))
    #expect(ngoai.glide == 2..<3 && ngoai.nucleus == 3..<4 && ngoai.coda == 4..<5)
  }

  @Test(arguments: [
    ("hoa", 1, 2), ("thuy", 2, 3), ("hoan", 2, 2), ("quy", 2, 2), ("cua", 1, 1), ("tiêng", 2, 2),
    ("hoai", 2, 2),
  ])
  func placesTheTone(word: String, older: Int, newer: Int) throws {
    let syllable = try #require(Syllable.parse(word))
    #expect((syllable.olderToneIndex, syllable.newerToneIndex) == (older, newer))
  }

  /// p t c ch take sắc and nặng only.
  @Test(arguments: ["ap", "at", "ac", "ach", "êt", "ươc", "uôt", "iêp"])
  func stopsTakeTwoTones(rime: String) throws {
    let letters = rime.unicodeScalars.map(\.value)
    let place = try #require(letters.lastIndex(where: VietLetter.isVowel))
    let accepted = (0..<6).filter { tone in
      var word = letters
      word[place] = VietLetter.withTone(letters[place], UInt8(tone))
      // iê is written yê where no onset stands before it.
      let spelt = rime.hasPrefix("iê") ? [0x74] + word : word
      return Syllable.parse(spelt) != nil
    }
    #expect(accepted == [4, 5])
  }

  @Test func neverTrapsOnNoise() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        UInt32.random(in: 0...0x1F10, using: &random)
      }
      guard let syllable = Syllable.parse(word) else { continue }
      #expect(syllable.coda.upperBound == word.count)
    }
  }
}
