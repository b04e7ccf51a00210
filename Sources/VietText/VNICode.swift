/// VNI for Windows: a vowel followed by a mark letter, and a few letters of one byte.
enum VNICode {
  /// The letters that take one byte, over code page 1252.
  static let singleBytes = CodePage(
    over: CodePage.windows1252,
    rows: [
      (0xC6, "Ỉ"), (0xCC, "ÌÍỴ"), (0xD1, "ĐỊĨƠ·Ư"), (0xE6, "ỉ"), (0xEC, "ìíỵ"), (0xF1, "địĩơ·ư"),
    ])

  /// Marks in lower case: shape row of `a e o` (0 none, 1 circumflex, 2 breve) and tone.
  private static let marks: [UInt8: (shape: Int, tone: UInt8)] = [
    0xF9: (0, 4), 0xF8: (0, 1), 0xFB: (0, 2), 0xF5: (0, 3), 0xEF: (0, 5),
    0xE2: (1, 0), 0xE1: (1, 4), 0xE0: (1, 1), 0xE5: (1, 2), 0xE3: (1, 3), 0xE4: (1, 5),
    0xEA: (2, 0), 0xE9: (2, 4), 0xE8: (2, 1), 0xFA: (2, 2), 0xFC: (2, 3), 0xEB: (2, 5),
  ]

  /// `pairs[base * 256 + mark]`, 0 where the two do not join; both in either case.
  private static let pairs: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 256 * 256)
    let shapes: [(UInt8, [UInt32])] = [
      (0x61, [0x61, 0xE2, 0x103]), (0x65, [0x65, 0xEA]), (0x6F, [0x6F, 0xF4]), (0x75, [0x75]), (0x79, [0x79]),
      (0xF4, [0x1A1]), (0xF6, [0x1B0]),
    ]
    for (base, letters) in shapes {
      for (mark, meaning) in marks where meaning.shape < letters.count {
        let lower = VietLetter.withTone(letters[meaning.shape], meaning.tone)
        let upper = VietLetter.uppercased(lower)
        for markCase in [mark, mark - 0x20] {
          table[Int(base) * 256 + Int(markCase)] = UInt16(lower)
          table[Int(base - 0x20) * 256 + Int(markCase)] = UInt16(upper)
        }
      }
    }
    return table
  }()

  /// The letter that two bytes make together.
  @inline(__always)
  static func letter(_ base: UInt8, _ mark: UInt8) -> UInt32? {
    let letter = pairs[Int(base) << 8 | Int(mark)]
    return letter == 0 ? nil : UInt32(letter)
  }

  /// How each letter is written: base and mark in the case of the letter.
  static let spelling: [UInt32: [UInt8]] = {
    var spelling: [UInt32: [UInt8]] = [:]
    for base in 0..<256 {
      for mark in 0..<256 {
        guard let letter = letter(UInt8(base), UInt8(mark)) else { continue }
        let isUpper = VietLetter.isUppercase(letter)
        if isUpper == (mark < 0xE0) { spelling[letter] = [UInt8(base), UInt8(mark)] }
      }
    }
    // ỵ has a byte of its own.
    return spelling.filter { letter, _ in
      guard let byte = singleBytes.bytes[letter] else { return true }
      return !singleBytes.defines[Int(byte)]
    }
  }()
}

/// What becomes of letters where a converter takes Unicode text for VNI.
public enum MistakenVNI {
  /// Letters that a converter writes as others.
  public struct Rule: Sendable, Equatable {
    /// What was meant, in small letters.
    public let meant: [UInt32]
    /// What stands there now, in small letters.
    public let seen: UInt32
  }

  /// All rules that Vietnamese spelling leaves room for: of `ò ó ô` each is a letter of its own in VNI, o and a vowel
  /// with a mark are one (`oà` becomes `ồ`); and `yê` goes from `uyê`, since its ê joins no y.
  public static let rules: [Rule] = {
    let letters = (UInt32(0xE0)...0xFF).filter { VietLetter.isLetter($0) && VietLetter.bare($0) != $0 }
    let single = letters.compactMap { letter -> Rule? in
      let other = VNICode.singleBytes.scalars[Int(letter)]
      return other != letter && VietLetter.isLetter(other) ? Rule(meant: [letter], seen: other) : nil
    }
    let joined = letters.compactMap { letter -> Rule? in
      guard let other = VNICode.letter(0x6F, UInt8(letter)), VietLetter.bare(letter) == 0x61 else {
        return nil
      }
      return Rule(meant: [0x6F, letter], seen: other)
    }
    return single + joined + [Rule(meant: [0x75, 0x79, 0xEA], seen: 0x75)]
  }()
}
