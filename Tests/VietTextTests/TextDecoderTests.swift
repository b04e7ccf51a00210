import TestSupport
import Testing

@testable import VietText

@Suite struct TextDecoderTests {
  private func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    var bytes: [UInt8] = []
    let source = encoding == .windows1258 ? UnicodeNormalizerTests.mixed(text) : text
    for scalar in source.unicodeScalars { TextEncoder.append(scalar.value, as: encoding, to: &bytes) }
    return bytes
  }

  @Test(arguments: TextEncoding.allCases.filter { $0 != .tcvn3 && $0 != .windows1252 })
  func detects(encoding: TextEncoding) throws {
    let input = bytes(Sample.letter, encoding)
    let decoded = try TextDecoder.decode(input)
    #expect(decoded.encoding == encoding)
    #expect(UnicodeNormalizer.nfc(decoded.text) == Sample.letter)
    #expect(decoded.encoded() == input)
    #expect(decoded.damage.isEmpty)
  }

  /// TCVN3 has no toned capitals.
  @Test func detectsTCVN3() throws {
    let text = Sample.letter.replacing("Ủ", with: "U")
    let decoded = try TextDecoder.decode(bytes(text, .tcvn3))
    #expect(decoded.encoding == .tcvn3)
    #expect(decoded.text == text)
  }

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func takesByteOrderMarksOff(encoding: TextEncoding) throws {
    let input = encoding.byteOrderMark + bytes("Độc lập\r\n", encoding)
    let decoded = try TextDecoder.decode(input)
    #expect(decoded.encoding == encoding && decoded.hasByteOrderMark)
    #expect(Array(decoded.text.utf8) == Array("Độc lập\r\n".utf8))
    #expect(decoded.encoded() == input)
  }

  @Test func showsDamage() throws {
    let input = Array("Tiếng Việt ".utf8) + [0xFF, 0xC3] + Array(" rất giàu".utf8)
    let decoded = try TextDecoder.decode(input)
    #expect(decoded.text == "Tiếng Việt \u{FFFD}\u{FFFD} rất giàu")
    #expect(decoded.damage.map(\.byteOffset) == [15, 16])
    #expect(decoded.encoded() == input)
  }

  @Test func showsLoneSurrogates() throws {
    let input: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43]
    let decoded = try TextDecoder.decode(input)
    #expect(decoded.text == "A\u{FFFD}B\u{FFFD}")
    #expect(decoded.damage.map(\.byteOffset) == [4, 8])
    #expect(decoded.encoded() == input)
  }

  @Test func refusesBinary() {
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 100)
    #expect(throws: TextError.looksBinary(offset: 0)) { try TextDecoder.decode(picture) }
    let noise = Array("abc".utf8) + Array(repeating: 0, count: 50) + [1, 2, 3, 0x80, 0xFF, 0]
    #expect(throws: TextError.looksBinary(offset: 3)) { try TextDecoder.decode(noise) }
  }

  @Test func keepsStrayZeros() throws {
    let input = Array("một dòng".utf8) + [0] + Array("nữa".utf8)
    #expect(try TextDecoder.decode(input).encoded() == input)
    #expect(try TextDecoder.decode([]).text.isEmpty)
  }

  @Test func forcedEncodingMustFit() throws {
    #expect(throws: TextError.doesNotFit(.utf8, offset: 1)) {
      try TextDecoder.decode([0x61, 0xFF], as: .utf8)
    }
    #expect(throws: TextError.doesNotFit(.utf16LittleEndian, offset: 2)) {
      try TextDecoder.decode([0x61, 0, 0x62], as: .utf16LittleEndian)
    }
    #expect(throws: TextError.doesNotFit(.windows1252, offset: 2)) {
      try TextDecoder.decode([0x61, 0xFC, 0x81, 0x8D], as: .windows1252)
    }
    let text = Array("Ủy ban nhân dân\n".utf8)
    #expect(throws: TextError.doesNotFit(.utf16BigEndian, offset: 0)) {
      try TextDecoder.decode(text, as: .utf16BigEndian)
    }
    let wide = "Uy ban nhan dan\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: TextError.doesNotFit(.tcvn3, offset: 1)) { try TextDecoder.decode(wide, as: .tcvn3) }
    #expect(throws: TextError.doesNotFit(.vni, offset: 3)) {
      try TextDecoder.decode([0xFF, 0xFE] + wide, as: .vni)
    }
    #expect(try TextDecoder.decode([0x61, 0xB8], as: .tcvn3).text == "aá")
    #expect(try TextDecoder.decode(Array("Uû ban".utf8), as: .tcvn3).encoding == .utf8)
  }

  @Test(arguments: [
    "UTF-8", "utf8", "TCVN3", "abc", "VNI-Windows", "cp1258", "Windows_1258", "latin1", "UTF-16LE",
  ])
  func knowsNames(name: String) {
    #expect(TextEncoding(name: name) != nil)
    #expect(TextEncoding(name: name + "x") == nil)
  }

  /// Whatever is read can be given back to the byte, and normalised without a trap.
  @Test(arguments: 0..<8)
  func roundTripsNoise(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Uû ban nh©n d©n", "Thöïc hieän", "Cộng hòa", "Äá»™c láº­p", "Co65ng ho2a", "\n", " ", "\u{301}", "Ð",
    ]
    for _ in 0..<400 {
      var input: [UInt8] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        if Bool.random(using: &random) { input += Array((pieces.randomElement(using: &random) ?? "").utf8) }
        input += (0..<Int.random(in: 0...3, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      }
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        guard let decoded = try? TextDecoder.decode(input, as: encoding) else { continue }
        #expect(decoded.encoded() == input)
        let normalized = Normalizer().normalize(decoded)
        #expect(Array(UnicodeNormalizer.nfc(normalized.text).utf8) == Array(normalized.text.utf8))
      }
    }
  }
}
