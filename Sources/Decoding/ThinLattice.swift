import NgramModel

/// What a first search leaves of a window: the arcs that any good path uses, and its hypotheses along them.
struct ThinLattice {
  /// How little of all that is probable a single way along an arc may be, as a share of what an arc may be, to be left.
  private static let edgeShare: Float = 1e-2

  /// Number of the first unit of the window.
  let start: Int
  /// For each unit, the place of its word among those of the stretch; of a dropped one, that of the next.
  private(set) var places: [Int32] = []
  /// The units that the first search dropped as specks: the words around them are not theirs.
  private var dropped: [Int] = []
  /// The single words of all units.
  private(set) var arcs: [Arc] = []
  /// Where the arcs of each unit begin, and the end of the last.
  private(set) var singles: [Int32] = [0]
  /// Merges, splits and specks, numbered behind the others.
  private(set) var specials: [Arc] = []
  /// The hypotheses of the search.
  private(set) var graph = SearchGraph()

  /// Thins `lattice` after `beam` has searched it with `path` as the result, whose words are added to `words`, those of
  /// the stretch.
  init(
    _ lattice: Lattice, _ beam: BeamSearch, path: [Int32], start: Int, leastPosterior: Float,
    words: inout [WordID]
  ) {
    self.start = start
    places.reserveCapacity(lattice.unitCount)
    singles.reserveCapacity(lattice.unitCount + 1)
    arcs.reserveCapacity(2 * lattice.unitCount)
    /// The number that each arc gets: the best path's are kept in any case.
    var numbers = [Int32](repeating: -1, count: lattice.arcs.count)
    for number in path { numbers[Int(number)] = 0 }
    for unit in 0..<lattice.unitCount {
      for number in Int(lattice.singles[unit])..<Int(lattice.singles[unit + 1]) {
        let arc = lattice.arcs[number]
        guard arc.kind == .identity || numbers[number] == 0 || beam.posterior(Int32(number)) > leastPosterior
        else { continue }
        numbers[number] = Int32(arcs.count)
        arcs.append(arc)
      }
      singles.append(Int32(arcs.count))
    }
    for unit in 0..<lattice.unitCount {
      for number in lattice.specialNumbers[unit]
      where numbers[Int(number)] == 0 || beam.posterior(number) > leastPosterior {
        numbers[Int(number)] = Int32(arcs.count + specials.count)
        specials.append(lattice.arcs[Int(number)])
      }
    }
    graph = beam.remains(numbers, least: leastPosterior * Self.edgeShare)
    for number in path {
      let arc = lattice.arcs[Int(number)]
      for _ in arc.from..<arc.to { places.append(Int32(words.count)) }
      guard arc.word != .max else {
        dropped.append(Int(arc.from))
        continue
      }
      words.append(arc.word)
      if arc.second != .max { words.append(arc.second) }
    }
  }

  /// Fills `lattice` with what was kept; `adjust` may change the costs of the arcs of a unit where there is a
  /// choice.
  func fill(_ lattice: Lattice, adjust: (_ unit: Int, _ arcs: UnsafeMutableBufferPointer<Arc>) -> Void) {
    lattice.removeAll()
    var next = dropped.startIndex
    for unit in 0..<singles.count - 1 {
      let count = Int(singles[unit + 1] - singles[unit])
      lattice.addUnit(arcs[Int(singles[unit])..<Int(singles[unit + 1])])
      let isDropped = next < dropped.endIndex && dropped[next] == unit
      if isDropped { next += 1 }
      guard count > 1, !isDropped else { continue }
      adjust(
        unit, UnsafeMutableBufferPointer(start: lattice.arcs.base + lattice.arcs.count - count, count: count))
    }
    for arc in specials { lattice.addSpecial(arc) }
  }
}
