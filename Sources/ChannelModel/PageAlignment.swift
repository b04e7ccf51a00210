import VietText

/// A word of correct text beside what an engine made of it.
public struct WordPair: Sendable {
  /// NFC scalars of the correct piece; holds blanks where words were run together.
  public var meant: [UInt32]
  /// NFC scalars of what was seen; holds blanks where a word was torn.
  public var seen: [UInt32]

  /// Makes a pair from its parts.
  public init(meant: [UInt32], seen: [UInt32]) { (self.meant, self.seen) = (meant, seen) }
}

/// Aligns a page of correct text with its reading, letter by letter, and cuts it into word pairs.
///
/// A banded Levenshtein alignment in which a change of mark is cheap and a blank hardly ever becomes a
/// letter; the page is cut wherever both sides have a blank. O(length × band).
public enum PageAlignment {
  /// The word pairs of a page, in order. `band` is how far the two readings may drift apart, in letters.
  public static func pairs(meant: String, seen: String, band: Int = 260) -> [WordPair] {
    let left = folded(meant)
    let right = folded(seen)
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return cut(left, right, path(left, right, band))
  }

  /// Scalars with every run of blanks folded to one.
  private static func folded(_ text: String) -> [UInt32] {
    var out: [UInt32] = []
    for scalar in text.unicodeScalars {
      if !ModelTokenizer.isBlank(scalar.value) {
        out.append(scalar.value)
      } else if let last = out.last, last != 32 {
        out.append(32)
      }
    }
    while out.last == 32 { out.removeLast() }
    return out
  }

  private static func substitution(_ a: UInt32, _ b: UInt32) -> Int32 {
    if a == b { return 0 }
    if a == 32 || b == 32 { return 40 }
    let (x, y) = (VietLetter.lowercased(a), VietLetter.lowercased(b))
    if VietLetter.bare(x) == VietLetter.bare(y) { return x == y ? 3 : 4 }
    return VietLetter.isLetter(a) == VietLetter.isLetter(b) ? 13 : 15
  }

  /// For each cell of the band the move that led there (0 both, 1 meant only, 2 seen only), walked back.
  private static func path(_ a: [UInt32], _ b: [UInt32], _ band: Int) -> [UInt8] {
    let width = 2 * band + 1
    let (n, m) = (a.count, b.count)
    func centre(_ i: Int) -> Int { i * m / max(1, n) }
    var moves = [UInt8](repeating: 3, count: (n + 1) * width)
    var previous = [Int32](repeating: .max / 2, count: width)
    for i in 0...n {
      var row = [Int32](repeating: .max / 2, count: width)
      let shift = i == 0 ? 0 : centre(i) - centre(i - 1)
      for k in 0..<width {
        let j = centre(i) - band + k
        if j < 0 || j > m { continue }
        if i == 0 && j == 0 {
          row[k] = 0
          continue
        }
        var best = Int32.max / 2
        var move: UInt8 = 3
        if i > 0, j > 0, k + shift - 1 >= 0, k + shift - 1 < width {
          best = previous[k + shift - 1] + substitution(a[i - 1], b[j - 1])
          move = 0
        }
        if i > 0, k + shift < width, previous[k + shift] + 10 < best {
          best = previous[k + shift] + 10
          move = 1
        }
        if k > 0, row[k - 1] + 10 < best {
          best = row[k - 1] + 10
          move = 2
        }
        row[k] = best
        moves[i * width + k] = move
      }
      previous = row
    }
    var out: [UInt8] = []
    var (i, j) = (n, m)
    while i > 0 || j > 0 {
      let k = j - centre(i) + band
      let move = k >= 0 && k < width ? moves[i * width + k] : 3
      guard move < 3 else { return [] }
      out.append(move)
      if move != 2 { i -= 1 }
      if move != 1 { j -= 1 }
    }
    return out.reversed()
  }

  private static func cut(_ a: [UInt32], _ b: [UInt32], _ moves: [UInt8]) -> [WordPair] {
    var pairs: [WordPair] = []
    var current = WordPair(meant: [], seen: [])
    var (i, j) = (0, 0)
    for move in moves {
      if move == 0, a[i] == 32, b[j] == 32 {
        pairs.append(current)
        current = WordPair(meant: [], seen: [])
      } else {
        if move != 2 { current.meant.append(a[i]) }
        if move != 1 { current.seen.append(b[j]) }
      }
      if move != 2 { i += 1 }
      if move != 1 { j += 1 }
    }
    pairs.append(current)
    return pairs
  }
}
