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
    for page in texts.flatMap({ $0.split(separator: "\u{0C}") }) {
      for line in page.split(whereSeparator: \.isNewline).prefix(headLines) {
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
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
