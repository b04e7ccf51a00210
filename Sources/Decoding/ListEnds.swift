import VietText

/// Marks at the ends of list items: where the items beside one end with a semicolon, an engine read a comma or a colon
/// for the same.
enum ListEnds {
  /// More lines are no item of such a list.
  private static let longestItem = 3

  /// Gives them the semicolon where an engine without Vietnamese read them. O(units).
  static func mend(_ units: inout [Unit], _ scalars: [UInt32], _ words: WordIndex) {
    let heads = units.indices.filter { isHead(units[$0], scalars) }
    // The last unit of each item but the last, of which nobody knows where it ends.
    let ends = heads.dropFirst().map { $0 - 1 }
    let marks = zip(heads, ends).map { head, end in
      units[end].line - units[head].line < longestItem && units[end].kind == .fixed && units[end].gap == .none
        && units[end].range.count == 1 ? scalars[units[end].range.lowerBound] : 0
    }
    for (number, mark) in marks.enumerated() where mark == 0x2C || mark == 0x3A {
      let beside = [number - 1, number + 1].filter(marks.indices.contains)
      guard !beside.isEmpty, beside.allSatisfy({ marks[$0] == 0x3B }) else { continue }
      (units[ends[number]].rewrite, units[ends[number]].word) = (";", words.markID(0x3B))
    }
  }

  /// A dash at the head of a line.
  private static func isHead(_ unit: Unit, _ scalars: [UInt32]) -> Bool {
    guard unit.kind == .fixed, unit.gap >= .line else { return false }
    return unit.rewrite == "-" || unit.range.count == 1 && scalars[unit.range.lowerBound] == 0x2D
  }
}
