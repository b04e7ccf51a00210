/// What the rest of a seen word costs at least from each place on, whatever was meant: a lower bound that no word of
/// the lexicon can beat, so that a search may leave what cannot come to an end within its budget without losing
/// anything (the admissible heuristic of Hart, Nilsson and Raphael 1968).
///
/// Owns its buffers and is reused; not `Sendable`.
final class SuffixBounds {
  /// More than the order in which costs are added can make of a difference.
  private static let rounding: Float = 1e-3
  /// Letters are sorted by their bounds in steps of an eighth, the dearest together.
  private static let steps: Float = 8
  private static let levels = 64
  private static let places = CandidateSearch.maximumLength + 1

  /// What a path may have cost at each place if the rest is to fit into the budget.
  let limits: UnsafeMutablePointer<Float>
  /// What a whole path may cost.
  @exclusivity(unchecked) private(set) var budget: Float = 0
  @exclusivity(unchecked) private var count = 0
  private let rest: UnsafeMutablePointer<Float>
  /// The least that a meant pair which each letter begins and all letters seen from a place on can cost.
  private let leap: UnsafeMutablePointer<Float>
  /// The places in `leap` that are no infinity.
  @exclusivity(unchecked) private var leaps: [Int] = []
  /// By first letter, the small letters and the capitals that end a meant pair which part of the word can be.
  private let seconds: UnsafeMutablePointer<LetterMask>
  /// The places in `seconds` that are not empty.
  @exclusivity(unchecked) private var paired: [Int] = []
  /// The least that each letter, alone or in a pair, and all letters seen from one place on can cost.
  private let least: UnsafeMutablePointer<Float>
  /// By case, place and level: the letters of which that is at most so much.
  private let letters: UnsafeMutablePointer<LetterMask>

  init() {
    func room(_ count: Int, _ value: Float = 0) -> UnsafeMutablePointer<Float> {
      let pointer = UnsafeMutablePointer<Float>.allocate(capacity: count)
      pointer.initialize(repeating: value, count: count)
      return pointer
    }
    limits = room(Self.places)
    rest = room(Self.places)
    leap = room(Self.places * MeantLetter.count, ChannelTable.infinity)
    seconds = .allocate(capacity: 2 * MeantLetter.count)
    seconds.initialize(repeating: LetterMask(), count: 2 * MeantLetter.count)
    least = room(MeantLetter.upperOffset)
    letters = .allocate(capacity: 2 * Self.places * Self.levels)
  }

  deinit {
    limits.deallocate()
    rest.deallocate()
    leap.deallocate()
    seconds.deallocate()
    least.deallocate()
    letters.deallocate()
  }

  /// The least that a meant pair which `code` begins and all letters seen from `place` on can cost.
  @inline(__always)
  func leap(_ place: Int, _ code: Int) -> Float { leap[place * MeantLetter.count + code] }

  /// Whether any pair of letters may be meant anywhere.
  var hasLeaps: Bool { !leaps.isEmpty }

  /// The letters, without what is added for capitals, that end a meant pair which `first` begins and part of the word can
  /// be.
  @inline(__always)
  func seconds(_ first: Int, capitals: Bool) -> LetterMask { seconds[2 * first + (capitals ? 1 : 0)] }

  /// The letters that may be meant next, all that can lead to an end within the budget and perhaps a few more, where
  /// paths have cost `row` at the places of `band`.
  @inline(__always)
  func letters(behind row: UnsafeMutablePointer<Float>, _ band: Range<Int>, capitals: Bool) -> LetterMask {
    var sum = LetterMask()
    var place = band.lowerBound
    let first = letters + (capitals ? Self.places * Self.levels : 0)
    while place < band.upperBound {
      let left = budget - row[place]
      if left >= 0 { sum = sum | first[place &* Self.levels &+ Self.level(left)] }
      place &+= 1
    }
    return sum
  }

