import Extraction

/// Finds out whether a document is secret.
enum Secrecy {
  private static let stamps = ["mật", "tối mật", "tuyệt mật"]
  /// How many lines from the start may bear a stamp.
  private static let headLines = 40

  /// The degree that a document states: its field, or a line of its own near the top of any page, in any of `texts`: a
  /// stamp that was read right may have been repaired into another word. Without its marks it counts as well: better
  /// that a person looks at one paper too many.
  static func degree(of documents: [DocumentRecord], texts: [String]) -> String? {
    for document in documents {
      if let value = document.secrecy?.value, !value.isEmpty { return value }
    }
    for page in texts.flatMap({ $0.utf8.split(separator: 0x0C) }).lazy.map(Substring.init) {
      for line in page.split(maxSplits: headLines, whereSeparator: \.isNewline).prefix(headLines) {
        if beginsSmall(line) { continue }
        let letters = line.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == " " }
        let words = letters.split(separator: " ").joined(separator: " ")
        guard words == words.uppercased() else { continue }
        let bare = SearchText.bare(words)
        if let stamp = stamps.first(where: {
          SearchText.bare($0) == bare && (words.lowercased() == $0 || bare == words.lowercased())
        }) {
          return stamp.capitalizedFirst
        }
      }
    }
    return nil
  }

  /// Whether the first or the second letter of a line is a small one without marks, as in most lines.
  private static func beginsSmall(_ line: Substring) -> Bool {
    func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    let letters = line.utf8.drop { $0 < 0x80 && ($0 | 0x20) &- 0x61 >= 26 }.prefix(2)
    guard let first = letters.first, first < 0x80 else { return false }
    return letters.contains(where: isSmall)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
