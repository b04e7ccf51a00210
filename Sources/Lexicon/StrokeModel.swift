import VietText

/// Which D of a group of capitals is a Đ whose stroke an engine lost, told by the letters around it: `CDSD` is `CĐSĐ`.
///
/// Counts of what stands in the known groups, those of wider surroundings smoothed by those of narrower ones (linear
/// interpolation after Jelinek and Mercer, 1980). Learned from the tables of abbreviations and symbols when it is first
/// asked.
struct StrokeModel: Sendable {
  /// How sure a stroke must be.
  private static let least: Float = 0.9
  /// How many occurrences what narrower surroundings tell counts for.
  private static let priorWeight: Float = 2
  private static let (bare, stroked): (UInt32, UInt32) = (0x44, 0x110)

  private struct Count {
    var all: Float = 0
    var stroked: Float = 0
  }

  private var counts: [UInt64: Count] = [:]

  /// A model of what `groups` have, each with how often it was counted. O(letters).
  init(_ groups: [(proper: [UInt32], count: Int)]) {
    for (proper, count) in groups {
      // Frequent groups are little better examples of how rare ones are made. Whole weights add up the same in any order.
      let weight = Float(String(count).utf8.count)
      let letters = proper.map(VietLetter.bare)
      for index in proper.indices where proper[index] == Self.bare || proper[index] == Self.stroked {
        for key in Self.surroundings(letters, index).joined() {
          counts[key, default: Count()].all += weight
          if proper[index] == Self.stroked { counts[key, default: Count()].stroked += weight }
        }
      }
    }
  }

  /// `group` with the strokes that are nearly certain; nil where it has marks already or none is. O(letters).
  func restored(_ group: ArraySlice<UInt32>) -> [UInt32]? {
    guard group.contains(Self.bare), !group.contains(where: VietLetter.isMarked) else { return nil }
    let letters = Array(group)
    let restored = letters.indices.map { index in
      letters[index] == Self.bare && probability(letters, index) >= Self.least ? Self.stroked : letters[index]
    }
    return restored == letters ? nil : restored
  }

  /// P(Đ | the letters around `index`).
  private func probability(_ letters: [UInt32], _ index: Int) -> Float {
    Self.surroundings(letters, index).reduce(0.5) { prior, keys in
      var (share, weight): (Float, Float) = (0, 0)
      for count in keys.lazy.compactMap({ counts[$0] }) {
        share += count.all * (count.stroked + Self.priorWeight * prior) / (count.all + Self.priorWeight)
        weight += count.all
      }
      return weight > 0 ? share / weight : prior
    }
  }

  /// Keys of the surroundings of the letter at `index`, from the narrowest to the widest; of equal width together.
  private static func surroundings(_ letters: [UInt32], _ index: Int) -> [[UInt64]] {
    func letter(_ offset: Int) -> UInt64 {
      let place = index + offset
      return letters.indices.contains(place) ? UInt64(letters[place] & 0x7F) : offset < 0 ? 1 : 2
    }
    func key(_ offsets: Int...) -> UInt64 {
      offsets.reduce(0) { $0 | letter($1) << UInt64(8 * ($1 + 4)) }
    }
    return [
      [0], [key(-1), key(1)], [key(-1, 1), key(-2, -1), key(1, 2)], [key(-2, -1, 1), key(-1, 1, 2)],
      [key(-2, -1, 1, 2)],
    ]
  }
}
