/// The letters of Vietnamese as Unicode scalars: case, base letter, shape mark and tone.
///
/// All look-ups are table reads over the Basic Multilingual Plane below U+1F00, where every precomposed
/// Vietnamese letter lives; everything here is O(1) and free of allocation.
public enum VietLetter {
  /// One of the six tones, in the order of the school table: ngang, huyền, hỏi, ngã, sắc, nặng.
  public typealias ToneIndex = UInt8

  /// Scalars from this value on are treated as "not a Vietnamese letter".
  public static let tableSize = 0x1F00

  /// Whether only its height tells a bare capital from its small letter.
  public static func hasSmallTwin(_ capital: UInt32) -> Bool {
    switch capital {
    case 0x43, 0x4F, 0x53, 0x55, 0x56, 0x57, 0x58, 0x5A: true
    default: false
    }
  }

  /// Whether engines often read a bare capital where the small letter stands: only its height tells it, or it is a K,
  /// which thick lines make of k.
  public static func isReadForSmall(_ capital: UInt32) -> Bool { hasSmallTwin(capital) || capital == 0x4B }

  /// The lower-case form of `scalar`, or `scalar` itself where there is none.
  @inlinable
  public static func lowercased(_ scalar: UInt32) -> UInt32 {
    scalar < 0x80
      ? (scalar &- 65 < 26 ? scalar | 32 : scalar)
      : (scalar < 0x1F00 ? UInt32(tables.lower[Int(scalar)]) : scalar)
  }

  /// The upper-case form of `scalar`, or `scalar` itself where there is none.
  @inlinable
  public static func uppercased(_ scalar: UInt32) -> UInt32 {
    scalar < 0x80
      ? (scalar &- 97 < 26 ? scalar & ~32 : scalar)
      : (scalar < 0x1F00 ? UInt32(tables.upper[Int(scalar)]) : scalar)
  }

  /// Whether `scalar` is a letter of an alphabet (Latin with extensions, Greek, Cyrillic).
  @inlinable
  public static func isLetter(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? (scalar | 32) &- 97 < 26 : scalar < 0x1F00 && tables.kind[Int(scalar)] & 1 != 0
  }

  /// Whether `scalar` is an upper-case letter.
  @inlinable
  public static func isUppercase(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar &- 65 < 26 : scalar < 0x1F00 && tables.kind[Int(scalar)] & 2 != 0
  }

  /// Whether `scalar` is a Vietnamese vowel, marked or not.
  @inlinable
  public static func isVowel(_ scalar: UInt32) -> Bool {
    guard scalar < 0x80 else { return scalar < 0x1F00 && tables.kind[Int(scalar)] & 4 != 0 }
    let letter = (scalar | 32) &- 97
    // a e i o u y
    return letter < 26 && 0x110_4111 &>> letter & 1 != 0
  }

  /// Whether `scalar` is a letter that only Vietnamese marks make: ă â đ ê ô ơ ư or any toned vowel.
  @inlinable
  public static func isMarked(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && scalar < 0x1F00 && tables.kind[Int(scalar)] & 8 != 0
  }

  /// Whether `scalar` can stand in a correctly spelt Vietnamese word (ASCII letters included).
  @inlinable
  public static func isVietnamese(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? isLetter(scalar) : isMarked(scalar)
  }

  /// The tone (0 ngang … 5 nặng) that `scalar` carries.
  @inlinable
  public static func tone(_ scalar: UInt32) -> ToneIndex {
    scalar >= 0x80 && scalar < 0x1F00 ? tables.tone[Int(scalar)] : 0
  }

  /// The letter without its tone but with its shape: ậ gives â, Đ gives Đ.
  @inlinable
  public static func untoned(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x80 && scalar < 0x1F00 ? UInt32(tables.untoned[Int(scalar)]) : scalar
  }

  /// The bare ASCII letter under every mark: ậ gives a, Đ gives D; other scalars as they are.
  @inlinable
  public static func bare(_ scalar: UInt32) -> UInt32 {
    scalar >= 0x80 && scalar < 0x1F00 ? UInt32(tables.bare[Int(scalar)]) : scalar
  }

