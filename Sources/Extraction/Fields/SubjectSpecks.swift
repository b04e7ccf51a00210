/// Takes out of a subject what dirt on the page put between its words.
struct SubjectSpecks {
  let view: DocumentView

  /// A repair that is less sure than this of a word of one letter does not know it.
  private static let doubt = 0.5

  /// The stretch without words of one letter that stand for a speck.
  ///
  /// Where the engine saw one letter and the repair, unsure of it, made another letter of it, neither knows a word.
  func removed(from words: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = words.lowerBound
    for index in words where isSpeck(index) {
      if index > start { pieces.append(start..<index) }
      start = index + 1
    }
    if start < words.upperBound { pieces.append(start..<words.upperBound) }
    return pieces
  }

  private func isSpeck(_ index: Int) -> Bool {
    let word = view.reading.words[index]
    guard word.core.count == 1, word.range.count == 1, word.shape.contains(.lower) else { return false }
    let source = view.reading.aligned.sourceRange(of: view.reading.text.bytes(word.core))
    let seen = Folding.fold(view.reading.locator.cut(source))
    guard seen.count == 1, Folding.isLetter(seen[0]),
      seen[0] != view.reading.text.folded[word.core.lowerBound]
    else { return false }
    return view.reading.certainty.sureness(in: source).joint < Self.doubt
  }

  /// The subject without a comma at the end of a line that the text, where it says the same words, does not have.
  ///
  /// The edge of the page and the fold leave such marks. Two words on each side must agree.
  func joined(_ subject: String, _ lines: [Range<Int>]) -> String {
    var subject = subject
    for (above, below) in zip(lines, lines.dropFirst()) where above.count >= 2 && below.count >= 2 {
      let stretch = [above.upperBound - 2, above.upperBound - 1, below.lowerBound, below.lowerBound + 1]
      let words = stretch.map { view.reading.words[$0] }
      guard view.reading.lastByte(stretch[1]) == 0x2C, words[2].shape.contains(.lower),
        words.allSatisfy({ !$0.isEmpty }), saysWithout(words.map(\.key), but: stretch[0])
      else { continue }
      let texts = words.map { view.reading.text.string($0.core) }
      subject = subject.replacing(
        "\(texts[1]), \(texts[2]) \(texts[3])", with: "\(texts[1]) \(texts[2]) \(texts[3])")
    }
    return subject
  }

  /// Whether the document says four words elsewhere, and never with a mark in their middle.
  private func saysWithout(_ keys: [UInt64], but own: Int) -> Bool {
    let words = view.reading.words
    let first = view.segments[view.range.lowerBound].words.lowerBound
    let last = view.segments[view.range.upperBound - 1].words.upperBound - keys.count
    guard first <= last else { return false }
    var isSaid = false
    for index in first...last where words[index].key == keys[0] && index != own {
      guard keys.indices.allSatisfy({ words[index + $0].key == keys[$0] }) else { continue }
      if view.reading.endsClause(index + 1) { return false }
      isSaid = true
    }
    return isSaid
  }
}
