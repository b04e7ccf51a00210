/// Which units of a text stay as they are without being searched.
struct ClosedUnits {
  /// What is known of a unit that stays as it is.
  struct Standing {
    /// What it adds to the score of the text as it stands, log10.
    var gain: Float
    /// The odds of the best rival against it, log10.
    var rival: Float
    /// What it costs beside the language model, -log10.
    var cost: Float = 0
  }

  private var units: [Standing?] = []

  /// None.
  init() {}

  /// `units` tells of each unit whether it is closed, and how it stands.
  init(_ units: [Standing?]) { self.units = units }

  /// How the unit of this number stands; nil where it is open.
  subscript(_ number: Int) -> Standing? { units.isEmpty ? nil : units[number] }

  /// What must be searched of a stretch of units: each run of open ones, with as many behind it as the language model
  /// looks back. Runs that touch are one. O(length).
  func windows(_ stretch: Range<Int>) -> [Range<Int>] {
    guard !units.isEmpty else { return [stretch] }
    var windows: [Range<Int>] = []
    var unit = stretch.lowerBound
    while unit < stretch.upperBound {
      if units[unit] != nil {
        unit += 1
        continue
      }
      var end = unit + 1
      while end < stretch.upperBound, units[end] == nil { end += 1 }
      let reach = min(end + Self.reach, stretch.upperBound)
      if let last = windows.last, unit - last.upperBound < Self.reach {
        windows[windows.count - 1] = last.lowerBound..<reach
      } else {
        windows.append(unit..<reach)
      }
      unit = end
    }
    return windows
  }

  /// A word bears on the probabilities of so many behind it.
  static let reach = 3
}