  /// The text with every letter bare. O(n).
  public static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(Unicode.Scalar(bare(scalar.value)) ?? scalar) }
    return String(result)
  }

  /// The vowel `scalar` (any tone) with tone `tone`; other scalars as they are.
  @inlinable
  public static func withTone(_ scalar: UInt32, _ tone: ToneIndex) -> UInt32 {
    guard scalar < 0x1F00 else { return scalar }
    let row = tables.vowelRow[Int(scalar)]
    return row == 255 ? scalar : UInt32(tables.vowels[Int(row) * 6 + Int(tone)])
  }

  /// Whether `scalar` is one of the combining marks of Vietnamese: five tones, circumflex, breve, horn.
  @inline(__always)
  static func isCombining(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x303, 0x306, 0x309, 0x31B, 0x323, 0x340, 0x341: true
    default: false
    }
  }

  /// The letter that `letter` and the combining mark `mark` make, in whatever order its marks came; nil where it has
  /// a mark of that kind, or takes none.
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    guard isVowel(letter) else { return nil }
    let (plain, old) = (untoned(letter), tone(letter))
    let shaped: UInt32
    switch mark {
    case 0x300, 0x340: return old == 0 ? withTone(letter, 1) : nil
    case 0x309: return old == 0 ? withTone(letter, 2) : nil
    case 0x303: return old == 0 ? withTone(letter, 3) : nil
    case 0x301, 0x341: return old == 0 ? withTone(letter, 4) : nil
    case 0x323: return old == 0 ? withTone(letter, 5) : nil
    case 0x302: shaped = [0x61: 0xE2, 0x65: 0xEA, 0x6F: 0xF4][lowercased(plain)] ?? 0
    case 0x306: shaped = lowercased(plain) == 0x61 ? 0x103 : 0
    case 0x31B: shaped = [0x6F: 0x1A1, 0x75: 0x1B0][lowercased(plain)] ?? 0
    default: return nil
    }
    guard shaped != 0 else { return nil }
    return withTone(isUppercase(letter) ? uppercased(shaped) : shaped, old)
  }

  @usableFromInline static let tables = VietLetterTables()
}

/// The tables behind `VietLetter`, built once.
@usableFromInline
struct VietLetterTables: Sendable {
  @usableFromInline var lower: [UInt16]
  @usableFromInline var upper: [UInt16]
  @usableFromInline var kind: [UInt8]
  @usableFromInline var tone: [UInt8]
  @usableFromInline var untoned: [UInt16]
  @usableFromInline var bare: [UInt16]
  @usableFromInline var vowelRow: [UInt8]
  /// 24 rows (12 vowels, lower then upper case) of 6 tones.
  @usableFromInline var vowels: [UInt16]

  private static let lowerVowels =
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
  private static let upperVowels =
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ"
  private static let bareOfRow: [Unicode.Scalar] = [
    "a", "a", "a", "e", "e", "i", "o", "o", "o", "u", "u", "y",
  ]

  init() {
    let size = VietLetter.tableSize
    let identity = (0..<size).map { UInt16($0) }
    (lower, upper, untoned, bare) = (identity, identity, identity, identity)
    kind = Array(repeating: 0, count: size)
    tone = Array(repeating: 0, count: size)
    vowelRow = Array(repeating: 255, count: size)
    vowels = (Self.lowerVowels + Self.upperVowels).unicodeScalars.map { UInt16($0.value) }
    addGeneralLetters()
    addVowels()
    addStroke()
  }

  /// Case pairs and letter kind of the alphabets, from the standard library's Unicode data.
  private mutating func addGeneralLetters() {
    // Alphabets only: asking for every scalar's properties would cost milliseconds at each start.
    for value in Array(0x41..<0x590) + Array(0x1E00..<size) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else { continue }
      kind[value] = scalar.properties.isUppercase ? 3 : 1
      if let low = single(scalar.properties.lowercaseMapping) { lower[value] = low }
      if let up = single(scalar.properties.uppercaseMapping) { upper[value] = up }
    }
  }

  private var size: Int { lower.count }

  private func single(_ mapping: String) -> UInt16? {
    let scalars = mapping.unicodeScalars
    guard scalars.count == 1, let first = scalars.first, first.value < UInt32(size) else { return nil }
    return UInt16(first.value)
  }

  private mutating func addVowels() {
    for (index, scalar) in vowels.enumerated() {
      let (row, toneIndex) = (index / 6, index % 6)
      let plain = Self.bareOfRow[row % 12].value
      let value = Int(scalar)
      tone[value] = UInt8(toneIndex)
      untoned[value] = vowels[row * 6]
      bare[value] = UInt16(row < 12 ? plain : plain & ~32)
      vowelRow[value] = UInt8(row)
      kind[value] |= value < 0x80 ? 4 : 12
    }
  }

  private mutating func addStroke() {
    for (stroke, plain) in [(0x111, 0x64), (0x110, 0x44)] {
      bare[stroke] = UInt16(plain)
      kind[stroke] |= 8
    }
  }
}
