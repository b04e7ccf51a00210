import VietText

/// Items of a list that runs over lines: `- ...;`.
struct ListItems {
  let view: DocumentView

  /// Puts the pieces of each item together.
  ///
  /// A dash begins an item, and nothing else where no engine can have lost one. Without dashes a piece begins an item if
  /// the item above has ended: with a semicolon or full stop, or with a comma before a capital.
  func items(_ pieces: [Range<Int>]) -> [[Range<Int>]] {
    var items: [[Range<Int>]] = []
    var parts = pieces.flatMap(splitAtDashes).map(part)
    if view.reading.isNoisy || parts.filter(\.opens).count < 2 {
      parts = parts.flatMap { $0.opens ? [$0] : splitAtMarks($0.words).map(part) }
    }
    let hasDashes = parts.filter(\.opens).count > 1
    for (number, part) in parts.enumerated() {
      guard part.words.contains(where: { !view.reading.words[$0].isEmpty }) else { continue }
      let isLast = number + 1 == parts.count || begins(parts[number + 1], after: part.words, hasDashes)
      let piece = isLast ? withoutTail(part.words) : part.words
      if let last = items.last?.last, !begins(part, after: last, hasDashes) {
        items[items.count - 1].append(piece)
      } else {
        items.append([piece])
      }
    }
    return items.map { item in item.last.map { item.dropLast() + [withoutTail($0)] } ?? item }
  }

  /// A piece of an item, and whether a dash opens it.
  private struct Part {
    var words: Range<Int>
    var opens: Bool
  }

  /// A piece without stray letters before its dash or for it: `a - Đoàn ĐBQH`, `r TT HĐND`, `<ở Các ban`.
  private func part(_ piece: Range<Int>) -> Part {
    let first = piece.lowerBound
    if view.shapes.isDash(first) { return Part(words: piece, opens: true) }
    let word = view.reading.words[first]
    guard piece.count > 2, word.core.count <= 2, !word.shape.contains(.digit) else {
      return Part(words: piece, opens: false)
    }
    let rest = first + 1..<piece.upperBound
    if view.shapes.isDash(first + 1) { return Part(words: rest, opens: true) }
    guard view.reading.words[first + 1].shape.contains(.capital), !word.isEmpty, isLoneLetter(word) else {
      return Part(words: piece, opens: false)
    }
    return Part(words: rest, opens: true)
  }

