/// What the rest of a seen word costs at least from each place on, whatever was meant: a lower bound that no word of
/// the lexicon can beat, so that a search may leave what cannot come to an end within its budget without losing
/// anything (the admissible heuristic of Hart, Nilsson and Raphael 1968).
///
/// Owns its buffers and is reused; not `Sendable`.
final class SuffixBounds {
  /// More than the order in which costs are added can make of a difference.
  private static let rounding: Float = 1e-3

  /// What a path may have cost at each place if the rest is to fit into the budget.
  let limits: UnsafeMutablePointer<Float>
  /// What a whole path may cost.
  @exclusivity(unchecked) private(set) var budget: Float = 0
  private let rest: UnsafeMutablePointer<Float>
  private let onward: UnsafeMutablePointer<Float>
  private let leap: UnsafeMutablePointer<Float>

  init(capacity: Int) {
    func room(_ count: Int) -> UnsafeMutablePointer<Float> {
      let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
      pointer.initialize(repeating: 0, count: count)
      return pointer
    }
    limits = room(capacity + 1)
    rest = room(capacity + 1)
    onward = room((capacity + 1) * MeantLetter.count)
    leap = room((capacity + 1) * MeantLetter.count)
  }

  deinit {
    limits.deallocate()
    rest.deallocate()
    onward.deallocate()
    leap.deallocate()
  }

  /// The least that the meant letter `code` and all letters seen from `place` on can cost.
  @inline(__always)
  func onward(_ place: Int, _ code: Int) -> Float { onward[place * MeantLetter.count + code] }

  /// The least that a meant pair which `code` begins and all letters seen from `place` on can cost.
  @inline(__always)
  func leap(_ place: Int, _ code: Int) -> Float { leap[place * MeantLetter.count + code] }

  /// Finds the bounds for `word`. O(letters × codes).
  func find(_ word: SeenRows, _ shape: CaseShape, _ table: ChannelTable, budget: Float) {
    self.budget = budget + Self.rounding
    leap.update(repeating: ChannelTable.infinity, count: (word.count + 1) * MeantLetter.count)
    // Letters behind the first are small ones, or all are capitals.
    findRest(word, capitals: shape == .upper, table)
    for place in 0..<word.count { limits[place] = self.budget - rest[place] }
    limits[word.count] = budget
    for place in 0...word.count {
      if shape != .lower { findOnward(word, place, MeantLetter.upperOffset..<MeantLetter.count, table) }
      if shape != .upper { findOnward(word, place, 0..<MeantLetter.upperOffset, table) }
    }
  }

  /// Finds `rest` from the end on, and with it `leap`.
  private func findRest(_ word: SeenRows, capitals: Bool, _ table: ChannelTable) {
    rest[word.count] = 0
    for place in (0..<word.count).reversed() {
      let leaps = leap + place * MeantLetter.count
      var least = table.added[Int(word.letters[place])] + rest[place + 1]
      var group: UInt32 = 0
      for count in 1...min(3, word.count - place) {
        group |= UInt32(word.letters[place + count - 1]) << (10 * UInt32(count - 1))
        let behind = rest[place + count]
        least = min(least, table.leastCost(group, capitals: capitals) + behind)
        for (meant, cost) in table.pairStarts(group) {
          leaps[Int(meant)] = min(leaps[Int(meant)], cost + behind)
        }
      }
      rest[place] = least
    }
  }

  private func findOnward(_ word: SeenRows, _ place: Int, _ codes: Range<Int>, _ table: ChannelTable) {
    let row = onward + place * MeantLetter.count
    func offer(_ costs: UnsafeMutablePointer<Float>, _ rest: Float) {
      for code in codes { row[code] = min(row[code], costs[code] + rest) }
    }
    for code in codes { row[code] = table.dropped[code] + rest[place] }
    if place < word.count { offer(word.single[place], rest[place + 1]) }
    if place + 1 < word.count, let wide = word.wide[place + 1] { offer(wide, rest[place + 2]) }
    if place + 2 < word.count, let triple = word.triple[place + 2] { offer(triple, rest[place + 3]) }
  }
}
