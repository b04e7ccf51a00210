/// The lines that `Kính gửi` or `CHỦ TỊCH ... điện:` opens, told by the layout: those it goes to stand in a list or in lines
/// that go on, and a blank line or the opening of the text ends them (Nghị định 30/2020/NĐ-CP, annex I, part II, 9).
struct AddresseeBlock {
  let pieces: PieceText
  /// Where the column begins that the block stands in: what lies left of it, as a stamp does, is no part of it.
  private let left: Int

  /// The block that piece `opening` opens.
  init(pieces: PieceText, opening: Int) {
    self.pieces = pieces
    left = pieces.segments[opening].column > 0 ? pieces.left(of: opening) : 0
  }

  /// More lines than any such list has.
  private static let mostLines = 16
  /// More lines than any name goes on for.
  private static let mostOpen = 3
  /// What stands in no such list.
  private static let others: SegmentFeatures.Mark = [
    .title, .numberMarked, .date, .stamp, .subjectMark, .recipients, .authority, .typeAlone, .addressee,
  ]
  /// What a sentence says and no name of a body.
  private static let verbs = PhraseTable([
    "đề nghị", "yêu cầu", "nhận được", "thông báo", "có ý kiến", "kính mời", "trân trọng", "xin", "đã",
  ])

  /// One past the last line of the block under line `head`, which opens the list. O(lines of the block).
  func end(after head: Int) -> Int {
    let limit = min(pieces.lines.count, head + Self.mostLines)
    let whole = closed(head, limit)
    var end = head + 1
    while end < limit, goesOn(end, after: head, isWhole: end < whole) { end += 1 }
    return end
  }

  /// One past the block where a blank line or what opens a text closes it and nothing in it is a sentence; `head` otherwise.
  private func closed(_ head: Int, _ limit: Int) -> Int {
    var (line, open) = (head + 1, 0)
    while line < limit, !isGap(line, head), !opensText(line) {
      open = [0x2E, 0x3B].contains(last(line - 1)) || opensItem(line, head) ? 0 : open + 1
      guard isItem(line, head), !says(line), open <= Self.mostOpen else { return head }
      line += 1
    }
    guard line < limit, last(line - 1) != 0x3A || line == head + 1 else { return head }
    return line
  }

  private func goesOn(_ line: Int, after head: Int, isWhole: Bool) -> Bool {
    guard !isGap(line, head), isItem(line, head) else { return false }
    if opensItem(line, head) { return true }
    switch last(line - 1) {
    case 0x2E: return false
    case 0x3B: return isWhole
    default: return isWhole || pieces.features[first(line)].isLower
    }
  }

  /// A dash opens an item; a number does under a line that holds nothing but what opens the list.
  private func opensItem(_ line: Int, _ head: Int) -> Bool {
    let first = first(line)
    if pieces.features[first].has(.dash) { return true }
    return pieces.features[first].has(.outline) && isAlone(head)
      && pieces.reading.words[pieces.segments[first].words.lowerBound].shape.contains(.digit)
  }

  /// A blank line; one between what opens the list and what stands under it ends nothing.
  private func isGap(_ line: Int, _ head: Int) -> Bool {
    pieces.marks[line].afterGap && !(line == head + 1 && isAlone(head))
  }

  /// Whether a line holds nothing but what opens the list.
  private func isAlone(_ head: Int) -> Bool {
    let words = pieces.segments[first(head)].words
    let shapes = LineShapes(reading: pieces.reading, tables: pieces.tables)
    guard first(head) + 1 == pieces.lines[head].upperBound, let end = shapes.addresseesStart(words) else {
      return false
    }
    return (end..<words.upperBound).allSatisfy { pieces.reading.words[$0].isEmpty }
  }

  private func opensText(_ line: Int) -> Bool {
    let marks = self.marks(line)
    guard !marks.contains(.dash), !pieces.features[first(line)].isLower else {
      return false
    }
    // `Ban Thường vụ Đoàn trường;` is an item of the list.
    return marks.contains(.basis)
      || marks.contains(.opener) && isOpener(line) && !(isEnded(line) && !says(line))
  }

  /// `Nam tỉnh` goes on with a name, though `Năm` opens texts.
  private func isOpener(_ line: Int) -> Bool {
    let words = pieces.segments[first(line)].words
    let matches = { (phrases: PhraseTable) in
      phrases.match(pieces.reading, at: words.lowerBound, limit: words.upperBound) != nil
    }
    return matches(pieces.tables.spelledOpeners) || !matches(pieces.tables.openers)
  }

  /// Ends with a semicolon, or with a full stop before a gap.
  private func isEnded(_ line: Int) -> Bool {
    let end = last(line)
    return end == 0x3B || end == 0x2E && line + 1 < pieces.lines.count && pieces.marks[line + 1].afterGap
  }

  private func isItem(_ line: Int, _ head: Int) -> Bool {
    marks(line).isDisjoint(with: Self.others) && !opensText(line) && !isLabelled(line, head)
  }

  /// `Mã số thuế: ...`: no name, and no list.
  private func isLabelled(_ line: Int, _ head: Int) -> Bool {
    let first = first(line)
    if last(line - 1) == 0x3B, names(line) || opensItem(line, head) { return false }
    return !pieces.features[first].has(.dash)
      && pieces.reading.firstByte(pieces.segments[first].words.lowerBound) != 0x28
      && pieces.segments[first].words.prefix(Self.longestLabel).contains {
        pieces.reading.lastByte($0) == 0x3A
      }
  }

  private static let longestLabel = 4

  /// Whether a line begins with a body, or with who heads one: `UBND các xã: ...`.
  private func names(_ line: Int) -> Bool {
    let words = pieces.segments[first(line)].words
    let tables = pieces.tables
    return [tables.bodyPhrases, tables.titles].contains {
      $0.match(pieces.reading, at: words.lowerBound, limit: words.upperBound) != nil
    }
  }

  /// Whether words say something, as a sentence does.
  func says(_ words: Range<Int>) -> Bool {
    words.contains { Self.verbs.match(pieces.reading, at: $0, limit: words.upperBound) != nil }
  }

  private func says(_ line: Int) -> Bool {
    let last = pieces.segments[pieces.lines[line].upperBound - 1].words
    return says(pieces.segments[first(line)].words.lowerBound..<last.upperBound)
  }

  /// Whether a piece reaches into the column.
  func holds(_ piece: Int) -> Bool { pieces.right(of: piece) > left }

  /// The first piece of a line in the column; the last of the line where none is.
  private func first(_ line: Int) -> Int {
    pieces.lines[line].first(where: holds) ?? pieces.lines[line].upperBound - 1
  }

  /// What the pieces of a line in the column show.
  private func marks(_ line: Int) -> SegmentFeatures.Mark {
    (first(line)..<pieces.lines[line].upperBound).reduce(into: []) { $0.formUnion(pieces.features[$1].marks) }
  }

  private func last(_ line: Int) -> UInt8 { pieces.features[pieces.lines[line].upperBound - 1].last }
}
