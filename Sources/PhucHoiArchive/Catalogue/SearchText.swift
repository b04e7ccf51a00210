import VietText

/// Text as it is searched: small letters, one tone placement; with marks or without.
enum SearchText {
  /// With marks: `Hoà` and `hòa` are one.
  static func marked(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var word: [UInt32] = []
    func flush() {
      guard !word.isEmpty else { return }
      TonePlacement.newer.apply(to: &word)
      for scalar in word { append(scalar, to: &output) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in UnicodeNormalizer.nfc(text).unicodeScalars {
      if VietLetter.isLetter(scalar.value) {
        word.append(VietLetter.lowercased(scalar.value))
      } else {
        flush()
        append(scalar.value, to: &output)
      }
    }
    flush()
    return String(decoding: output, as: UTF8.self)
  }

  /// Without marks: `kế hoạch` becomes `ke hoach`.
  static func bare(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for scalar in UnicodeNormalizer.nfc(text).unicodeScalars {
      append(VietLetter.bare(VietLetter.lowercased(scalar.value)), to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x80 {
      output.append(UInt8(scalar))
    } else if let scalar = Unicode.Scalar(scalar) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Whether a query has marks.
  static func hasMarks(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x80 } }

  /// The query in the language of the index: every word, and words between quotes in a row.
  static func query(_ text: String) -> String {
    let column = hasMarks(text) ? "marked" : "bare"
    let folded = hasMarks(text) ? marked(text) : bare(text)
    var phrases: [String] = []
    for (index, piece) in folded.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        phrases.append(String(piece))
      } else {
        phrases += piece.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    let terms = phrases.filter { $0.contains { $0.isLetter || $0.isNumber } }
    return terms.map { "\(column) : \"\($0)\"" }.joined(separator: " AND ")
  }

  /// A snippet of the text without marks, spelt as the text with marks is; both have a letter for a letter.
  static func marking(_ snippet: String?, marked: String?, bare: String?) -> String? {
    guard let snippet, let marked, let bare else { return snippet }
    let (with, without) = (Array(marked.unicodeScalars), Array(bare.unicodeScalars))
    let plain = snippet.unicodeScalars.filter { !"[]…".unicodeScalars.contains($0) }
    guard with.count == without.count, let start = place(of: Array(plain), in: without) else {
      return snippet
    }
    var output = String.UnicodeScalarView()
    var next = start
    for scalar in snippet.unicodeScalars {
      if "[]…".unicodeScalars.contains(scalar) {
        output.append(scalar)
      } else {
        output.append(with[next])
        next += 1
      }
    }
    return String(output)
  }

  private static func place(of part: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard let first = part.first, text.count >= part.count else { return nil }
    return (0...(text.count - part.count)).first { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }
}
