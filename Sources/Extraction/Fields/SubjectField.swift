import VietText

/// Trích yếu.
enum SubjectField {
  /// The lines of the subject zone, without `V/v`, without the type and without a line that says whose it is.
  static func read(_ view: DocumentView) -> FieldValue? {
    var pieces: [Range<Int>] = []
    if let rest = behindType(view) { pieces.append(rest) }
    let type = view.indices(.type).first ?? 0
    let lines = lines(view).filter { $0 > type || view.features[$0].has(.subjectMark) }
    for (position, index) in lines.enumerated() {
      var words = view.segments[index].words
      if pieces.isEmpty { words = withoutMark(words, view) }
      if position == 0, lines.count > 1, saysWhose(index, view) { continue }
      pieces.append(words)
    }
    if pieces.isEmpty, let labelled = labelled(view) { pieces = [labelled] }
    guard let last = pieces.last, isPlausible(lines, view) else { return nil }
    pieces[pieces.count - 1] = withoutDate(last, view)
    let specks = SubjectSpecks(view: view)
    let clean = pieces.flatMap(specks.removed)
    guard var value = view.value(clean, support(lines, view)) else { return nil }
    if clean != pieces { value.weaken(to: .partial) }
    let joined = joiningCodes(specks.joined(value.value, pieces), view.tables)
    if joined != value.value {
      value.value = joined
      value.weaken(to: .partial)
    }
    return value
  }

  /// The lines of the subject up to where another part of the document begins, no comma at their end, with what stands between them for a body or
  /// an enactor: `Kết luận | của Ban Thường vụ Huyện ủy | về ...`.
  private static func lines(_ view: DocumentView) -> [Int] {
    var lines: [Int] = []
    for index in view.range
    where view.zones[index] == .subject && !view.copies.contains(where: { $0.contains(index) }) {
      if let last = lines.last {
        let between = last + 1..<index
        if between.contains(where: { endsSubject(view.zones[$0]) }) { break }
        // `Ủy ban nhân dân quận trân trọng kính mời:`
        if view.segments[index].afterGap, view.features[index].last == 0x3A { break }
        // `Thi hành Nghị quyết ...` opens the text.
        if view.segments[index].afterGap, opensText(index, view), !lines.allSatisfy({ saysWhose($0, view) }) {
          break
        }
        if between.count == 1, [.body, .enactor].contains(view.zones[last + 1]),
          view.segments[last + 1].column == 0
        {
          lines.append(last + 1)
        }
      }
      lines.append(index)
    }
    if lines.count == 1 { lines += behindOwner(lines[0], view) }
    while let last = lines.last, last + 1 < view.range.upperBound, view.zones[last + 1].phase == .main,
      !view.segments[last + 1].afterGap,
      view.reading.lastByte(view.segments[last].words.upperBound - 1) == 0x2C
    { lines.append(last + 1) }
    return lines
  }

  /// Whether a line begins as the text does: `Thi hành Nghị quyết ...`, `Thực hiện Kế hoạch số 12/KH-UBND`.
  private static func opensText(_ index: Int, _ view: DocumentView) -> Bool {
    let (first, limit) = (view.firstWord(index), view.segments[index].words.upperBound)
    let reading = view.reading
    guard reading.words[first].shape.contains(.capital) else { return false }
    if openings.match(reading, at: first, limit: limit) != nil { return true }
    guard citing.match(reading, at: first, limit: limit) != nil else { return false }
    return (first..<min(limit, first + longestCitation)).dropLast().contains {
      reading.words[$0].key == WordKey.of("so") && reading.words[$0 + 1].shape.contains(.digit)
    }
  }

  private static let openings = PhraseTable(["Căn cứ", "Thi hành"])
  /// What opens the text before a cited document with its number.
  private static let citing = PhraseTable(["Thực hiện", "Theo"])
  /// Within how many words that number stands.
  private static let longestCitation = 12

  /// What follows a line that says whose a document is, up to a gap, where it begins as subjects do.
  private static func behindOwner(_ owner: Int, _ view: DocumentView) -> [Int] {
    guard saysWhose(owner, view), owner + 1 < view.range.upperBound, view.features[owner + 1].has(.about)
    else {
      return []
    }
    return (owner + 1..<view.range.upperBound).prefix(longestBehindOwner).prefix { index in
      [.text, .subject].contains(view.zones[index]) && !opensText(index, view)
        && (index == owner + 1 || !view.segments[index].afterGap && !view.features[index - 1].isClosed)
    }
  }

  /// No subject has more lines.
  private static let longestBehindOwner = 8

  private static func endsSubject(_ zone: Zone) -> Bool {
    zone.phase == .main || zone.phase == .closing || zone.phase == .annex || zone == .addressee
  }

