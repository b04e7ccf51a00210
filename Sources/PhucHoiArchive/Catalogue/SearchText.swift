import VietText

/// Text as it is searched: small letters, one tone placement; with marks or without.
enum SearchText {
  /// With marks: `Hoà` and `hòa` are one.
  static func marked(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var word: [UInt32] = []
    func flush() {
      TonePlacement.newer.apply(to: &word)
      output.append(contentsOf: word.compactMap(Unicode.Scalar.init))
      word.removeAll(keepingCapacity: true)
    }
    for scalar in UnicodeNormalizer.nfc(text).lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append(scalar.value)
      } else {
        flush()
        output.append(scalar)
      }
    }
    flush()
    return String(output)
  }

  /// Without marks: `kế hoạch` becomes `ke hoach`.
  static func bare(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in UnicodeNormalizer.nfc(text).lowercased().unicodeScalars {
      output.append(Unicode.Scalar(VietLetter.bare(scalar.value)) ?? scalar)
    }
    return String(output)
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
