import NgramModel

/// A stretch of units after the first search: its words, and the windows that will be searched once more.
struct SearchedStretch {
  /// The numbers of its units.
  let units: Range<Int>
  /// The profile that decodes it.
  let profile: SourceProfile
  /// The words that the first search decided on, those of units that were not searched among them.
  var words: [WordID] = []
  /// The windows, in order.
  private(set) var thins: [ThinLattice] = []
  /// One past the last unit whose word is known.
  private(set) var end: Int
  /// Where the words last kept begin.
  private var keptStart = 0
  /// Runs of units that were kept, with the place of their first word.
  private var runs: [(units: Range<Int>, place: Int)] = []

  init(units: Range<Int>, profile: SourceProfile) {
    (self.units, self.profile) = (units, profile)
    end = units.lowerBound
  }

  /// The words kept last.
  var kept: ArraySlice<WordID> { words[keptStart...] }

  /// Keeps the units up to `limit` as they are.
  mutating func keep(_ all: [Unit], to limit: Int) {
    keptStart = words.count
    guard end < limit else { return }
    runs.append((end..<limit, words.count))
    for number in end..<limit { words.append(all[number].word) }
    end = limit
  }

  /// Adds a window, whose words are there.
  mutating func add(_ thin: ThinLattice) {
    thins.append(thin)
    end = thin.start + thin.places.count
  }

  /// The word before a window.
  func word(before thin: ThinLattice) -> WordID {
    let place = Int(thin.places.first ?? 0)
    return place > 0 && place <= words.count ? words[place - 1] : .lineStart
  }

  /// Calls `body` with each unit and the place of its word.
  func forEachPlace(_ body: (_ unit: Int, _ place: Int32) -> Void) {
    var run = 0
    for thin in thins {
      while run < runs.count, runs[run].units.lowerBound < thin.start {
        visit(run, body)
        run += 1
      }
      for (offset, place) in thin.places.enumerated() { body(thin.start + offset, place) }
    }
    for rest in runs.indices.dropFirst(run) { visit(rest, body) }
  }

  private func visit(_ run: Int, _ body: (_ unit: Int, _ place: Int32) -> Void) {
    for (offset, number) in runs[run].units.enumerated() { body(number, Int32(runs[run].place + offset)) }
  }
}
