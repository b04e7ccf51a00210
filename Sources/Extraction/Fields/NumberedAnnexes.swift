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
        guard let last = AttachmentsField.numberedEnd(at: word, in: view.reading, limit: words.upperBound)
        else { continue }
        let title = title(behind: last, index)
        guard !isOfAnother(title.last?.upperBound ?? last) else { continue }
        end = title.last?.upperBound ?? last
        guard let label = view.text([word..<last]).map(AttachmentsField.withoutMarks),
          let place = view.value([word..<last] + title, .partial)
        else { continue }
        found.append(
          Attachment(label: label, title: view.text(title).map(AttachmentsField.withoutMarks), place: place))
      }
    }
    return found
  }

  /// `theo Phụ lục 1 - Bảng giá`, `(Phụ lục 02: Mẫu báo giá)`: what stands behind a dash or a colon up to the end of the
  /// clause, on the next line too; a body that is to do something is no title. O(words of the title).
  private func title(behind label: Int, _ index: Int) -> [Range<Int>] {
    let limit = view.segments[index].words.upperBound
    let isDash = label < limit && view.shapes.isDash(label) && view.reading.words[label].isEmpty
    let first = isDash ? label + 1 : label
    guard isDash || view.reading.lastByte(label - 1) == 0x3A, first < limit,
      view.reading.words[first].shape.contains(.capital), !view.opensBody(first, first..<limit)
    else { return [] }
    var pieces = [first..<limit]
    if index + 1 < view.range.upperBound, view.zones[index + 1] == .text, view.goesOn(index + 1) {
      pieces.append(view.segments[index + 1].words)
    }
    var depth = 0
    let end = pieces.lazy.joined().prefix(Self.longestTitle).first { word in
      depth += view.reading.bracketBalance(word)
      switch view.reading.lastByte(word) {
      case 0x2E, 0x3B: return true
      case 0x2C:
        return view.reading.words[min(word + 1, view.reading.words.count - 1)].shape.contains(.capital)
      default: return depth < 0
      }
    }
    guard let end else { return [] }
    return pieces.map { $0.clamped(to: first..<end + 1) }.filter { !$0.isEmpty }
  }

  private static let longestTitle = 24

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
