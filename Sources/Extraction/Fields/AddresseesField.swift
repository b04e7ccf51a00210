/// Kính gửi.
enum AddresseesField {
  /// The addressees, one by one.
  static func read(_ view: DocumentView) -> [FieldValue] {
    lists(view).flatMap { ListItems(view: view).items($0) }.compactMap {
      view.value($0, .plain).map(view.mended)
    }
  }

  /// The pieces of the list, cut where a number or `Đồng kính gửi` opens an item.
  private static func lists(_ view: DocumentView) -> [[Range<Int>]] {
    var lists: [[Range<Int>]] = [[]]
    // An invitation names those it goes to in other words; an engine may have lost these.
    var isOpen = view.reading.isNoisy
    for index in view.indices(.addressee) {
      var words = view.segments[index].words
      if let end = view.shapes.addresseesStart(words) {
        (words, isOpen) = (withoutAddress(end..<words.upperBound, view), true)
      } else if isBehindEnd(index, lists, view) {
        isOpen = also.match(view.reading, at: words.lowerBound, limit: words.upperBound) != nil
      }
      guard isOpen else { continue }
      for var part in parts(words, view) {
        if let start = numbered(part, view)
          ?? also.match(view.reading, at: part.lowerBound, limit: part.upperBound)?.end
        {
          part = start..<part.upperBound
          lists.append([])
        }
        if !part.isEmpty { lists[lists.count - 1].append(part) }
      }
    }
    return lists
  }

  /// Whether a list has ended above a piece: with a full stop and a gap.
  private static func isBehindEnd(_ index: Int, _ lists: [[Range<Int>]], _ view: DocumentView) -> Bool {
    guard view.segments[index].afterGap, !view.features[index].has(.dash), let last = lists.last?.last else {
      return false
    }
    return view.reading.lastByte(last.upperBound - 1) == 0x2E
  }

  /// A piece that holds several numbered items, `1. Sở A; 2. Sở B`, cut before the number of each; one that holds several
  /// bodies, `Sở A, Sở B`, cut before each.
  private static func parts(_ words: Range<Int>, _ view: DocumentView) -> [Range<Int>] {
    let bodies = cuts(words) { view.reading.lastByte($0 - 1) == 0x2C && isBody($0, words, view) }
    if !view.reading.isNoisy, bodies.count > 2, isBody(words.lowerBound, words, view),
      bodies.allSatisfy({ $0.count >= shortestName })
    {
      return bodies
    }
    return cuts(words) {
      view.reading.lastByte($0 - 1) == 0x3B && numbered($0..<words.upperBound, view) != nil
    }
  }

  /// Words that the name of one body has at least: `các Huyện, Thành Đoàn` is one item.
  private static let shortestName = 3

  private static func cuts(_ words: Range<Int>, before opens: (Int) -> Bool) -> [Range<Int>] {
    let cuts = words.dropFirst().filter(opens)
    return zip([words.lowerBound] + cuts, cuts + [words.upperBound]).map { $0..<$1 }.filter { !$0.isEmpty }
  }

  private static func isBody(_ index: Int, _ words: Range<Int>, _ view: DocumentView) -> Bool {
    view.reading.words[index].shape.contains(.capital) && view.opensBody(index, words)
  }

  private static let also = PhraseTable(["Đồng kính gửi"])
  private static let comrades = PhraseTable(["các đồng chí", "các ông bà", "các đơn vị", "các cơ quan"])

  /// What stands behind `Kính gửi` without `các đồng chí:` over a list.
  private static func withoutAddress(_ words: Range<Int>, _ view: DocumentView) -> Range<Int> {
    guard let last = words.last, view.reading.lastByte(last) == 0x3A,
      comrades.match(view.reading, at: words.lowerBound, limit: words.upperBound)?.end == words.upperBound
    else { return words }
    return words.upperBound..<words.upperBound
  }

  /// One past `1.` at the start of a piece.
  private static func numbered(_ words: Range<Int>, _ view: DocumentView) -> Int? {
    let word = view.reading.words[words.lowerBound]
    guard words.count > 1, word.shape.contains(.digit), !word.shape.contains(.letter), word.core.count <= 2,
      view.reading.lastByte(words.lowerBound) == 0x2E
    else { return nil }
    return words.lowerBound + 1
  }
}
