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
    var last: Int?
    for index in view.indices(.addressee) {
      var words = view.segments[index].words
      if let last, view.saysMore(between: last, index) { isOpen = false }
      last = index
      if let end = view.shapes.addresseesStart(words) {
        (words, isOpen) = (withoutAddress(end..<words.upperBound, view), true)
      } else if isBehindEnd(index, lists, view) {
        isOpen = also.match(view.reading, at: words.lowerBound, limit: words.upperBound) != nil
      }
      guard isOpen else { continue }
      for (number, whole) in parts(words, view).enumerated() {
        var part = whole
        if let start = view.figureEnd(part)
          ?? also.match(view.reading, at: part.lowerBound, limit: part.upperBound)?.end
        {
          part = start..<part.upperBound
          lists.append([])
        } else if number > 0 {
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

  /// A piece that holds several numbered items, cut before the number of each; one that holds several bodies, `Sở A, Sở B`,
  /// `Sở A; Sở B`, cut before each.
  private static func parts(_ words: Range<Int>, _ view: DocumentView) -> [Range<Int>] {
    let figured = view.figured(words)
    guard !view.reading.isNoisy, figured.count == 1 else { return figured }
    let bodies = words.cut { view.reading.lastByte($0 - 1) == 0x2C && isBody($0, words, view) }
    if bodies.count > 2, isBody(words.lowerBound, words, view),
      bodies.allSatisfy({ $0.count >= shortestName })
    {
      return bodies
    }
    // `Các phòng: Phòng A; Phòng B`, `Các sở (Sở A; Sở B)`.
    guard !words.contains(where: { view.reading.lastByte($0) == 0x3A }) else { return [words] }
    return view.cut(
      words, outsideBracketsBefore: { view.reading.lastByte($0 - 1) == 0x3B && isBody($0, words, view) })
  }

  /// Words that the name of one body has at least: `các Huyện, Thành Đoàn` is one item.
  private static let shortestName = 3

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
}

extension DocumentView {
  /// Whether a line of the text between two pieces says that something else follows: `Đảng ủy phường giới thiệu:`.
  fileprivate func saysMore(between first: Int, _ second: Int) -> Bool {
    (first..<second).contains { zones[$0] == .text && features[$0].last == 0x3A }
  }
}
