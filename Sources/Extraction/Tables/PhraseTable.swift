import VietText

/// Phrases found by their folded words.
///
/// Words must be spelt as in the table but for case and marks; how far a reading may be garbled on top of that
/// is the business of `KeywordMatcher`.
struct PhraseTable: Sendable {
  private struct Entry: Sendable {
    var keys: [UInt64]
    var row: Int
  }

  private var entries: [UInt64: [Entry]] = [:]
  /// Phrases of one word, lower-case with marks, which must be met to the letter: `Báo` is no `Bảo`.
  private var exact: [Int: [UInt32]] = [:]

  /// A table of `phrases`; a match gives the phrase's index. Of equal phrases the first is kept.
  ///
  /// With `exactWhenShort`, phrases of one word must also agree in their marks.
  init(_ phrases: [String], exactWhenShort: Bool = false) {
    for (row, phrase) in phrases.enumerated() {
      let keys = phrase.split(separator: " ").map { WordKey.folding(String($0)) }.filter {
        $0 != 0 && $0 != 0x2D
      }
      guard let first = keys.first else { continue }
      if entries[first]?.contains(where: { $0.keys == keys }) == true { continue }
      entries[first, default: []].append(Entry(keys: keys, row: row))
      if exactWhenShort, keys.count == 1 { exact[row] = Self.letters(phrase.unicodeScalars.map(\.value)) }
    }
    for key in entries.keys { entries[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  /// The longest phrase that starts at word `index` and ends before `limit`: its row and one past its last word.
  ///
  /// A mark that ends a clause inside the phrase breaks it, a hyphen standing alone does not.
  func match(_ reading: Reading, at index: Int, limit: Int) -> (row: Int, end: Int)? {
    guard index < limit, let candidates = entries[reading.words[index].key] else { return nil }
    for entry in candidates {
      if let letters = exact[entry.row], !agrees(letters, reading, index) { continue }
      if let end = end(of: entry.keys, in: reading, at: index, limit: limit) { return (entry.row, end) }
    }
    return nil
  }

  static func letters(_ scalars: [UInt32]) -> [UInt32] {
    var word = scalars.map(VietLetter.lowercased)
    TonePlacement.older.apply(to: &word)
    return word
  }

  private func agrees(_ letters: [UInt32], _ reading: Reading, _ index: Int) -> Bool {
    Self.letters(Array(reading.text.scalars[reading.words[index].core])) == letters
  }

  private func end(of keys: [UInt64], in reading: Reading, at index: Int, limit: Int) -> Int? {
    var position = index
    for (count, key) in keys.enumerated() {
      while position < limit, reading.words[position].isEmpty, count > 0 { position += 1 }
      guard position < limit, reading.words[position].key == key else { return nil }
      position += 1
      if count + 1 < keys.count, reading.endsClause(position - 1) { return nil }
    }
    return position
  }
}