  /// `27-C T/TU`: a number torn inside the symbol of its type.
  private static func joiningCodes(_ text: String, _ tables: ExtractionTables) -> String {
    var words = text.split(separator: " ").map(String.init)
    var index = 0
    while index + 1 < words.count {
      let parts = words[index].split(separator: "-", omittingEmptySubsequences: false)
      if parts.count == 2, Int(parts[0]) != nil, (1...3).contains(parts[1].count),
        tables.typeOfSymbol[String(parts[1])] == nil
      {
        let rest = words[index + 1].prefix { $0.isLetter }
        if tables.typeOfSymbol[String(parts[1]) + rest] != nil,
          words[index + 1].dropFirst(rest.count).first == "/"
        {
          words[index] += words.remove(at: index + 1)
        }
      }
      index += 1
    }
    return words.joined(separator: " ")
  }

  /// A subject belongs to a type, a number or `V/v`, and is no page of text.
  private static func isPlausible(_ lines: [Int], _ view: DocumentView) -> Bool {
    guard lines.count <= 40 else { return false }
    return !view.indices(.type, .number).isEmpty
      || lines.first.map { view.features[$0].has([.subjectMark, .about]) } == true
  }

  private static func support(_ lines: [Int], _ view: DocumentView) -> Support {
    let marked = lines.first.map { view.features[$0].has([.subjectMark, .about]) } ?? false
    let afterType = !view.indices(.type).isEmpty
    return afterType || marked ? .plain : .weak
  }

  /// What stands behind the type on its own line.
  private static func behindType(_ view: DocumentView) -> Range<Int>? {
    guard let index = view.indices(.type).first else { return nil }
    let words = view.segments[index].words
    let first = view.firstWord(index)
    guard
      let (_, end) = TypeField.type(at: first, in: view.reading, limit: words.upperBound, tables: view.tables)
    else { return nil }
    let rest = end..<words.upperBound
    guard rest.contains(where: { !view.reading.words[$0].isEmpty }) else { return nil }
    if view.reading.words[end].key == WordKey.of("cua") { return nil }
    let capitals = view.reading.words[first].shape.contains(.upper)
    return capitals ? rest : words
  }

  /// A date in figures that stands alone at the end of a line is the printer's, not the subject's.
  private static func withoutDate(_ words: Range<Int>, _ view: DocumentView) -> Range<Int> {
    guard let last = words.last, last - 1 > words.lowerBound else { return words }
    let (word, before) = (view.reading.words[last], view.reading.words[last - 1])
    guard word.shape.contains(.digit), !word.shape.contains(.letter), word.core.count >= 8,
      before.key != WordKey.of("ngay"), !before.shape.contains(.digit), !before.isEmpty,
      word.core.filter({ view.reading.text.folded[$0] == 0x2F }).count == 2,
      !view.reading.closesBracket(last)
    else { return words }
    return words.lowerBound..<last
  }

  /// What stands behind `Về việc:` on a line of the text: forms that are filled in name their subject so.
  private static func labelled(_ view: DocumentView) -> Range<Int>? {
    for index in view.indices(.text) {
      let words = view.segments[index].words
      if let mark = about.match(view.reading, at: words.lowerBound, limit: words.upperBound),
        mark.end < words.upperBound, view.reading.lastByte(mark.end - 1) == 0x3A
      {
        return mark.end..<words.upperBound
      }
    }
    return nil
  }

  private static let about = PhraseTable(["Về việc", "V/v"])

  private static func withoutMark(_ words: Range<Int>, _ view: DocumentView) -> Range<Int> {
    guard let first = words.first(where: { !view.reading.words[$0].isEmpty }) else { return words }
    if view.shapes.isSubjectMark(first) { return (first + 1)..<words.upperBound }
    guard view.indices(.type).isEmpty, isMisreadMark(first, words.upperBound, view) else { return words }
    return (first + (view.reading.words[first + 1].key == matter ? 2 : 1))..<words.upperBound
  }

  private static let matter = WordKey.of("viec")

  private static let misreadAbout = WordKey.of("va")

  /// Whether the short word that opens the subject of a letter, which has no type, is its `V/v` or `Về`, misread: `Viv`,
  /// whatever word it was taken for, or `Và việc`.
  private static func isMisreadMark(_ index: Int, _ limit: Int, _ view: DocumentView) -> Bool {
    let word = view.reading.words[index]
    guard word.core.count <= 3, word.shape.contains(.capital), index + 1 < limit,
      view.reading.text.folded[Int(word.coreStart)] == 0x76,
      !view.reading.words[index + 1].shape.contains(.capital)
    else { return false }
    if view.reading.words[index + 1].key == matter, word.key == misreadAbout { return true }
    let seen = view.reading.locator.cut(
      view.reading.aligned.sourceRange(of: view.reading.text.bytes(word.core)))
    return MisreadSubjectMark.isOne(seen.unicodeScalars.map(\.value))
  }

  /// `CỦA BAN THƯỜNG VỤ TỈNH ỦY` between the type and the subject.
  private static func saysWhose(_ index: Int, _ view: DocumentView) -> Bool {
    view.features[index].has(.of) && view.features[index].upper > 0.8
  }
}
