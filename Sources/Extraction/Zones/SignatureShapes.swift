import VietText

/// Shapes of the signature block: authorities, titles, names of persons.
extension LineShapes {
  private var words: [Word] { reading.words }
  private var folded: [UInt8] { reading.text.folded }

  /// Length in words of an authority mark at `index`: `TM.`, `T/M`, `T.M.`, `KT.`, `TL`, `TUQ.`, `T/L`.
  func authorityLength(at index: Int, limit: Int) -> Int? {
    let word = words[index]
    guard word.shape.contains(.capital), !word.isEmpty, word.core.count <= 12 else { return nil }
    if isGluedAuthority(word) || isBentAuthority(index, limit) { return 1 }
    let isSlashed = Self.slashed.contains(word.key)
    guard isSlashed || Self.pointed.contains(word.key) else { return nil }
    let next = index + 1 < limit ? words[index + 1] : nil
    let hasMark = isSlashed || word.end > word.coreEnd
    guard VietLetter.isUppercase(reading.text.scalars[word.core.upperBound - 1]),
      hasMark || next?.shape.contains(.upper) == true
    else {
      return nil
    }
    return next == nil || next?.shape.contains(.capital) == true ? 1 : nil
  }

  /// `KIT TRƯỞNG BAN`: the slash of `K/T` read as a letter, before the title of a head.
  private func isBentAuthority(_ index: Int, _ limit: Int) -> Bool {
    guard Self.bent.contains(words[index].key), words[index].shape.contains(.upper) else { return false }
    return index + 1 < limit && titleCapsEnd(at: index + 1, limit: limit) != nil
  }

  /// `KT.BỘ`: the blank behind the mark was lost.
  private func isGluedAuthority(_ word: Word) -> Bool {
    guard word.core.count >= 5, word.shape.contains(.upper) else { return false }
    let start = Int(word.coreStart)
    let mark = folded[start + 2]
    guard mark == 0x2E || mark == 0x2C, Folding.isLetter(folded[start + 3]) else { return false }
    switch (folded[start], folded[start + 1]) {
    case (0x6B, 0x74), (0x74, 0x6D), (0x74, 0x6C): return true
    default: return false
    }
  }

  private static let slashed = WordKey.set("t/m k/t t/l t/uq t/u tm/ kt/ tl/ t.m k.t t.l t.uq")
  private static let pointed = WordKey.set("tm kt tl tuq")
  private static let bent = WordKey.set("kit klt kft kt")

  /// `Q.`: acting.
  func isActing(_ index: Int, limit: Int) -> Bool {
    words[index].key == WordKey.of("q") && words[index].shape.contains(.upper) && index + 1 < limit
      && words[index + 1].shape.contains(.upper)
  }

  /// The end of a title in capitals that starts at `index`.
  func titleCapsEnd(at index: Int, limit: Int) -> Int? {
    guard words[index].shape.contains(.upper), !isInsideBody(index, limit) else { return nil }
    let start = isActing(index, limit: limit) ? index + 1 : index
    guard let match = tables.titles.match(reading, at: start, limit: limit),
      (start..<match.end).allSatisfy({ words[$0].isEmpty || words[$0].shape.contains(.upper) })
    else { return nil }
    return match.end
  }

  /// `BÍ THƯ` in `BAN BÍ THƯ` is no title.
  private func isInsideBody(_ index: Int, _ limit: Int) -> Bool {
    guard index > 0, words[index - 1].shape.contains(.upper), !reading.endsClause(index - 1) else {
      return false
    }
    return tables.bodyPhrases.match(reading, at: index - 1, limit: limit).map { $0.end > index } ?? false
  }

  /// The row of the title that words in capitals are a bad reading of; nil if they are none, or one to the letter.
  func bentTitle(_ range: Range<Int>) -> Int? {
    guard (2...6).contains(range.count), range.allSatisfy({ words[$0].shape.contains(.upper) }) else {
      return nil
    }
    let (start, end) = (Int(words[range.lowerBound].coreStart), Int(words[range.upperBound - 1].coreEnd))
    let size = folded[start..<end].reduce(0) { $0 + (Folding.isLetter($1) ? 1 : 0) }
    guard size >= 7 else { return nil }
    return tables.titleMatchers.firstIndex { matcher in
      matcher.letters[0] == folded[start] && abs(matcher.letters.count - size) <= 1
        && matcher.match(folded, from: start, limit: end).map { end - $0.end <= 1 && $0.errors > 0 } == true
    }
  }

  private static let ranks = PhraseTable(
    Degrees.names + [
      "GS.TS", "PGS.TS", "TS.BS", "GS.TSKH", "Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng",
      "Đại tá", "Thượng tá", "Trung tá",
      "Thiếu tá", "Đã ký",
      "Đại úy", "Thượng úy", "Trung úy", "Thiếu úy",
    ])

  /// A name without the degree or rank before it.
  func withoutRank(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    while first < range.upperBound {
      if words[first].isEmpty { first += 1; continue }
      guard let match = Self.ranks.match(reading, at: first, limit: range.upperBound) else { break }
      first = match.end
    }
    return range.upperBound - first >= 2 ? first..<range.upperBound : range
  }

  /// Whether a stretch is a full name: two to five capitalised words that begin with a family name.
  func isPersonName(_ range: Range<Int>) -> Bool {
    nameEnd(at: range.lowerBound, limit: range.upperBound) == range.upperBound
  }

  /// The end of the name of a person that starts at `index`.
  func nameEnd(at index: Int, limit: Int) -> Int? {
    guard index < limit, opensName(index) else { return nil }
    var end = index
    while end < limit, end - index < 5 {
      let word = words[end]
      guard word.shape.contains(.capital), !word.shape.contains(.digit), word.core.count <= 7 else { break }
      guard (word.start == word.coreStart) || end == index else { break }
      end += 1
      if reading.endsClause(end - 1) { break }
    }
    return end - index >= 2 ? end : nil
  }

  /// Whether a word is a family name; a rare one to the letter, where no engine misread the text.
  private func opensName(_ index: Int) -> Bool {
    let key = words[index].key
    if tables.families.contains(key) { return true }
    guard !reading.isNoisy, let rare = tables.rareFamilies[key] else { return false }
    return rare.contains(reading.text.string(words[index].core))
  }

  /// Whether a word is a family name to the letter, marks included, in mixed case.
  func isFamily(_ index: Int) -> Bool {
    let word = words[index]
    return !word.shape.contains(.upper) && tables.familyNames.contains(reading.text.string(word.core))
  }

}
