import VietText

/// Puts right the name of an attachment that is a tên loại with a letter misread: `Đỗ án` where the text speaks of
/// the `Đề án`.
///
/// A document names what it sends along. Only what a repair has already changed is touched, and only towards a
/// type that stands in the text with a capital letter at least twice.
struct AttachmentTypes {
  private let named: [(name: String, letters: [UInt8])]
  private let known: Set<[UInt8]>

  /// Gathers the types that a document names; O(words).
  init(view: DocumentView) {
    var counts: [Int: Int] = [:]
    for index in view.indices(.text, .basis, .subject) {
      let words = view.segments[index].words
      for word in words where view.reading.words[word].shape.contains(.capital) {
        if let match = view.tables.typePhrases.match(view.reading, at: word, limit: words.upperBound) {
          counts[match.row, default: 0] += 1
        }
      }
    }
    known = Set(view.tables.types.map { Self.letters($0.name) })
    named = counts.filter { $0.value >= 2 }.keys.sorted().map { row in
      let name = view.tables.types[row].name
      return (name, Self.letters(name))
    }
  }

  /// The type that `title` is a misreading of; nil if it is one, or none.
  func type(like title: String) -> String? {
    let letters = Self.letters(title)
    guard !known.contains(letters) else { return nil }
    let near = named.filter {
      $0.letters.count >= 4 && $0.name.split(separator: " ").count == title.split(separator: " ").count
        && EditDistance.between(letters, $0.letters) == 1
    }
    return near.count == 1 ? near.first?.name : nil
  }

  private static func letters(_ text: String) -> [UInt8] { Folding.fold(text).filter(Folding.isLetter) }
}
