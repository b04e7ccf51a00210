import VietText

/// Aligns a meant word with what was seen of it, in groups of letters, along the cheapest path of a channel.
///
/// Groups are 1 meant to 0-3 seen, 2 meant to 1-2 seen, and 0 meant to 1 seen. O(n·m) in the two lengths.
struct LetterAlignment {
  /// One step of the path: how many meant and how many seen letters it takes.
  struct Step {
    var meant: Int
    var seen: Int
  }

  static let steps = [
    Step(meant: 1, seen: 1), Step(meant: 1, seen: 0), Step(meant: 0, seen: 1), Step(meant: 1, seen: 2),
    Step(meant: 1, seen: 3), Step(meant: 2, seen: 1), Step(meant: 2, seen: 2),
  ]

  /// The groups along the cheapest path, or nil when there is none below `limit`.
  static func groups(
    meant: [UInt8], seen: [UInt16], limit: Float, cost: (ArraySlice<UInt8>, ArraySlice<UInt16>) -> Float
  ) -> [Confusion]? {
    let width = seen.count + 1
    var best = [Float](repeating: ChannelTable.infinity, count: (meant.count + 1) * width)
    var from = [Int8](repeating: -1, count: best.count)
    best[0] = 0
    for i in 0...meant.count {
      for j in 0...seen.count where best[i * width + j] < limit {
        for (number, step) in steps.enumerated()
        where i + step.meant <= meant.count && j + step.seen <= seen.count {
          let price = cost(meant[i..<i + step.meant], seen[j..<j + step.seen])
          let target = (i + step.meant) * width + j + step.seen
          if best[i * width + j] + price < best[target] {
            best[target] = best[i * width + j] + price
            from[target] = Int8(number)
          }
        }
      }
    }
    guard best[best.count - 1] < limit else { return nil }
    var (i, j) = (meant.count, seen.count)
    var groups: [Confusion] = []
    while i > 0 || j > 0 {
      let step = steps[Int(from[i * width + j])]
      groups.append(Confusion(meant: meant[i - step.meant..<i], seen: seen[j - step.seen..<j]))
      (i, j) = (i - step.meant, j - step.seen)
    }
    return groups.reversed()
  }
}
