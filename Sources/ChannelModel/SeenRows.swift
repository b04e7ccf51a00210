/// A seen word with the channel's rows over meant letters for each group of its letters. Owns its buffers and is
/// reused; not `Sendable`.
final class SeenRows {
  /// Number of letters.
  @exclusivity(unchecked) private(set) var count = 0
  /// Codes of `SeenLetter`.
  let letters: UnsafeMutablePointer<UInt16>
  /// What each letter costs where nothing was meant.
  let added: UnsafeMutablePointer<Float>
  /// Whether any two or three of the letters have costs of their own.
  @exclusivity(unchecked) private(set) var hasGroups = false
  /// Costs of the letter at each place.
  let single: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  /// Costs of the two letters that end at each place; nil where none were learned.
  let wide: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  /// The same of three letters.
  let triple: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>

  init(capacity: Int) {
    letters = .allocate(capacity: capacity)
    added = .allocate(capacity: capacity)
    single = .allocate(capacity: capacity)
    wide = .allocate(capacity: capacity)
    triple = .allocate(capacity: capacity)
  }

  deinit {
    letters.deallocate()
    added.deallocate()
    single.deallocate()
    wide.deallocate()
    triple.deallocate()
  }

  /// Takes the next word, of at most as many letters as there is room for.
  func take(_ word: [UInt16], _ table: ChannelTable) {
    (count, hasGroups) = (word.count, false)
    for index in word.indices {
      (letters + index).initialize(to: word[index])
      (added + index).initialize(to: table.added[Int(word[index])])
      (single + index).initialize(to: table.single + Int(word[index]) * MeantLetter.count)
      (wide + index).initialize(to: index > 0 ? table.pairRow(word[index - 1], word[index]) : nil)
      let group = index > 1 ? Confusion(meant: [], seen: word[index - 2...index]).seen : nil
      (triple + index).initialize(to: group.flatMap(table.tripleRow))
      hasGroups = hasGroups || wide[index] != nil || triple[index] != nil
    }
  }
}
