/// Levenshtein distance and alignment of sequences of numbered symbols.
enum EditDistance {
  /// How many symbols must be changed, added or taken away to turn `a` into `b`.
  ///
  /// Bit-parallel (Myers 1999, in the block form of Hyyrö 2003): O(n·m/64).
  static func between(_ a: [Int32], _ b: [Int32]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    let blocks = (a.count + 63) / 64
    var places: [Int32: [UInt64]] = [:]
    for (index, symbol) in a.enumerated() {
      places[symbol, default: [UInt64](repeating: 0, count: blocks)][index / 64] |= 1 << UInt64(index % 64)
    }
    var columns = (
      plus: [UInt64](repeating: .max, count: blocks), minus: [UInt64](repeating: 0, count: blocks)
    )
    let nowhere = [UInt64](repeating: 0, count: blocks)
    var distance = a.count
    let lastBit = UInt64((a.count - 1) % 64)
    for symbol in b {
      let equal = places[symbol] ?? nowhere
      var (carryPlus, carryMinus): (UInt64, UInt64) = (1, 0)
      for block in 0..<blocks {
        let (plus, minus) = (columns.plus[block], columns.minus[block])
        let vertical = equal[block] | minus
        let match = equal[block] | carryMinus
        let horizontal = (((match & plus) &+ plus) ^ plus) | match
        var (up, down) = (minus | ~(horizontal | plus), plus & horizontal)
        if block == blocks - 1 { distance += Int(up >> lastBit & 1) - Int(down >> lastBit & 1) }
        let (nextPlus, nextMinus) = (up >> 63, down >> 63)
        (up, down) = (up << 1 | carryPlus, down << 1 | carryMinus)
        columns.plus[block] = down | ~(vertical | up)
        columns.minus[block] = up & vertical
        (carryPlus, carryMinus) = (nextPlus, nextMinus)
      }
    }
    return distance
  }

  /// Which symbols of `a` stand in `b` in a least-cost alignment, which of `b` stand in `a`, and how many
  /// symbols `b` has more.
  ///
  /// Among alignments of equal cost, deletions are preferred to insertions, and those to replacements, from the
  /// end on. O(n·m) time; memory is bounded by halving `a` where the table would be large (Hirschberg 1975).
  static func alignment(_ a: [Int32], _ b: [Int32]) -> Alignment {
    var result = Alignment(a.count, b.count)
    align(a[...], b[...], into: &result)
    return result
  }

  /// What an alignment of two sequences says about each symbol.
  struct Alignment {
    /// For each symbol of the first sequence, whether it is found in place in the second.
    var isKept: [Bool]
    /// For each symbol of the second sequence, whether it is found in place in the first.
    var isRight: [Bool]
    /// Symbols of the second sequence that stand for none of the first.
    var added = 0

    init(_ first: Int, _ second: Int) {
      isKept = [Bool](repeating: false, count: first)
      isRight = [Bool](repeating: false, count: second)
    }
  }

  private static let tableLimit = 1 << 25

  private static func align(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, into result: inout Alignment) {
    var (a, b) = (a, b)
    while let x = a.first, let y = b.first, x == y {
      keep(a.startIndex, b.startIndex, &result)
      (a, b) = (a.dropFirst(), b.dropFirst())
    }
    while let x = a.last, let y = b.last, x == y {
      keep(a.endIndex - 1, b.endIndex - 1, &result)
      (a, b) = (a.dropLast(), b.dropLast())
    }
    guard !a.isEmpty, !b.isEmpty else { return result.added += b.count }
    guard a.count > 1, (a.count + 1) * (b.count + 1) > tableLimit else { return trace(a, b, into: &result) }
    let middle = a.startIndex + a.count / 2
    let left = lastRow(Array(a[..<middle]), Array(b))
    let right = lastRow(a[middle...].reversed(), b.reversed())
    let cut = (0...b.count).min { left[$0] + right[b.count - $0] < left[$1] + right[b.count - $1] } ?? 0
    align(a[..<middle], b[..<(b.startIndex + cut)], into: &result)
    align(a[middle...], b[(b.startIndex + cut)...], into: &result)
  }

  private static func keep(_ first: Int, _ second: Int, _ result: inout Alignment) {
    result.isKept[first] = true
    result.isRight[second] = true
  }

  /// Distances of all of `a` to every beginning of `b`.
  private static func lastRow(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var row = (0...b.count).map(Int32.init)
    for symbol in a { step(&row, symbol, b) { _, _ in } }
    return row
  }

  private enum Move: UInt8 {
    case diagonal
    case deletion
    case insertion
  }

  @inline(__always)
  private static func step(_ row: inout [Int32], _ symbol: Int32, _ b: [Int32], _ visit: (Int, Move) -> Void)
  {
    var diagonal = row[0]
    row[0] += 1
    for index in b.indices {
      let (above, left) = (row[index + 1], row[index])
      let replaced = diagonal + (b[index] == symbol ? 0 : 1)
      let least = min(replaced, above + 1, left + 1)
      // A deletion wherever one costs least; then an insertion that a deletion beside it does not make dearer.
      let move: Move = above + 1 == least ? .deletion : diagonal > left ? .insertion : .diagonal
      visit(index, move)
      row[index + 1] = least
      diagonal = above
    }
  }

  private static func trace(_ a: ArraySlice<Int32>, _ b: ArraySlice<Int32>, into result: inout Alignment) {
    let other = Array(b)
    var moves = [UInt8](repeating: 0, count: a.count * other.count)
    var row = (0...other.count).map(Int32.init)
    for (line, symbol) in a.enumerated() {
      step(&row, symbol, other) { index, move in moves[line * other.count + index] = move.rawValue }
    }
    var (i, j) = (a.count, other.count)
    while i > 0, j > 0 {
      switch Move(rawValue: moves[(i - 1) * other.count + j - 1]) ?? .diagonal {
      case .deletion: i -= 1
      case .insertion:
        j -= 1
        result.added += 1
      case .diagonal:
        i -= 1
        j -= 1
        if a[a.startIndex + i] == other[j] { keep(a.startIndex + i, b.startIndex + j, &result) }
      }
    }
    result.added += j
  }
}
