/// Địa danh và thời gian ban hành.
enum PlaceDateField {
  /// The date of the date line, complete or partial.
  static func date(_ view: DocumentView) -> FieldValue? {
    for index in lines(view) {
      let words = view.segments[index].words
      guard let date = date(in: words, view.shapes), let iso = date.iso else { continue }
      return view.place(
        date.range, value: iso, date.isComplete ? .plain : view.reading.isNoisy ? .weak : .partial,
        isFixed: true)
    }
    return nil
  }

  /// What stands before the date, the day left open and the hour of a công điện.
  static func place(_ view: DocumentView) -> FieldValue? {
    for index in lines(view) {
      let words = view.segments[index].words
      guard let date = date(in: words, view.shapes), let name = name(words, date, view) else { continue }
      let text = view.reading.text.string(name).split { $0 == " " }.joined(separator: " ")
      let isShort = text.utf8.count <= longestName
      return view.place(name, value: text, isShort ? .plain : .weak)
    }
    return nil
  }

  /// The date lines of the heading; without one, the date line right above the signature, as certificates and minutes have it.
  private static func lines(_ view: DocumentView) -> [Int] {
    let lines = view.indices(.placeDate)
    guard lines.isEmpty, let signature = view.indices(.authority, .signerTitle, .signerName).first,
      let last = view.indices(.text).last(where: { $0 < signature }),
      view.features[last].count <= longestLine,
      view.shapes.trailingDate(view.segments[last].words) == view.segments[last].words.lowerBound,
      view.features[last].last != 0x2E, !view.goesOn(last)
    else { return lines }
    return [last]
  }

  /// Words that a date line has at most.
  private static let longestLine = 14

  /// Bytes of the names of places, but for few.
  private static let longestName = 40
  private static let timeWords = ["ngay", "hoi", "luc", "thang"].map { Array($0.utf8) }

  /// The scalars of the name before a date: from its first capital to the first word of time.
  private static func name(_ words: Range<Int>, _ date: PrintedDate, _ view: DocumentView) -> Range<Int>? {
    let (text, all) = (view.reading.text, view.reading.words)
    guard let first = words.first(where: { all[$0].shape.contains(.capital) }) else { return nil }
    var (start, end) = (Int(all[first].coreStart), date.range.lowerBound)
    guard start < end else { return nil }
    for position in start..<end where !Folding.isLetter(text.folded[position - (position > 0 ? 1 : 0)]) {
      let rest = text.folded[position..<min(end, position + 6)]
      if timeWords.contains(where: {
        rest.starts(with: $0) && !(rest.dropFirst($0.count).first.map(Folding.isLetter) ?? false)
      }) {
        end = position
        break
      }
    }
    while end > start, !Folding.isLetter(text.folded[end - 1]), !Folding.isDigit(text.folded[end - 1]),
      text.folded[end - 1] != 0x29
    { end -= 1 }
    while start < end, !Folding.isLetter(text.folded[start]) { start += 1 }
    return start < end ? start..<end : nil
  }

  /// The date that a stretch holds.
  static func date(in words: Range<Int>, _ shapes: LineShapes) -> PrintedDate? {
    guard let last = words.last else { return nil }
    let limit = Int(shapes.reading.words[last].end)
    for index in words {
      for start in starts(shapes.reading.words[index], shapes.reading.text.folded) {
        if let date = DateGrammar.date(in: shapes.reading.text.folded, at: start, limit: limit), date.spelled
        {
          return date
        }
      }
    }
    return words.lazy.compactMap { shapes.openMonth($0, words) }.first
  }

  /// Where a date may begin in a word: with it, or behind a comma within it.
  private static func starts(_ word: Word, _ folded: [UInt8]) -> [Int] {
    [Int(word.coreStart)] + word.core.filter { folded[$0] == 0x2C }.map { $0 + 1 }
  }

  /// Number and date that an annex says of the document it belongs to.
  struct AnnexSource {
    var code: PrintedCode?
    var date: PrintedDate?
  }

  /// Reads `(Kèm theo Kế hoạch số 93-KH/TU ngày 25 tháng 9 năm 2023 của ...)`.
  static func annexSource(_ view: DocumentView) -> AnnexSource? {
    for index in view.indices(.annexHead, .annex) where view.features[index].has(.attached) {
      let words = view.segments[index].words
      let end = min(index + 3, view.range.upperBound) - 1
      let limit = Int(view.reading.words[view.segments[end].words.upperBound - 1].end)
      var source = AnnexSource()
      let stop = min(words.lowerBound + 40, view.segments[end].words.upperBound)
      for word in words.lowerBound..<stop {
        let start = Int(view.reading.words[word].coreStart)
        if source.code == nil {
          source.code = CodeScanner.code(in: view.reading.text, at: start, limit: limit)
        }
        if source.date == nil,
          let date = DateGrammar.date(in: view.reading.text.folded, at: start, limit: limit),
          date.day != nil, date.year != nil
        {
          source.date = date
        }
      }
      if source.code != nil || source.date != nil { return source }
    }
    return nil
  }

  /// The date that an annex gives, less sure than a date line.
  static func annexDate(_ source: AnnexSource, _ view: DocumentView) -> FieldValue? {
    guard let date = source.date, let iso = date.iso else { return nil }
    return view.place(date.range, value: iso, .partial)
  }
}
