/// Which encoding bytes are in that are not UTF-8.
enum EightBitGuess {
  /// How many bytes from the start are looked at.
  private static let window = 1 << 18

  /// The encoding that makes the most Vietnamese words; UTF-8 when damage is rare in it; else code page 1252.
  static func encoding(of bytes: [UInt8]) -> TextEncoding {
    let sample = bytes[..<min(window, bytes.count)]
    if isMostlyUTF8(sample) { return .utf8 }
    let scalars = sample.map { CodePage.windows1252.scalars[Int($0)] }
    var best: (encoding: TextEncoding, score: Int) = (.windows1252, 0)
    for scheme in LegacyScheme.ofLetters {
      guard let encoding = scheme.encoding else { continue }
      let evidence = scalars.withUnsafeBufferPointer { LegacyEvidence($0, scheme: scheme) }
      guard evidence.good >= 1, evidence.good >= 2 * evidence.bad else { continue }
      let score = evidence.good - 3 * evidence.bad - 2 * evidence.before
      if score > best.score { best = (encoding, score) }
    }
    return best.encoding
  }

  private static func isMostlyUTF8(_ sample: ArraySlice<UInt8>) -> Bool {
    var (sequences, strays) = (0, 0)
    Array(sample).withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let length = UTF8Bytes.validLength(buffer, at: index)
        if length == 0 { strays += 1 } else if length > 1 { sequences += 1 }
        index += max(1, length)
      }
    }
    return sequences >= strays
  }
}
