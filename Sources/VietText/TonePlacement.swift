/// Where the tone mark stands in open oa, oe, uy: `hòa` (older) or `hoà` (newer, QĐ 1989/QĐ-BGDĐT điều 8).
public enum TonePlacement: Sendable, Equatable {
  /// On the first vowel letter: hòa, khỏe, ủy. The one spelling inside the models.
  case older
  /// On the second vowel letter: hoà, khoẻ, uỷ.
  case newer

  /// Rewrites one word in place to this placement; words without such a rime stay as they are.
  ///
  /// Works on NFC scalars of either case. `quý` stays: its u belongs to the onset.
  @inlinable
  public func apply(to word: inout [UInt32]) {
    word.withUnsafeMutableBufferPointer { apply(to: $0) }
  }

  /// The same over a buffer that holds one word.
  public func apply(to word: UnsafeMutableBufferPointer<UInt32>) {
    guard word.count >= 2 else { return }
    let (first, second) = (word.count - 2, word.count - 1)
    let (glide, vowel) = (VietLetter.untoned(word[first]), VietLetter.untoned(word[second]))
    guard Self.isMovable(VietLetter.lowercased(glide), VietLetter.lowercased(vowel)) else { return }
    if first > 0, word[first - 1] | 32 == 0x71 { return }
    let (toneOnGlide, toneOnVowel) = (VietLetter.tone(word[first]), VietLetter.tone(word[second]))
    guard (toneOnGlide == 0) != (toneOnVowel == 0) else { return }
    let tone = max(toneOnGlide, toneOnVowel)
    word[first] = VietLetter.withTone(word[first], self == .older ? tone : 0)
    word[second] = VietLetter.withTone(word[second], self == .older ? 0 : tone)
  }

  /// oa, oe, uy: the only rimes in which the two norms differ.
  private static func isMovable(_ glide: UInt32, _ vowel: UInt32) -> Bool {
    (glide == 0x6F && (vowel == 0x61 || vowel == 0x65)) || (glide == 0x75 && vowel == 0x79)
  }
}
