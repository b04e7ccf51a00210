/// A seen word with the channel's rows over meant letters for each group of its letters. Owns its buffers and is
/// reused; not `Sendable`.
final class SeenRows {
  /// Number of letters.
  @exclusivity(unchecked) private(set) var count = 0
  /// Codes of `SeenLetter`.
  let letters: UnsafeMutablePointer<UInt16>
  /// Costs of the letter at each place.
  let single: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  /// Costs of the two letters that end at each place; nil where none were learned.
  let wide: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  /// The same of three letters.
  let triple: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>

  init(capacity: Int) {
    letters = .allocate(capacity: capacity)
    single = .allocate(capacity: capacity)
    wide = .allocate(capacity: capacity)
    triple = .allocate(capacity: capacity)
  }

  deinit {
    letters.deallocate()
    single.deallocate()
    wide.deallocate()
    triple.deallocate()
  }

  /// Takes the next word, of at most as many letters as there is room for.
  func take(_ word: [UInt16], _ table: ChannelTable) {
    count = word.count
    for index in word.indices {
      (letters + index).initialize(to: word[index])
      (single + index).initialize(to: table.single + Int(word[index]) * MeantLetter.count)
      (wide + index).initialize(to: index > 0 ? table.pairRow(word[index - 1], word[index]) : nil)
      let group = index > 1 ? Confusion(meant: [], seen: word[index - 2...index]).seen : nil
      (triple + index).initialize(to: group.flatMap(table.tripleRow))
    }
  }
}
