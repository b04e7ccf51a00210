/// Số, ký hiệu.
enum NumberField {
  /// The number of the number line; a bare one counts less than one behind `Số`.
  static func read(_ view: DocumentView) -> DocumentNumber? {
    var best: DocumentNumber?
    for index in view.indices(.number) {
      guard var code = view.shapes.numberStart(view.segments[index].words) else { continue }
      code.mend(view.tables, view.reading, type: type(view))
      var support: Support = view.features[index].has(.numberMarked) ? .plain : .partial
      if !endsLine(code, view.segments[index].words, view) { support = .weak }
      let found = make(code, view, support)
      if best == nil || (best?.number == nil && found.number != nil) { best = found }
    }
    return best
  }

  /// Row of the type that is printed.
  private static func type(_ view: DocumentView) -> Int? {
    guard let index = view.indices(.type).first else { return nil }
    return TypeField.type(
      at: view.firstWord(index), in: view.reading, limit: view.segments[index].words.upperBound,
      tables: view.tables)?.row
  }

  /// The number that an annex gives: `(Kèm theo Kế hoạch số 93-KH/TU ngày ...)`.
  static func fromAnnex(_ source: PlaceDateField.AnnexSource, _ view: DocumentView) -> DocumentNumber? {
    source.code.map { make($0, view, .weak) }
  }

  private static func make(_ code: PrintedCode, _ view: DocumentView, _ support: Support) -> DocumentNumber {
    let isSymbol = code.symbol.map { view.tables.symbols.knows($0) } == true
    let isKnown = !code.isMended && isWhole(code, view) && isSymbol
    let isDoubtful = code.isMended || !isSymbol && view.reading.isNoisy
    let whole = view.place(
      code.range, value: code.value, isDoubtful ? min(support, .partial) : support,
      isKnown: isKnown && !view.isRepaired(code.range))
    return DocumentNumber(whole: whole, number: code.number, year: code.year, symbol: code.symbol)
  }

  /// Whether no more than a speck stands behind the number in its piece of the line.
  private static func endsLine(_ code: PrintedCode, _ words: Range<Int>, _ view: DocumentView) -> Bool {
    let rest = words.filter { Int(view.reading.words[$0].start) >= code.range.upperBound }
    let mark =
      code.range.upperBound < view.reading.text.count
      && view.reading.text.folded[code.range.upperBound] == 0x3A
    return !mark && rest.reduce(0) { $0 + view.reading.words[$1].core.count } <= 2
  }

  /// Whether the line or a blank ends the number: nothing of it was read as another mark.
  private static func isWhole(_ code: PrintedCode, _ view: DocumentView) -> Bool {
    let text = view.reading.text
    guard code.range.upperBound < text.count else { return true }
    let next = text.folded[code.range.upperBound]
    return next <= Folding.blank && text.folded[code.range.upperBound - 1] != 0x2D
  }
}
