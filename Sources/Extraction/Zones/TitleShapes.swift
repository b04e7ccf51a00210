/// Shapes of the national title, the motto and the Party's title.
extension LineShapes {
  private var words: [Word] { reading.words }
  private var folded: [UInt8] { reading.text.folded }

  /// The end of a national title, motto or Party title that starts at word `index`.
  func titleEnd(at index: Int, limit: Int) -> Int? {
    let word = words[index]
    if let end = titleTailEnd(at: index, limit: limit) { return end }
    guard word.shape.contains(.capital) else { return nil }
    let stop = Int(words[limit - 1].end)
    let start = Int(word.coreStart)
    if startsLater(index, limit, stop) { return nil }
    switch folded[start] {
    case 0x63 where word.core.count <= 5:
      let end = LayoutKeyword.national.match(folded, from: start, limit: stop).map {
        wordEnd($0.end, index, limit)
      }
      return word.shape.contains(.upper) || end == limit ? end : nil
    case 0x64 where word.core.count <= 4:
      if let motto = LayoutKeyword.motto.match(folded, from: start, limit: stop) {
        return wordEnd(motto.end, index, limit)
      }
      guard word.shape.contains(.upper) else { return nil }
      if let youth = LayoutKeyword.youth.match(folded, from: start, limit: stop),
        wordEnd(youth.end, index, limit) == limit
      {
        return limit
      }
      return LayoutKeyword.party.match(folded, from: start, limit: stop).flatMap { match in
        let end = wordEnd(match.end, index, limit)
        return isSlogan(end, limit) ? nil : end
      }
    default: return nil
    }
  }

  /// `ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM` is no header.
  private func isSlogan(_ end: Int, _ limit: Int) -> Bool {
    guard end < limit, words[end].shape.contains(.upper), !words[end].shape.contains(.digit),
      words[end].core.count > 2
    else { return false }
    return tables.bodyPhrases.match(reading, at: end, limit: limit) == nil
  }

  /// Whether a title begins one or two words farther on: `THƯƠNG CẢNG CỘNG HÒA`, `DỰ ÁN Độc lập`.
  private func startsLater(_ index: Int, _ limit: Int, _ stop: Int) -> Bool {
    (index + 1..<min(index + 3, limit)).contains { later in
      guard words[later].shape.contains(.capital) else { return false }
      let start = Int(words[later].coreStart)
      return [LayoutKeyword.national, LayoutKeyword.motto, LayoutKeyword.party].contains { matcher in
        folded[start] == matcher.letters[0] && words[later].key == matcher.firstKey
          && matcher.match(folded, from: start, limit: stop) != nil
      }
    }
  }

  /// `ông HÒA XÃ HỘI ...`, `Dobe lập - Tự do ...`: the first word of a title is whatever stands before the rest.
  private func titleTailEnd(at index: Int, limit: Int) -> Int? {
    guard index + 3 < limit, !words[index].isEmpty, words[index].core.count <= 5, !words[index + 1].isEmpty
    else { return nil }
    let matcher: KeywordMatcher
    switch words[index + 1].key {
    case WordKey.of("hoa") where words[index + 1].shape.contains(.upper): matcher = LayoutKeyword.nationalTail
    case WordKey.of("lap"): matcher = LayoutKeyword.mottoTail
    default: return nil
    }
    let start = Int(words[index + 1].coreStart)
    return matcher.match(folded, from: start, limit: Int(words[limit - 1].end)).map {
      wordEnd($0.end, index, limit)
    }
  }
}
