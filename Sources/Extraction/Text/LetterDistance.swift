/// How unlike two short words in capitals are, with shapes that engines confuse counting little.
enum LetterDistance {
  /// The weighted edit distance; anything above `most` where it is more than that. O(product of the lengths).
  static func cost(_ read: [UInt32], _ meant: [UInt32], upTo most: Double = .infinity) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: meant.count + 1) { row in
      for index in 0...meant.count { row.initializeElement(at: index, to: Double(index)) }
      for (line, letter) in read.enumerated() {
        let isDouble = line > 0 && (swap(read[line - 1], letter) <= 0.1 || isStroke(read[line - 1], letter))
        var diagonal = row[0]
        row[0] = Double(line + 1)
        var least = row[0]
        for column in meant.indices {
          let above = row[column + 1]
          row[column + 1] = min(
            diagonal + swap(letter, meant[column]), above + (isDouble ? 0.3 : 1),
            row[column] + (column > 0 && meant[column] == meant[column - 1] ? 0.3 : 1))
          least = min(least, row[column + 1])
          diagonal = above
        }
        if least > most { return least }
      }
      return row[meant.count]
    }
  }

  /// `DP`: the stroke of a Đ read as a letter.
  private static func isStroke(_ before: UInt32, _ letter: UInt32) -> Bool {
    before == 0x44 && letter == 0x50
  }

  /// Letters of like shape, bare and lower-case, by twos.
  private static let likes = "it ft oq oc od gc vu b8 s5 hn ef i1 o0 il pd"
  private static let isLike: [Bool] = {
    var table = [Bool](repeating: false, count: 1 << 14)
    for pair in likes.split(separator: " ").map({ Array($0.utf8) }) {
      table[Int(pair[0]) << 7 | Int(pair[1])] = true
      table[Int(pair[1]) << 7 | Int(pair[0])] = true
    }
    return table
  }()

  private static func swap(_ read: UInt32, _ meant: UInt32) -> Double {
    if read == meant { return 0 }
    let (a, b) = (fold(read), fold(meant))
    if a == b { return 0.1 }
    return isLike[a << 7 | b] ? 0.5 : 1
  }

  private static func fold(_ value: UInt32) -> Int {
    value < UInt32(Folding.table.count) ? Int(Folding.table[Int(value)]) & 0x7F : 0
  }
}
