/// Spells words in capitals as the tables do where only marks differ: `BẠN THƯỜNG VỤ` is `BAN THƯỜNG VỤ`.
///
/// Capitals of headers and signatures come from a small vocabulary, so that a phrase of the tables is more
/// credible than the marks an engine saw.
struct Spelling {
  let reading: Reading
  let tables: ExtractionTables

  /// The stretch joined by blanks, phrases of the tables spelt as there.
  func text(_ words: Range<Int>) -> String {
    var parts: [String] = []
    var index = words.lowerBound
    let joiner = WordJoiner(reading: reading)
    var afterPhrase = false
    while index < words.upperBound {
      if let (phrase, end) = phrase(at: index, limit: words.upperBound) {
        parts += phrase
        index = end
        afterPhrase = true
      } else if let unit = unit(at: index, in: words, afterPhrase: afterPhrase) ?? link(at: index, in: words)
      {
        parts.append(unit)
        index += 1
      } else {
        afterPhrase = false
        parts.append(joiner.join([reading.words[index].range]))
        index += 1
      }
    }
    return parts.joined(separator: " ")
  }

  /// Units whose bare letters mean nothing else in capitals before a name: `TÍNH BÌNH LÂM`.
  private static let units: [UInt64: String] = [
    WordKey.of("tinh"): "TỈNH", WordKey.of("huyen"): "HUYỆN", WordKey.of("phuong"): "PHƯỜNG",
  ]

  /// A unit that opens the line or stands behind the name of a body, with a name behind it.
  private func unit(at index: Int, in words: Range<Int>, afterPhrase: Bool) -> String? {
    guard afterPhrase || index == words.lowerBound, index + 1 < words.upperBound,
      reading.words[index].shape.contains(.upper), reading.words[index + 1].shape.contains(.upper),
      reading.words[index].end == reading.words[index].coreEnd
    else { return nil }
    return Self.units[reading.words[index].key].map { spell(index, $0) }
  }

  /// `VĂN PHÒNG HĐND VA UBND`: between two words in capitals it is `VÀ`.
  private func link(at index: Int, in words: Range<Int>) -> String? {
    guard index > words.lowerBound, index + 1 < words.upperBound,
      [index - 1, index, index + 1].allSatisfy({ reading.words[$0].shape.contains(.upper) }),
      reading.words[index].key == WordKey.of("va")
    else { return nil }
    return spell(index, "VÀ")
  }

  /// A phrase of several words in capitals, each with the marks that stand around it.
  private func phrase(at index: Int, limit: Int) -> ([String], Int)? {
    guard reading.words[index].shape.contains(.upper) else { return nil }
    var best: (name: String, end: Int)?
    if let match = tables.bodyPhrases.match(reading, at: index, limit: limit) {
      best = (tables.bodies[match.row].name, match.end)
    }
    if let match = tables.titles.match(reading, at: index, limit: limit), match.end > best?.end ?? 0 {
      best = (tables.titleNames[match.row], match.end)
    }
    guard let best, best.end - index > 1,
      (index..<best.end).allSatisfy({ reading.words[$0].shape.contains(.upper) })
    else { return nil }
    let names = best.name.uppercased().split(separator: " ").map(String.init)
    guard names.count == best.end - index else { return nil }
    return (zip(index..<best.end, names).map { spell($0, $1) }, best.end)
  }

  /// The table's letters between the marks of the text; placements of the tone that mean the same are kept.
  private func spell(_ index: Int, _ name: String) -> String {
    let word = reading.words[index]
    let (before, after) = (Int(word.start)..<Int(word.coreStart), Int(word.coreEnd)..<Int(word.end))
    let own = reading.text.string(word.core)
    let letters =
      own.unicodeScalars.count == name.unicodeScalars.count && !Self.isSame(own, name) ? name : own
    return reading.text.string(before) + letters + reading.text.string(after)
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    PhraseTable.letters(a.unicodeScalars.map(\.value)) == PhraseTable.letters(b.unicodeScalars.map(\.value))
  }
}
