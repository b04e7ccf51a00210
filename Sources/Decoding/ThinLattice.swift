import NgramModel

/// What a first search leaves of a window: the arcs that any good path uses.
struct ThinLattice {
  /// Number of the first unit of the window.
  let start: Int
  /// The state before it, where it does not follow from what was searched before.
  let state: NgramState?
  /// Whether a paragraph ends with the window.
  let endsLine: Bool
  /// For each unit, the place of its word among those of the stretch; of a dropped one, that of the next.
  private(set) var places: [Int32] = []
  /// The single words of all units.
  private(set) var arcs: [Arc] = []
  /// Where the arcs of each unit begin, and the end of the last.
  private(set) var singles: [Int32] = [0]
  /// Merges, splits and specks.
  private(set) var specials: [Arc] = []

  /// Thins `lattice` after `beam` has searched it with `path` as the result, whose words are added to `words`, those of
  /// the stretch.
  init(
    _ lattice: Lattice, _ beam: BeamSearch, path: [Int32], start: Int, from state: NgramState?,
    endsLine: Bool,
    leastPosterior: Float, words: inout [WordID]
  ) {
    (self.start, self.state, self.endsLine) = (start, state, endsLine)
    places.reserveCapacity(lattice.unitCount)
    singles.reserveCapacity(lattice.unitCount + 1)
    arcs.reserveCapacity(2 * lattice.unitCount)
    for unit in 0..<lattice.unitCount {
      for number in lattice.singles[unit]..<lattice.singles[unit + 1] {
        let arc = lattice.arcs[Int(number)]
        if arc.kind == .identity || beam.posterior(number) > leastPosterior { arcs.append(arc) }
      }
      singles.append(Int32(arcs.count))
      for number in lattice.specialNumbers[unit] where beam.posterior(number) > leastPosterior {
        specials.append(lattice.arcs[Int(number)])
      }
    }
    for number in path {
      let arc = lattice.arcs[Int(number)]
      for _ in arc.from..<arc.to { places.append(Int32(words.count)) }
      guard arc.word != .max else { continue }
      words.append(arc.word)
      if arc.second != .max { words.append(arc.second) }
    }
  }

  /// Fills `lattice` with what was kept; `adjust` may change the costs of the arcs of a unit where there is a
  /// choice.
  func fill(_ lattice: Lattice, adjust: (_ unit: Int, _ arcs: UnsafeMutableBufferPointer<Arc>) -> Void) {
    lattice.removeAll()
    for unit in 0..<singles.count - 1 {
      let count = Int(singles[unit + 1] - singles[unit])
      lattice.addUnit(arcs[Int(singles[unit])..<Int(singles[unit + 1])])
      guard count > 1 else { continue }
      adjust(
        unit, UnsafeMutableBufferPointer(start: lattice.arcs.base + lattice.arcs.count - count, count: count))
    }
    for arc in specials { lattice.addSpecial(arc) }
  }
}
