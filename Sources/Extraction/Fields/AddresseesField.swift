/// Kính gửi.
enum AddresseesField {
  /// The addressees, one by one.
  static func read(_ view: DocumentView) -> [FieldValue] {
    var pieces: [Range<Int>] = []
    for index in view.indices(.addressee) {
      var words = view.segments[index].words
      if let end = view.shapes.keywordEnd(LayoutKeyword.addressee, words) { words = end..<words.upperBound }
      if !words.isEmpty { pieces.append(words) }
    }
    return ListItems(view: view).items(pieces).compactMap { item in
      guard var value = view.value(item, confidence: 0.94) else { return nil }
      let clean = ItemText(tables: view.tables).clean(value.value)
      if clean != value.value { (value.value, value.confidence) = (clean, min(value.confidence, 0.85)) }
      return value
    }
  }
}
