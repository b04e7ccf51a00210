/// Số, ký hiệu.
enum NumberField {
  /// The number of the number line; a bare one counts less than one behind `Số`.
  static func read(_ view: DocumentView) -> DocumentNumber? {
    var best: DocumentNumber?
    for index in view.indices(.number) {
      guard var code = view.shapes.numberStart(view.segments[index].words) else { continue }
      code.mend(view.tables, type: type(view))
      let confidence = view.features[index].has(.numberMarked) ? (code.number == nil ? 0.9 : 0.98) : 0.85
      let found = make(code, view, confidence)
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
    source.code.map { make($0, view, 0.7) }
  }

  private static func make(_ code: PrintedCode, _ view: DocumentView, _ confidence: Double) -> DocumentNumber
  {
    DocumentNumber(
      whole: view.place(
        code.range, value: code.value, confidence: code.isMended ? min(confidence, 0.85) : confidence),
      number: code.number,
      year: code.year,
      symbol: code.symbol)
  }
}
