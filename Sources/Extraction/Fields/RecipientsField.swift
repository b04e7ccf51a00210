/// Nơi nhận, and the note of the copy that is kept (Lưu).
enum RecipientsField {
  /// The recipients without the archive note, and the note.
  static func read(_ view: DocumentView) -> (items: [FieldValue], archive: FieldValue?) {
    var pieces: [Range<Int>] = []
    var archives: [Range<Int>] = []
    for index in view.indices(.recipient, .archive) {
      var words = view.segments[index].words
      if let end = view.shapes.headEnd(words) { words = end..<words.upperBound }
      guard !words.isEmpty else { continue }
      if view.zones[index] == .archive { archives.append(words) } else { pieces.append(words) }
    }
    var items = ListItems(view: view).items(pieces)
    if archives.isEmpty, let last = items.lastIndex(where: { isArchive($0, view) }) {
      archives = items.remove(at: last)
    }
    if archives.isEmpty, let last = items.last, let garbled = garbledArchive(last, view) {
      items.removeLast()
      return (items.compactMap { view.value($0, confidence: confidence($0, view)) }, garbled)
    }
    let values = items.compactMap { view.value($0, confidence: confidence($0, view)) }
    var archive = view.value(archives, confidence: 0.95)
    if let value = archive?.value, value.prefix(3).lowercased() == "luu" {
      archive?.value = "Lưu" + value.dropFirst(3)
    }
    if let value = archive?.value { archive?.value = mended(value) }
    return (values, archive)
  }

  private static func isArchive(_ item: [Range<Int>], _ view: DocumentView) -> Bool {
    guard let first = item.first?.first(where: { !view.reading.words[$0].isEmpty }) else { return false }
    return view.reading.words[first].key == WordKey.of("luu")
      && view.reading.words[first].shape.contains(.capital)
  }

  /// `Lưu; VF, NC` for `Lưu: VT, NC`: the clerk's office (văn thư) is what every archive note begins with.
  private static func mended(_ note: String) -> String {
    guard note.hasPrefix("Lưu"), let mark = note.dropFirst(3).first, mark == ":" || mark == ";" else {
      return note
    }
    var words = note.dropFirst(4).split(separator: " ").map(String.init)
    if let first = words.first, let last = first.last, last == "," || last == ".",
      ["VF", "VI", "VÌ", "V1", "VJ", "YT"].contains(String(first.dropLast()))
    {
      words[0] = "VT" + String(last)
    }
    return "Lưu: " + words.joined(separator: " ")
  }

  /// `=1ữuU: VT, KT.`: a last item whose first word still shows that it was `Lưu:`.
  private static func garbledArchive(_ item: [Range<Int>], _ view: DocumentView) -> FieldValue? {
    guard let words = item.first, let first = words.first(where: { !view.reading.words[$0].isEmpty }) else {
      return nil
    }
    let folded = view.reading.text.folded
    let word = view.reading.words[first].range
    guard let colon = word.first(where: { folded[$0] == 0x3A }), colon - word.lowerBound <= 6 else {
      return nil
    }
    let letters = folded[word.lowerBound..<colon].filter(Folding.isLetter)
    guard letters.count <= 4, letters.contains(0x75), var value = view.value(item, confidence: 0.5) else {
      return nil
    }
    guard let end = value.value.firstIndex(of: ":") else { return nil }
    value.value = "Lưu" + value.value[end...]
    return value
  }

  /// An item with a dash and an end mark is whole; others may have lost a piece.
  private static func confidence(_ item: [Range<Int>], _ view: DocumentView) -> Double {
    guard let first = item.first, let last = item.last else { return 0.5 }
    let closed = view.shapes.endsItem(last.upperBound - 1)
    return view.shapes.isDash(first.lowerBound) && closed ? 0.95 : closed ? 0.85 : 0.8
  }
}
