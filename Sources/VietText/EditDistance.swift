/// Levenshtein distance of short sequences (Levenshtein 1966).
package enum EditDistance {
  /// The fewest elements to be changed, added or dropped that make `b` of `a`. O(product of the lengths).
  package static func between<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var row = Array(0...b.count)
    for (line, element) in a.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in b.indices {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + (element == b[column] ? 0 : 1), above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }
}
