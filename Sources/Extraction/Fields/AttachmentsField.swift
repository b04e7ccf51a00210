/// Phụ lục, tài liệu kèm theo.
struct AttachmentsField {
  let view: DocumentView

  /// Headings of annexes; where there are none, what `(Kèm theo ...)` names.
  static func read(_ view: DocumentView) -> [Attachment] {
    let field = AttachmentsField(view: view)
    let headed = field.fromHeadings()
    return headed.isEmpty ? field.fromNotes() : headed
  }

  private static let labels = PhraseTable([
    "Phụ lục", "Biểu", "Biểu mẫu", "Biểu số", "Mẫu", "Mẫu số", "Danh mục", "Danh sách", "Bảng",
  ])

  /// One past the label that opens an annex: `Phụ lục`, `PHỤ LỤC II`, `Mẫu số 01`.
  static func annexLabelEnd(at index: Int, in reading: Reading, limit: Int) -> Int? {
    guard let match = labels.match(reading, at: index, limit: limit) else { return nil }
    var end = match.end
    let isUpper = reading.words[index].shape.contains(.upper)
    while end < limit, end - match.end < 3,
      isNumber(reading.words[end], reading) || reading.words[end].key == WordKey.of("so")
    { end += 1 }
    let numbered = end > match.end
    let isAnnex = match.row == 0
    return isUpper || isAnnex && (numbered || end == limit) || numbered && end == limit ? end : nil
  }

  private static func isNumber(_ word: Word, _ reading: Reading) -> Bool {
    if word.shape.contains(.digit), word.core.count <= 4 { return true }
    return word.shape.contains(.upper) && word.core.count <= 4
      && word.core.allSatisfy {
        [0x69, 0x76, 0x78, 0x6C, 0x61, 0x62, 0x63].contains(reading.text.folded[$0])
      }
  }

  /// An annex heading is the label, the title under it and `(Kèm theo ...)`.
  private func fromHeadings() -> [Attachment] {
    var whole: [Attachment] = []
    var parts: [Attachment] = []
    var index = view.range.lowerBound
    while index < view.range.upperBound {
      guard view.zones[index] == .annexHead, !view.features[index].has(.attached),
        let found = heading(at: index)
      else {
        index += 1
        continue
      }
      if found.isClosed { whole.append(found.attachment) } else { parts.append(found.attachment) }
      index = found.next
    }
    return whole.isEmpty ? parts : whole
  }

  /// A heading under which `(Kèm theo ...)` stands is an annex of its own; others may be parts of one.
  private func heading(at index: Int) -> (attachment: Attachment, isClosed: Bool, next: Int)? {
    let words = view.segments[index].words
    let first = view.firstWord(index)
    var labelEnd = Self.annexLabelEnd(at: first, in: view.reading, limit: words.upperBound)
    if labelEnd == nil { labelEnd = view.features[index].upper > 0.8 ? words.upperBound : nil }
    guard var end = labelEnd else { return nil }
    if end < words.upperBound, labelsWholeLine(index, end) { end = words.upperBound }
    var titles = end < words.upperBound ? [end..<words.upperBound] : []
    var next = index + 1
    var closed = false
    while next < view.range.upperBound, next <= index + 6 {
      if view.features[next].has(.attached) { closed = true; break }
      guard belongsToTitle(next, hasTitle: !titles.isEmpty) else { break }
      titles.append(view.segments[next].words)
      next += 1
    }
    guard closed || view.features[index].upper > 0.7 || end < words.upperBound || !titles.isEmpty else {
      return nil
    }
    let label = view.text([first..<end])
    guard
      let place = view.value(
        [words] + titles.filter { $0.lowerBound >= words.upperBound }, closed ? .plain : .weak)
    else { return nil }
    let title = view.text(titles)
    return (Attachment(label: label, title: title, place: place), closed, next)
  }

  /// `PHỤ LỤC BÁO CÁO` over a title in running letters: the line is the label.
  private func labelsWholeLine(_ index: Int, _ end: Int) -> Bool {
    guard view.features[index].upper > 0.9, index + 1 < view.range.upperBound,
      end == view.firstWord(index) + 2
    else { return false }
    return view.features[index + 1].upper < 0.7 && !view.features[index + 1].has(.attached)
      && belongsToTitle(index + 1, hasTitle: false)
  }

  private func belongsToTitle(_ index: Int, hasTitle: Bool) -> Bool {
    let here = view.features[index]
    if here.has([.outline, .dash, .title, .numberMarked]) || view.segments[index].isCell { return false }
    if here.has(.annex), hasTitle || here.upper < 0.8 || here.count < 4 { return false }
    guard view.zones[index] == .annexHead || view.zones[index] == .annex else { return false }
    if here.upper > 0.8 { return true }
    if !hasTitle { return here.count <= 40 }
    return here.isLower || view.features[index - 1].isClosed == false && here.length < 100
  }

  /// `(Kèm theo Kế hoạch này có Đề cương và Phụ lục)`, `(Gửi kèm: (1) ...; (2) ...)`.
  private func fromNotes() -> [Attachment] {
    var result: [Attachment] = []
    var types: AttachmentTypes?
    for index in view.indices(.text, .annexHead, .annex, .recipient) {
      let words = view.segments[index].words
      for word in words where opensBracket(word) {
        let note = AttachmentNote(
          reading: view.reading, tables: view.tables, opensLine: word == words.lowerBound)
        guard let start = note.listStart(at: word, limit: noteLimit(index)) else { continue }
        for item in note.items(from: start, limit: noteLimit(index)) {
          guard var place = view.value([item], .plain) else { continue }
          if item.count <= 4, view.isRepaired(view.scalars(item)) {
            let known = types ?? AttachmentTypes(view: view)
            types = known
            if let type = known.type(like: place.value) {
              place.value = type
              place.weaken(to: .weak)
            }
          }
          result.append(Attachment(label: nil, title: place.value, place: place))
        }
      }
    }
    return result
  }

  /// `(Kèm`, `"(Kèm`.
  private func opensBracket(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    return word.start < word.coreStart && view.reading.text.folded[Int(word.coreStart) - 1] == 0x28
      && word.coreStart - word.start <= 2
  }

  private func noteLimit(_ index: Int) -> Int {
    view.segments[min(index + 2, view.range.upperBound - 1)].words.upperBound
  }
}

/// The note in brackets that names what is attached.
struct AttachmentNote {
  let reading: Reading
  let tables: ExtractionTables
  /// The note stands on a line of its own: what it names need not be capitalised.
  let opensLine: Bool
  private static let openings = PhraseTable([
    "Kèm theo", "Gửi kèm", "Đính kèm", "Gửi kèm theo", "Đính kèm theo", "Có",
  ])
  private static let own = WordKey.of("nay")
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
    } else if opening.row == 5 {
      return nil
    }
    while start < limit, reading.words[start].isEmpty { start += 1 }
    guard start < limit, startsItem(start, limit) else { return nil }
    return start
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

  /// `(1)` or `1.` before an item.
  private func isMarker(_ index: Int) -> Bool {
    let word = reading.words[index]
    return word.shape.contains(.digit) && !word.shape.contains(.letter) && word.core.count <= 2
      && (word.start < word.coreStart || index > 0 && isBracket(index - 1))
      && word.end > word.coreEnd
  }

  /// `(` alone, torn from its figure.
  private func isBracket(_ index: Int) -> Bool {
    reading.words[index].range.count == 1 && reading.firstByte(index) == 0x28
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
