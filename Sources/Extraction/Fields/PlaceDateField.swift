/// Địa danh và thời gian ban hành.
enum PlaceDateField {
  /// The date of the date line, complete or partial.
  static func date(_ view: DocumentView) -> FieldValue? {
    for index in view.indices(.placeDate) {
      let words = view.segments[index].words
      guard let date = date(in: words, view.shapes), let iso = date.iso else { continue }
      return view.place(
        date.range, value: iso, confidence: date.isComplete ? 0.98 : view.reading.isNoisy ? 0.7 : 0.9,
        isFixed: true)
    }
    return nil
  }

  /// What stands before the date.
  static func place(_ view: DocumentView) -> FieldValue? {
    for index in view.indices(.placeDate) {
      let words = view.segments[index].words
      guard let date = date(in: words, view.shapes) else { continue }
      var before = words.prefix { Int(view.reading.words[$0].start) < date.range.lowerBound }
      before = before.lowerBound..<view.shapes.hourStart(before: before.upperBound, before.lowerBound)
      guard before.contains(where: { view.reading.words[$0].shape.contains(.capital) }) else { continue }
      let confidence = before.count <= 6 ? 0.96 : 0.6
      if let value = view.value([before], confidence: confidence, keepsEnd: false) { return value }
    }
    return nil
  }

  /// The date that a stretch holds.
  static func date(in words: Range<Int>, _ shapes: LineShapes) -> PrintedDate? {
    guard let last = words.last else { return nil }
    let limit = Int(shapes.reading.words[last].end)
    for index in words {
      let start = Int(shapes.reading.words[index].coreStart)
      if let date = DateGrammar.date(in: shapes.reading.text.folded, at: start, limit: limit), date.spelled {
        return date
      }
    }
    return words.lazy.compactMap { shapes.openMonth($0, words) }.first
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
    return view.place(date.range, value: iso, confidence: 0.85)
  }
}
