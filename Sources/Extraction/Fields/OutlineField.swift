/// Bố cục: chương, mục, điều, phần, and headings numbered I-, 1., 1.1., a).
enum OutlineField {
  /// A number that opens a line.
  struct Marker {
    var level: Int
    var number: String
    /// One past its last word.
    var end: Int
  }

  private static let named = PhraseTable(["Phần", "Chương", "Mục", "Tiểu mục", "Điều"])

  /// The marker at word `index`; nil if there is none.
  static func marker(at index: Int, in reading: Reading, limit: Int) -> Marker? {
    let word = reading.words[index]
    if word.shape.contains(.capital), let match = named.match(reading, at: index, limit: limit),
      match.end < limit
    {
      let next = reading.words[match.end]
      let isNumber = next.shape.contains(.digit) || isRoman(next, reading) || next.key == WordKey.of("thu")
      guard isNumber, match.row == 4 ? next.shape.contains(.digit) : true else { return nil }
      if match.row == 4, next.end == next.coreEnd, match.end + 1 < limit,
        reading.words[match.end + 1].shape.contains(.lower)
      {
        return nil
      }
      let end = next.key == WordKey.of("thu") ? min(match.end + 2, limit) : match.end + 1
      let name = reading.text.string(Int(word.coreStart)..<Int(reading.words[end - 1].coreEnd))
      return Marker(level: match.row + 1, number: name, end: end)
    }
    return simple(index, in: reading, limit: limit)
  }

  private static func simple(_ index: Int, in reading: Reading, limit: Int) -> Marker? {
    let word = reading.words[index]
    guard word.core.count > 0, word.core.count <= 9, word.start == word.coreStart else { return nil }
    let mark = word.end > word.coreEnd ? reading.text.folded[Int(word.coreEnd)] : 0
    let isDash =
      mark == 0x2D
      || (index + 1 < limit && reading.words[index + 1].isEmpty && reading.firstByte(index + 1) == 0x2D)
    let text = reading.text.string(word.core)
    let end = isDash && mark == 0 ? index + 2 : index + 1
    if isRoman(word, reading), mark == 0x2E || isDash { return Marker(level: 3, number: text, end: end) }
    if word.core.allSatisfy({ Folding.isDigit(reading.text.folded[$0]) || reading.text.folded[$0] == 0x2E }),
      word.core.count <= 6
    {
      let dots = word.core.filter { reading.text.folded[$0] == 0x2E }.count
      guard mark == 0x2E || isDash || mark == 0x29 || (dots > 0 && word.core.count <= 5), index + 1 < limit
      else { return nil }
      return Marker(level: 4 + dots, number: text, end: end)
    }
    if word.core.count == 1, mark == 0x29, word.shape.contains(.lower) {
      return Marker(level: 7, number: text, end: end)
    }
    return nil
  }

  private static func isRoman(_ word: Word, _ reading: Reading) -> Bool {
    guard word.shape.contains(.upper), word.core.count <= 5, !word.isEmpty else { return false }
    return word.core.allSatisfy { [0x69, 0x76, 0x78, 0x6C].contains(reading.text.folded[$0]) }
  }

  /// The headings of the running text.
  static func read(_ view: DocumentView) -> [OutlineItem] {
    var items: [OutlineItem] = []
    for index in view.indices(.text) {
      let words = view.segments[index].words
      let first = view.firstWord(index)
      guard !view.segments[index].isCell,
        let marker = marker(at: first, in: view.reading, limit: words.upperBound)
      else { continue }
      let rest = marker.end..<words.upperBound
      let isTitle = !rest.isEmpty && rest.count <= 25 && !view.features[index].isClosed
      let title = isTitle ? view.text([rest]) : nil
      guard let place = view.value([isTitle ? words : first..<marker.end], isTitle ? .plain : .partial)
      else { continue }
      items.append(OutlineItem(level: marker.level, number: marker.number, title: title, place: place))
    }
    return withDenseLevels(items)
  }

  /// Levels counted from the outermost kind that the document uses.
  private static func withDenseLevels(_ items: [OutlineItem]) -> [OutlineItem] {
    let used = Set(items.map(\.level)).sorted()
    let rank = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($0.element, $0.offset + 1) })
    return items.map { item in
      var item = item
      item.level = rank[item.level] ?? item.level
      return item
    }
  }
}
