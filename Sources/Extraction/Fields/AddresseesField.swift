/// Kính gửi.
enum AddresseesField {
  /// The addressees, one by one.
  static func read(_ view: DocumentView) -> [FieldValue] {
    var pieces: [Range<Int>] = []
    // A công điện and an invitation name those they go to in other words; an engine may have lost these.
    var isOpen = view.reading.isNoisy
    for index in view.indices(.addressee) {
      var words = view.segments[index].words
      if let end = view.shapes.keywordEnd(LayoutKeyword.addressee, words) {
        (words, isOpen) = (end..<words.upperBound, true)
      }
      if isOpen, !words.isEmpty { pieces.append(words) }
    }
    return ListItems(view: view).items(pieces).compactMap {
      view.value($0, .plain).map(view.mended)
    }
  }
}
