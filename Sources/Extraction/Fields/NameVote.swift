import VietText

/// Lets the mentions of a place name in one document decide between its readings.
///
/// Marks are what engines lose first, and a document names its place several times: in the header, in the date
/// line, in the text. Readings that agree in their bare letters are taken for one name.
struct NameVote {
  let view: DocumentView

  /// The place and the bodies of a record with the winning reading of the place's name.
  func settle(_ record: inout DocumentRecord) {
    guard let place = record.place?.value else { return }
    let words = place.split(separator: " ").map(String.init)
    let keys = words.map { WordKey.folding($0) }
    guard (1...4).contains(keys.count), let winner = winner(keys, own: words.map(Self.canonical)) else {
      return
    }
    if winner != words.map(Self.canonical) {
      record.place?.value = winner.map(Self.titleCase).joined(separator: " ")
    }
    record.issuingBody = settled(record.issuingBody, keys, winner)
    record.superiorBody = settled(record.superiorBody, keys, winner)
  }

  /// The reading with most votes; capitalised ones first where they are even.
  private func winner(_ keys: [UInt64], own: [String]) -> [String]? {
    var votes: [[String]: Int] = [own: 0]
    let words = view.reading.words
    let first = view.segments[view.range.lowerBound].words.lowerBound
    let last = view.segments[view.range.upperBound - 1].words.upperBound - keys.count
    guard first <= last else { return nil }
    for index in first...last where words[index].key == keys[0] {
      guard keys.indices.allSatisfy({ words[index + $0].key == keys[$0] }) else { continue }
      let stretch = index..<(index + keys.count)
      guard stretch.allSatisfy({ words[$0].shape.contains(.capital) }) else { continue }
      let isUpper = stretch.allSatisfy { words[$0].shape.contains(.upper) }
      votes[stretch.map { Self.canonical(view.reading.text.string(words[$0].core)) }, default: 0] +=
        isUpper ? 2 : 3
    }
    return votes.max { ($0.value, $1.key.joined()) < ($1.value, $0.key.joined()) }?.key
  }

  private func settled(_ body: FieldValue?, _ keys: [UInt64], _ winner: [String]) -> FieldValue? {
    guard var body else { return nil }
    var words = body.value.split(separator: " ").map(String.init)
    guard words.count > keys.count else { return body }
    let start = words.count - keys.count
    guard keys.indices.allSatisfy({ WordKey.folding(words[start + $0]) == keys[$0] }) else { return body }
    for index in keys.indices where Self.canonical(words[start + index]) != winner[index] {
      let isUpper = words[start + index] == words[start + index].uppercased()
      words[start + index] = isUpper ? winner[index].uppercased() : Self.titleCase(winner[index])
    }
    body.value = words.joined(separator: " ")
    return body
  }

  /// Lower-case, with one placement of the tone.
  private static func canonical(_ word: String) -> String {
    var view = String.UnicodeScalarView()
    for value in PhraseTable.letters(word.unicodeScalars.map(\.value)) {
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  private static func titleCase(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