  /// A consonant alone, or letters behind a mark that opens nothing.
  private func isLoneLetter(_ word: Word) -> Bool {
    let folded = view.reading.text.folded
    if word.start < word.coreStart, folded[Int(word.start)] != 0x28, folded[Int(word.start)] != 0x22 {
      return true
    }
    return word.core.count == 1 && word.shape.contains(.lower)
      && ![0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(folded[Int(word.coreStart)])
  }

  /// Without what stands behind the mark that ends an item: pieces of the seal, of a signature, of the next column.
  private func withoutTail(_ piece: Range<Int>) -> Range<Int> {
    var end = piece.upperBound
    while end - 1 > piece.lowerBound, isStray(end - 1) { end -= 1 }
    if end < piece.upperBound, view.shapes.endsItem(end - 1) {
      // `phường, xã và khu phố`: words, where no engine misread any.
      let tail = end..<piece.upperBound
      let isWords =
        !view.reading.isNoisy && view.isSpelled(view.scalars(tail))
        && tail.contains { view.reading.words[$0].core.count > 1 }
      return piece.lowerBound..<(isWords ? piece.upperBound : end)
    }
    if let note = piece.suffix(5).last(where: isReport), note + 1 < piece.upperBound {
      return piece.lowerBound..<note + 1
    }
    guard !view.shapes.endsItem(piece.upperBound - 1),
      let mark = piece.dropLast().last(where: { closes($0) }), piece.upperBound - mark <= 7,
      !namesBody(mark + 1, piece.upperBound)
    else { return piece }
    return piece.lowerBound..<(mark + 1)
  }

  /// `(b/c`, whatever it closes with.
  private func isReport(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    let folded = view.reading.text.folded
    return word.core.count >= 3 && word.core.count <= 4 && word.start < word.coreStart
      && folded[Int(word.coreStart)] == 0x62 && folded[Int(word.coreStart) + 1] == 0x2F
  }

  private func isStray(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    if view.shapes.endsItem(index), word.core.count > 1 {
      let isAbbreviation = word.shape.contains(.upper) || word.shape.contains(.lower)
      return word.core.count == 2 && !isAbbreviation && word.key != WordKey.of("uy")
    }
    return word.isEmpty || word.core.count == 1
      || word.core.count <= 3 && word.shape.contains(.lower)
      || word.core.count <= 4 && !word.shape.contains(.upper)
        && word.core.contains { !Folding.isLetter(view.reading.text.folded[$0]) }
  }

  /// A semicolon, or a closing bracket with a mark behind it.
  private func closes(_ index: Int) -> Bool {
    let last = view.reading.lastByte(index)
    if last == 0x3B { return true }
    if last == 0x29, view.reading.words[index + 1].isEmpty { return true }
    let word = view.reading.words[index]
    return (last == 0x2C || last == 0x3A) && word.end - word.start > 1
      && view.reading.text.folded[Int(word.end) - 2] == 0x29
  }

  /// Whether words of another item follow: `Đoàn ĐBQH tỉnh; UBMTTQVN tỉnh`.
  private func namesBody(_ index: Int, _ limit: Int) -> Bool {
    let isSigner =
      limit - index >= 3
      && (index..<limit).allSatisfy { view.reading.words[$0].shape.contains(.upper) }
    if isSigner { return false }
    return (index..<min(index + 2, limit)).contains { position in
      if view.tables.bodyPhrases.match(view.reading, at: position, limit: limit) != nil { return true }
      let word = view.reading.words[position]
      return word.shape.contains(.upper) && word.core.count >= 4
        && word.core.allSatisfy {
          view.reading.text.scalars[$0] < 0x80 || view.reading.text.scalars[$0] == 0x110
        }
    }
  }

  /// A line that holds several items with dashes: cut before a dash behind the end of an item.
  private func splitAtDashes(_ piece: Range<Int>) -> [Range<Int>] {
    let cuts = piece.dropFirst().filter { view.shapes.isDash($0) && view.shapes.endsItem($0 - 1) }
    return zip([piece.lowerBound] + cuts, cuts + [piece.upperBound]).map { $0..<$1 }
  }

  /// A line that holds several items and no dashes: cut at semicolons, which engines read for commas before small letters.
  private func splitAtMarks(_ piece: Range<Int>) -> [Range<Int>] {
    guard !view.shapes.isDash(piece.lowerBound) else { return [piece] }
    var parts: [Range<Int>] = []
    var start = piece.lowerBound
    var depth = 0
    for index in piece.dropLast() {
      depth += view.reading.bracketBalance(index)
      guard view.reading.lastByte(index) == 0x3B, depth <= 0 else { continue }
      let next = view.reading.words[index + 1]
      guard next.start == next.coreStart, next.shape.contains(.capital) || !view.reading.isNoisy else {
        continue
      }
      parts.append(start..<(index + 1))
      start = index + 1
    }
    parts.append(start..<piece.upperBound)
    return parts
  }

  /// A line that begins with a body, a head of one or `Các`: where no marks part the items, lines do.
  private func opensName(_ piece: Range<Int>) -> Bool {
    guard let first = piece.first(where: { !view.reading.words[$0].isEmpty }),
      view.reading.words[first].shape.contains(.capital),
      view.reading.words[first].start == view.reading.words[first].coreStart
    else { return false }
    if Self.plurals.match(view.reading, at: first, limit: piece.upperBound) != nil { return true }
    if view.tables.titles.match(view.reading, at: first, limit: piece.upperBound) != nil { return true }
    return bodyEnd(first, piece.upperBound) != nil
  }

  private static let plurals = PhraseTable(["Các", "Đồng chí"], exactWhenShort: true)

  private func bodyEnd(_ index: Int, _ limit: Int) -> Int? {
    guard let match = view.tables.bodyPhrases.match(view.reading, at: index, limit: limit),
      view.tables.bodies[match.row].kind != .place
    else { return nil }
    return match.end
  }

  /// Whether a piece says whose it is: `Ban Thường vụ` alone does not, and what ends with a comma or `và` goes on.
  private func isNamed(_ piece: Range<Int>) -> Bool {
    let last = piece.upperBound - 1
    guard let first = piece.first(where: { !view.reading.words[$0].isEmpty }),
      view.reading.lastByte(last) != 0x2C,
      !Self.joints.contains(view.reading.words[last].key)
    else { return false }
    return bodyEnd(first, piece.upperBound) != piece.upperBound
  }

  private static let joints = WordKey.set("va cua cac")

  private func begins(_ part: Part, after last: Range<Int>, _ hasDashes: Bool) -> Bool {
    if part.opens || !hasDashes && !view.reading.isNoisy && opensName(part.words) && isNamed(last) {
      return true
    }
    if hasDashes, !view.reading.isNoisy { return false }
    let piece = part.words
    guard let first = piece.first(where: { !view.reading.words[$0].isEmpty }) else { return false }
    let word = view.reading.words[first]
    switch view.reading.lastByte(last.upperBound - 1) {
    case 0x3B:
      if hasDashes, isLowerCase(word) { return false }
      return word.start == word.coreStart || !view.reading.text.folded[Int(word.start)].isOpenBracket
    case 0x2E, 0x2C: return word.shape.contains(.capital)
    default: return false
    }
  }
}

extension ListItems {
  /// Lower-case throughout: a word that goes on.
  private func isLowerCase(_ word: Word) -> Bool {
    word.core.count > 2 && word.start == word.coreStart
      && word.core.allSatisfy { !VietLetter.isUppercase(view.reading.text.scalars[$0]) }
  }
}

extension Range<Int> {
  /// The parts of a range, cut before each place that opens one.
  func cut(before opens: (Int) -> Bool) -> [Range<Int>] {
    let cuts = dropFirst().filter(opens)
    return zip([lowerBound] + cuts, cuts + [upperBound]).map { $0..<$1 }.filter { !$0.isEmpty }
  }
}

extension DocumentView {
  /// Words cut before each place that opens a part and lies in no brackets; what closes none that is open counts for nothing.
  func cut(_ words: Range<Int>, outsideBracketsBefore opens: (Int) -> Bool) -> [Range<Int>] {
    var depth = 0
    return words.cut { index in
      depth = max(0, depth + reading.bracketBalance(index - 1))
      return depth == 0 && opens(index)
    }
  }

  /// A piece that holds several numbered items, `1. Sở A; 2. Sở B`, cut before the number of each.
  func figured(_ words: Range<Int>) -> [Range<Int>] {
    words.cut { reading.lastByte($0 - 1) == 0x3B && figureEnd($0..<words.upperBound) != nil }
  }

  /// One past `1.` at the start of a piece.
  func figureEnd(_ words: Range<Int>) -> Int? {
    let word = reading.words[words.lowerBound]
    guard words.count > 1, word.shape.contains(.digit), !word.shape.contains(.letter), word.core.count <= 2,
      reading.lastByte(words.lowerBound) == 0x2E
    else { return nil }
    return words.lowerBound + 1
  }
}

extension UInt8 {
  fileprivate var isOpenBracket: Bool { self == 0x28 }
}
