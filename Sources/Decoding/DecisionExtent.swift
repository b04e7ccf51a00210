/// Which decisions about a text are told.
public enum DecisionExtent: Sendable, Equatable {
  /// All.
  case all
  /// Those that change it.
  case changes
  /// Those that change it; of text with its marks also those about so many tokens on either side. Where an engine without
  /// Vietnamese read some lines of such text, all.
  case changesAmong(tokens: Int)

  /// What is told of a text with these sources; where lines are put aside, units do not stand as in the text.
  func settled(_ sources: LineSources, hasAsides: Bool) -> DecisionExtent {
    guard case .changesAmong = self else { return self }
    if !sources.hasMarked { return .changes }
    return sources.hasEngine || hasAsides ? .all : self
  }
}

/// The decisions about the searched units of a text, from which those are taken that stand near a change.
struct SearchedDecisions {
  private var decisions: [Decision] = []
  /// Number of the first unit of each.
  private var units: [Int] = []
  private var changed: [Int] = []

  /// Adds the decision about the unit `number` and what follows it.
  mutating func add(_ decision: Decision, at number: Int, isChange: Bool) {
    if isChange { changed.append(units.count) }
    decisions.append(decision)
    units.append(number)
  }

  /// The decisions about all units up to `reach` tokens from a change, in order; `kept` gives those about units that
  /// were not searched. O(decisions + changes × reach).
  func around(_ all: [Unit], reach: Int, kept: (Int) -> Decision?) -> [Decision] {
    var result: [Decision] = []
    var next = 0
    for range in stretches(all, reach) {
      while next < units.count, units[next] < range.lowerBound { next += 1 }
      for number in range {
        if next < units.count, units[next] == number {
          result.append(decisions[next])
          next += 1
        } else if let decision = kept(number) {
          result.append(decision)
        }
      }
    }
    return result
  }

  /// The numbers of the units around the changes; those that touch are one.
  private func stretches(_ all: [Unit], _ reach: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for number in changed.lazy.map({ units[$0] }) {
      var (start, end) = (number, number + 1)
      var passed = 0
      while start > 0 {
        if all[start].gap != .none { passed += 1 }
        if passed > reach { break }
        start -= 1
      }
      passed = 0
      while end < all.count {
        if all[end].gap != .none { passed += 1 }
        if passed > reach { break }
        end += 1
      }
      if let last = ranges.last, start <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(end, last.upperBound)
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }
}