  /// The level of a cost; what is no number, as a damaged model may have, is among the dearest.
  @inline(__always)
  private static func level(_ cost: Float) -> Int {
    let level = cost * steps
    guard level < Float(levels &- 1) else { return levels &- 1 }
    return level > 0 ? Int(level) : 0
  }

  /// Finds what the rest of `word` costs, whatever the budget. O(letters × codes).
  func find(_ word: SeenRows, _ shape: CaseShape, _ table: ChannelTable) {
    count = word.count
    for place in leaps { leap[place] = ChannelTable.infinity }
    leaps.removeAll(keepingCapacity: true)
    for place in paired { seconds[place] = LetterMask() }
    paired.removeAll(keepingCapacity: true)
    // Letters behind the first are small ones, or all are capitals.
    findRest(word, capitals: shape == .upper, table)
    for place in 0...word.count {
      if shape != .lower { sort(word, place, capitals: true, table) }
      if shape != .upper { sort(word, place, capitals: false, table) }
    }
  }

  /// Finds how much a path may have cost where it may cost `budget` in all. O(letters).
  func limit(to budget: Float) {
    self.budget = budget + Self.rounding
    for place in 0..<count { limits[place] = self.budget - rest[place] }
    limits[count] = budget
  }

  /// Finds `rest` from the end on, and with it `leap`.
  private func findRest(_ word: SeenRows, capitals: Bool, _ table: ChannelTable) {
    rest[word.count] = 0
    for place in (0..<word.count).reversed() {
      var least = table.added[Int(word.letters[place])] + rest[place + 1]
      var group: UInt32 = 0
      for count in 1...min(3, word.count - place) {
        group |= UInt32(word.letters[place + count - 1]) << (10 * UInt32(count - 1))
        let behind = rest[place + count]
        least = min(least, table.leastCost(group, capitals: capitals) + behind)
        for pair in table.pairs(seenAs: group) {
          let slot = place * MeantLetter.count + Int(pair.first)
          if leap[slot] == ChannelTable.infinity { leaps.append(slot) }
          leap[slot] = min(leap[slot], pair.cost + behind)
          note(pair)
        }
      }
      rest[place] = least
    }
  }

  private func note(_ pair: ChannelTable.MeantPair) {
    let isCapital = pair.second >= UInt8(MeantLetter.upperOffset)
    let place = 2 * Int(pair.first) + (isCapital ? 1 : 0)
    if seconds[place].count == 0 { paired.append(place) }
    seconds[place].insert(Int(pair.second) - (isCapital ? MeantLetter.upperOffset : 0))
  }

  /// Sorts the letters of one case by what they and the rest from `place` on cost at least.
  private func sort(_ word: SeenRows, _ place: Int, capitals: Bool, _ table: ChannelTable) {
    let first = capitals ? MeantLetter.upperOffset : 0
    let (least, codes) = (self.least, 0..<MeantLetter.upperOffset)
    func offer(_ costs: UnsafeMutablePointer<Float>, _ rest: Float) {
      for code in codes { least[code] = min(least[code], costs[first + code] + rest) }
    }
    for code in codes { least[code] = table.dropped[first + code] + rest[place] }
    if place < word.count { offer(word.single[place], rest[place + 1]) }
    if place + 1 < word.count, let wide = word.wide[place + 1] { offer(wide, rest[place + 2]) }
    if place + 2 < word.count, let triple = word.triple[place + 2] { offer(triple, rest[place + 3]) }
    if hasLeaps { offer(leap + place * MeantLetter.count, 0) }
    let sorted = letters + (capitals ? Self.places * Self.levels : 0) + place * Self.levels
    sorted.update(repeating: LetterMask(), count: Self.levels)
    for code in codes { sorted[Self.level(least[code])].insert(code) }
    for level in 1..<Self.levels { sorted[level] = sorted[level] | sorted[level &- 1] }
  }
}
