/// Which units of a text stay as they are without being searched.
struct ClosedUnits {
  private var flags: [Bool] = []

  /// None.
  init() {}

  /// `flags` tells of each unit whether it is closed.
  init(_ flags: [Bool]) { self.flags = flags }

  /// Whether none is closed.
  var isEmpty: Bool { flags.isEmpty }

  /// Whether the unit of this number is closed.
  subscript(_ number: Int) -> Bool { flags.isEmpty ? false : flags[number] }

  /// What must be searched of a stretch of units: each run of open ones, with as many behind it as the language model
  /// looks back. Runs that touch are one. O(length).
  func windows(_ stretch: Range<Int>) -> [Range<Int>] {
    guard !flags.isEmpty else { return [stretch] }
    var windows: [Range<Int>] = []
    var unit = stretch.lowerBound
    while unit < stretch.upperBound {
      if flags[unit] {
        unit += 1
        continue
      }
      var end = unit + 1
      while end < stretch.upperBound, !flags[end] { end += 1 }
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
