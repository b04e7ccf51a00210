/// The note in brackets that names what is attached.
struct AttachmentNote {
  let reading: Reading
  let tables: ExtractionTables
  /// The note stands on a line of its own: what it names need not be capitalised.
  let opensLine: Bool
  private static let openings = PhraseTable([
    "Kèm theo", "Gửi kèm", "Đính kèm", "Gửi kèm theo", "Đính kèm theo", "Có", "Xin gửi kèm",
    "Xin gửi kèm theo",
    "Kèm theo đây", "Gửi kèm theo đây", "Xin gửi kèm theo đây",
  ])
  private static let mentions = PhraseTable([
    "kèm theo", "gửi kèm", "đính kèm", "gửi kèm theo", "đính kèm theo",
  ])
  private static let leads = WordKey.set("co theo")
  private static let own = WordKey.of("nay")
  /// `(Có ...)` opens a note only where it says of what.
  private static let having = WordKey.of("co")
  private static let links = WordKey.set("co la gom cac bao")
  private static let heads = PhraseTable(
    [
      "Đề cương", "Phụ lục", "Biểu", "Biểu mẫu", "Biểu tổng hợp", "Danh sách", "Danh mục", "Bản", "Dự thảo",
      "Mẫu", "Bảng", "Hồ sơ", "Tài liệu",
    ])

  /// Where the list begins behind `(Kèm theo Kế hoạch này có`; nil if the bracket is no such note.
  func listStart(at index: Int, limit: Int) -> Int? {
    guard let opening = Self.openings.match(reading, at: index, limit: limit) else { return nil }
    var start = opening.end
    if let type = tables.typePhrases.match(reading, at: start, limit: limit), type.end < limit,
      reading.words[type.end].key == Self.own
    {
      start = type.end + 1
      while start < limit, Self.links.contains(reading.words[start].key) { start += 1 }
    } else if reading.words[index].key == Self.having {
      return nil
    }
    while start < limit, reading.words[start].isEmpty { start += 1 }
    guard start < limit, startsItem(start, limit) else { return nil }
    return start
  }

  /// `(có Danh sách kèm theo)`, `(Phụ lục I kèm theo)`: what stands before the mention that closes the bracket.
  func itemsBeforeMention(at index: Int, limit: Int) -> [Range<Int>] {
    var start = index
    while start < limit, Self.leads.contains(reading.words[start].key) { start += 1 }
    guard start < limit, startsItem(start, limit) else { return [] }
    let stop = min(limit, start + Self.longestMention)
    let mention = (start + 1..<stop).first { position in
      guard let match = Self.mentions.match(reading, at: position, limit: limit) else { return false }
      return reading.text.folded[reading.words[match.end - 1].range].contains(0x29)
    }
    return mention.map { items(from: start, limit: $0) } ?? []
  }

  private static let longestMention = 25

  /// `Hồ sơ gửi kèm gồm:`, `Tài liệu kèm theo:` at the end of a line.
  static func opensList(_ words: Range<Int>, _ reading: Reading) -> Bool {
    guard reading.lastByte(words.upperBound - 1) == 0x3A else { return false }
    return words.suffix(8).contains { mentions.match(reading, at: $0, limit: words.upperBound) != nil }
  }

  private func startsItem(_ index: Int, _ limit: Int) -> Bool {
    let word = reading.words[index]
    if word.shape.contains(.digit), word.core.count <= 2,
      word.start < word.coreStart || word.end > word.coreEnd
    {
      return true
    }
    guard word.shape.contains(.capital) else {
      return opensLine && Self.heads.match(reading, at: index, limit: limit) != nil
    }
    if let type = tables.typePhrases.match(reading, at: index, limit: limit) {
      return
        !(type.end < limit
        && (reading.words[type.end].key == WordKey.of("so") || reading.words[type.end].shape.contains(.digit)))
    }
    return Self.heads.match(reading, at: index, limit: limit) != nil
  }

  /// The items up to the closing bracket: numbered, or cut before `và` and commas that introduce another head.
  func items(from start: Int, limit: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var first = start
    var depth = 1
    var index = start
    let numbered = isMarker(start)
    while index < limit, index - start < 120 {
      if numbered, isMarker(index) {
        let end = isBracket(index - 1) ? index - 1 : index
        if end > first { items.append(first..<end) }
        first = index + 1
        index += 1
        continue
      }
      if numbered, isBracket(index), index + 1 < limit, isMarker(index + 1) { index += 1; continue }
      depth += balance(index)
      if depth <= 0 { index += 1; break }
      if !numbered, index > first, breaks(after: index, limit) {
        items.append(first..<(index + 1))
        first = index + 1
        if reading.words[first].key == WordKey.of("va") { first += 1 }
      }
      index += 1
    }
    if first < min(index, limit) { items.append(first..<min(index, limit)) }
    return items.compactMap { clean($0) }
  }

  /// `(1)`, or `1.` behind a mark, before an item.
  private func isMarker(_ index: Int) -> Bool {
    let word = reading.words[index]
    guard word.shape.contains(.digit), !word.shape.contains(.letter), word.core.count <= 2,
      word.end > word.coreEnd
    else { return false }
    if word.start < word.coreStart { return true }
    guard index > 0 else { return false }
    return isBracket(index - 1)
      || reading.lastByte(index) == 0x2E && [0x3A, 0x3B].contains(reading.lastByte(index - 1))
  }

  /// `(` alone, torn from its figure.
  private func isBracket(_ index: Int) -> Bool {
    index >= 0 && reading.words[index].range.count == 1 && reading.firstByte(index) == 0x28
  }

  private func balance(_ index: Int) -> Int {
    reading.words[index].range.reduce(0) { sum, position in
      let byte = reading.text.folded[position]
      return sum + (byte == 0x28 ? 1 : byte == 0x29 ? -1 : 0)
    }
  }

  private func breaks(after index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit else { return false }
    let last = reading.lastByte(index)
    if last == 0x3B { return true }
    var next = index + 1
    let isAnd = reading.words[next].key == WordKey.of("va")
    if isAnd { next += 1 }
    guard isAnd || last == 0x2C, next < limit else { return false }
    if isAnd, reading.words[next].key == WordKey.of("cac") { return true }
    return startsItem(next, limit)
  }

  /// Drops items that name nothing (`các Phụ lục`) and the closing bracket.
  private func clean(_ item: Range<Int>) -> Range<Int>? {
    guard let first = item.first(where: { !reading.words[$0].isEmpty }) else { return nil }
    let isNamed =
      reading.words[first].shape.contains(.capital)
      || opensLine && reading.words[first].key != WordKey.of("cac")
    return isNamed ? first..<item.upperBound : nil
  }
}
