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
    while index < words.upperBound {
      if let (phrase, end) = phrase(at: index, limit: words.upperBound) {
        parts += phrase
        index = end
      } else {
        parts.append(joiner.join([reading.words[index].range]))
        index += 1
      }
    }
    return parts.joined(separator: " ")
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
