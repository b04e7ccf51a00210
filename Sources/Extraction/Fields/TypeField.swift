/// Tên loại.
enum TypeField {
  /// The printed type; without one what the symbol says, or công văn where the layout is that of one.
  static func read(_ view: DocumentView, number: DocumentNumber?) -> FieldValue? {
    let symbol = number?.symbol.map { String($0.prefix { $0 != "-" && $0 != "/" }) }
    if symbol == "VBHN", let number { return named("Văn bản hợp nhất", number, .plain) }
    for index in view.indices(.type) {
      let words = view.segments[index].words
      let first = view.firstWord(index)
      guard let (row, end) = type(at: first, in: view.reading, limit: words.upperBound, tables: view.tables)
      else { continue }
      let support: Support = view.features[index].has(.typeAlone) ? .plain : .partial
      return view.place(
        view.scalars(first..<end), value: view.tables.types[row].name, support,
        isFixed: true)
    }
    guard let number, let symbol else { return letterWithoutNumber(view) }
    if !isLetter(number, view),
      let row = row(ofSymbol: symbol, separator: separator(number), tables: view.tables)
    {
      return named(view.tables.types[row].name, number, .partial)
    }
    return named("Công văn", number, .plain)
  }

  /// A State document that prints no type but `V/v` or `Kính gửi` is a letter, whatever its symbol begins with: `CT` is
  /// a tax office as well as a chỉ thị.
  private static func isLetter(_ number: DocumentNumber, _ view: DocumentView) -> Bool {
    guard separator(number) != "-" else { return false }
    return !view.indices(.addressee).isEmpty
      || view.indices(.subject).contains { view.features[$0].has(.subjectMark) }
  }

  /// A letter that prints no number, or one without a symbol: `V/v` alone tells it.
  private static func letterWithoutNumber(_ view: DocumentView) -> FieldValue? {
    guard let mark = view.indices(.subject).first(where: { view.features[$0].has(.subjectMark) }) else {
      return nil
    }
    let word = view.firstWord(mark)
    return view.place(view.scalars(word..<(word + 1)), value: "Công văn", .partial)
  }

  private static func separator(_ number: DocumentNumber) -> Character? {
    guard let symbol = number.symbol else { return nil }
    return number.whole.value.dropLast(symbol.count).last
  }

  /// The type that a symbol stands for; `TT` is a thông tri behind a hyphen, a thông tư behind a slash.
  static func row(ofSymbol symbol: String, separator: Character?, tables: ExtractionTables) -> Int? {
    if symbol == "TT", separator == "/" { return tables.types.firstIndex { $0.name == "Thông tư" } }
    return tables.typeOfSymbol[symbol]
  }

  private static func named(_ name: String, _ number: DocumentNumber, _ support: Support) -> FieldValue {
    var value = number.whole
    value.value = name
    value.weaken(to: support)
    return value
  }

  /// The type that starts at word `index`, exactly or, if capitals fill the line, with misread letters.
  static func type(
    at index: Int, in reading: Reading, limit: Int, tables: ExtractionTables
  ) -> (row: Int, end: Int)? {
    if let match = tables.typePhrases.match(reading, at: index, limit: limit) {
      return (match.row, match.end)
    }
    guard limit - index <= 6,
      (index..<limit).allSatisfy({ reading.words[$0].isEmpty || !reading.words[$0].shape.contains(.lower) })
    else { return nil }
    let (start, end) = (Int(reading.words[index].coreStart), Int(reading.words[limit - 1].end))
    for (row, matcher) in tables.typeMatchers.enumerated()
    where matcher.letters.count >= 6
      && (matcher.letters[0] == reading.text.folded[start] || Folding.isDigit(reading.text.folded[start]))
    {
      if let match = matcher.match(reading.text.folded, from: start, limit: end), end - match.end <= 2 {
        return (row, limit)
      }
    }
    return nil
  }
}
