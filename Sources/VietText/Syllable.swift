/// A Vietnamese syllable taken apart: onset, glide, nucleus, coda and tone.
///
/// Ranges are scalar indices into the word that was parsed. In `quyền` the onset is `qu`, in `gìn` the onset
/// `gi` and the nucleus `i` share a letter.
public struct Syllable: Sendable, Equatable {
  /// The initial consonant letters, perhaps none.
  public let onset: Range<Int>
  /// The written glide, o or u, perhaps none; empty after `qu`, whose u belongs to the onset.
  public let glide: Range<Int>
  /// The vowel letters that carry the syllable.
  public let nucleus: Range<Int>
  /// The final consonant or semivowel letters, perhaps none.
  public let coda: Range<Int>
  /// The tone, 0 ngang … 5 nặng.
  public let tone: VietLetter.ToneIndex
  /// The index of the letter that carries the tone by the older placement (hòa).
  public let olderToneIndex: Int
  /// The index of the letter that carries the tone by the newer placement (hoà).
  public let newerToneIndex: Int

  /// No syllable has more letters: `nghiêng`.
  public static let longest = 7

  /// Takes one lower-case NFC word apart; nil when it breaks a rule of orthography.
  ///
  /// The rules: onset and rime from the closed lists; k gh ngh before e ê i (y), c g ng elsewhere; q with u;
  /// a stop (p t c ch) only with sắc or nặng; the tone mark where one of the two norms puts it.
  /// - Parameter anyTonePlace: accept the tone mark on any vowel letter (`baỏ`).
  /// - Complexity: O(1), since longer words are refused at once; nothing is allocated.
  public static func parse(_ word: UnsafeBufferPointer<UInt32>, anyTonePlace: Bool = false) -> Syllable? {
    guard let letters = Letters(word) else { return nil }
    guard let syllable = onsetAndRime(letters) else { return nil }
    guard
      letters.tone == 0 || anyTonePlace || letters.toneIndex == syllable.olderToneIndex
        || letters.toneIndex == syllable.newerToneIndex
    else { return nil }
    return syllable
  }

  /// The same for an array of scalars.
  public static func parse(_ word: [UInt32], anyTonePlace: Bool = false) -> Syllable? {
    word.withUnsafeBufferPointer { parse($0, anyTonePlace: anyTonePlace) }
  }

  /// Whether `word` is a syllable, whatever the case of its letters; nothing is allocated.
  public static func isOne(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.count <= longest else { return false }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longest) { letters in
      for (offset, scalar) in word.enumerated() { letters[offset] = VietLetter.lowercased(scalar) }
      return parse(UnsafeBufferPointer(rebasing: letters[..<word.count])) != nil
    }
  }

  /// The same for text; a convenience for tests and tools, not for hot code.
  public static func parse(_ word: String, anyTonePlace: Bool = false) -> Syllable? {
    parse(word.unicodeScalars.map(\.value), anyTonePlace: anyTonePlace)
  }

  /// Whether `word` (lower-case NFC scalars) obeys the rules of orthography.
  @inlinable
  public static func isValid(_ word: UnsafeBufferPointer<UInt32>) -> Bool { parse(word) != nil }

  /// Whether `word` (lower-case NFC) obeys the rules of orthography.
  public static func isValid(_ word: String) -> Bool { parse(word) != nil }
}

extension Syllable {
  /// The letters of a word as 5-bit codes, without tone.
  struct Letters {
    /// Code of letter i in bits 5i…5i+4; 0 past the end.
    var codes: UInt64 = 0
    var count = 0
    var tone: VietLetter.ToneIndex = 0
    var toneIndex = -1

    /// Nil for a word that is empty, too long, has a foreign letter or two tones.
    init?(_ word: UnsafeBufferPointer<UInt32>) {
      guard word.count > 0, word.count <= Syllable.longest else { return nil }
      let alphabet = SyllableTables.shared.codeOfLetter
      for index in 0..<word.count {
        let scalar = word[index]
        let plain = VietLetter.untoned(scalar)
        guard plain < UInt32(alphabet.count) else { return nil }
        let code = alphabet[Int(plain)]
        guard code != 0 else { return nil }
        codes |= UInt64(code) << UInt64(5 * index)
        guard plain != scalar else { continue }
        guard toneIndex < 0 else { return nil }
        (tone, toneIndex) = (VietLetter.tone(scalar), index)
      }
      count = word.count
    }

    /// The codes from letter `start` on.
    func tail(_ start: Int) -> UInt64 { codes >> UInt64(5 * start) }
  }

  private static func onsetAndRime(_ letters: Letters) -> Syllable? {
    let tables = SyllableTables.shared
    let (onset, length) = tables.onset(of: letters.codes, count: letters.count)
    if let rime = tables.rime(letters.tail(length), afterQu: onset == .qu), rime.fits(onset, letters.tone) {
      return Syllable(rime: rime, start: length, onsetLength: length, letters: letters)
    }
    // `gì`, `gìn`, `giếng`: the i of gi is also the first letter of the rime.
    if onset == .gi, let rime = tables.rime(letters.tail(1), afterQu: false), rime.fits(onset, letters.tone) {
      return Syllable(rime: rime, start: 1, onsetLength: length, letters: letters)
    }
    return nil
  }

  private init(rime: SyllableTables.Rime, start: Int, onsetLength: Int, letters: Letters) {
    let nucleusStart = start + Int(rime.glide)
    let codaStart = nucleusStart + Int(rime.nucleus)
    onset = 0..<onsetLength
    glide = start..<nucleusStart
    nucleus = nucleusStart..<codaStart
    coda = codaStart..<letters.count
    tone = letters.tone
    olderToneIndex = start + Int(rime.olderTone)
    newerToneIndex = start + Int(rime.newerTone)
  }
}
