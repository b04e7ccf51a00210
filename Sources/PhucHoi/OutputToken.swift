/// A token of repaired text as people count them: what stands between blanks.
package struct OutputToken: Sendable, Equatable {
  /// The text.
  package let text: String
  /// UTF-8 range in the repaired text.
  package let range: Range<Int>
  /// UTF-8 range in the decoded input.
  package let source: Range<Int>
  /// Probability that the text is right: that of its least certain piece.
  package let confidence: Double
  /// Which of the tokens of the repair are its pieces.
  package let pieces: Range<Int>

  /// Makes a token from its parts.
  package init(
    text: String, range: Range<Int>, source: Range<Int>, confidence: Double, pieces: Range<Int> = 0..<0
  ) {
    (self.text, self.range, self.source) = (text, range, source)
    (self.confidence, self.pieces) = (confidence, pieces)
  }

  /// All tokens of `repair`, in order. O(n log n).
  package static func tokens(of repair: Repair) -> [OutputToken] {
    var tokens: [OutputToken] = []
    visit(repair) { tokens.append($0) }
    return tokens
  }

  /// Tells all tokens of `repair` one by one, in order. O(n log n).
  package static func visit<Failure: Error>(
    _ repair: Repair, _ visit: (OutputToken) throws(Failure) -> Void
  ) throws(Failure) {
    var piece = 0
    let bytes = Array(repair.text.utf8)
    var index = 0
    while let word = nextWord(bytes, &index) {
      let source = repair.aligned.sourceRange(of: word)
      while piece < repair.tokens.count, repair.tokens[piece].range.upperBound <= source.lowerBound {
        piece += 1
      }
      var confidence = 1.0
      var next = piece
      while next < repair.tokens.count, repair.tokens[next].range.lowerBound < source.upperBound {
        confidence = min(confidence, repair.tokens[next].confidence)
        next += 1
      }
      try visit(
        OutputToken(
          text: String(decoding: bytes[word], as: UTF8.self), range: word, source: source,
          confidence: confidence, pieces: piece..<next))
    }
  }

  /// The next word at or after `index`, which goes behind it; nil at the end.
  private static func nextWord(_ bytes: [UInt8], _ index: inout Int) -> Range<Int>? {
    while index < bytes.count {
      let width = blankWidth(bytes, index)
      if width == 0 { break }
      index += width
    }
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, blankWidth(bytes, index) == 0 { index += 1 }
    return start..<index
  }

  /// Bytes of the blank at `index`: ASCII blanks and line ends, U+0085, U+00A0, U+2000–200A, U+2028–9, U+202F,
  /// U+3000; 0 for anything else.
  private static func blankWidth(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) { return 1 }
    if byte == 0xC2, index + 1 < bytes.count {
      return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0
    }
    guard byte == 0xE2 || byte == 0xE3, index + 2 < bytes.count else { return 0 }
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    if byte == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : 0 }
    let isBlank = (0x80...0x8A).contains(third) || (0xA8...0xA9).contains(third) || third == 0xAF
    return second == 0x80 && isBlank ? 3 : 0
  }
}
