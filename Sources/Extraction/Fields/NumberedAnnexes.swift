/// Annexes that the text of a document names by their numbers: `theo Mẫu 01`, `(Biểu số 2)`, `tại Phụ lục 1`.
struct NumberedAnnexes {
  let view: DocumentView

  /// Those of no other document, in the order in which they are named, each as often as it is. O(words).
  var attachments: [Attachment] {
    var found: [Attachment] = []
    var end = 0
    for index in view.indices(.text) {
      let words = view.segments[index].words
      for word in words
      where word >= end && view.reading.words[word].shape.contains(.capital) && introduces(word) {
        guard let last = AttachmentsField.numberedEnd(at: word, in: view.reading, limit: words.upperBound),
          !isOfAnother(last)
        else { continue }
        end = last
        guard let label = view.text([word..<last]).map(AttachmentsField.withoutMarks),
          let place = view.value([word..<last], .partial)
        else { continue }
        found.append(Attachment(label: label, title: nil, place: place))
      }
    }
    return found
  }

  /// Whether a label stands behind a word or a bracket that refers to it, or behind another label.
  private func introduces(_ word: Int) -> Bool {
    if view.reading.firstByte(word) == 0x28 { return true }
    guard word > 0 else { return false }
    return Self.references.contains(view.reading.words[word - 1].key)
      || view.reading.lastByte(word - 1) == 0x2C
  }

  private static let references = WordKey.set("theo tai xem cac va o")

  /// Whether the clause behind a label names the document that it belongs to: `Mẫu số 02 ban hành kèm theo Thông tư số 12`.
  private func isOfAnother(_ start: Int) -> Bool {
    let limit = min(view.reading.words.count, start + Self.longestOrigin)
    return (start..<limit).prefix { !view.reading.endsClause($0 - 1) }.contains { word in
      view.tables.typePhrases.match(view.reading, at: word, limit: limit) != nil
    }
  }

  /// Words within which the document that a label belongs to is named.
  private static let longestOrigin = 14
}
