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
    return ListItems(view: view).items(pieces).compactMap { view.value($0, confidence: 0.94) }
  }
}
