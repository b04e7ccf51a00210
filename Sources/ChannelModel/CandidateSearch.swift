import Lexicon

/// A word of the lexicon that may have been meant, with the channel's cost (-log10 P(seen | meant)).
public struct ChannelCandidate: Sendable, Equatable {
  /// Id of the word in the lexicon.
  public var word: UInt16
  /// -log10 P(seen | word).
  public var cost: Float

  /// Makes a candidate from its parts.
  public init(word: UInt16, cost: Float) {
    self.word = word
    self.cost = cost
  }
}

/// Which letters of a word were printed as capitals.
public enum CaseShape: UInt8, Sendable, Hashable {
  /// None.
  case lower
  /// The first.
  case capitalized
  /// All.
  case upper
}

/// Walks the lexicon's trie beside a seen word and finds every word that the channel can have turned into it
/// at a cost within a budget.
///
/// One row of the edit lattice is kept per trie depth, and of each row only the stretch is followed from where the
/// rest of the word can still be reached within the budget (`SuffixBounds`); a branch is left as soon as nothing of its
/// row is, and no pair of meant letters leads on over it. One search is reused for many words and is not `Sendable`.
/// Time O(visited nodes × band).
public final class CandidateSearch {
  /// Longer words than this are not searched.
  public static let maximumLength = 24
  static let maximumDepth = 22

  private let width = maximumLength + 1
  private let rows: UnsafeMutablePointer<Float>
  private let nodes: UnsafeMutablePointer<LetterTrie.Node>
  private let seen = SeenRows(capacity: maximumLength)
  private let bounds = SuffixBounds(capacity: maximumLength)
  /// Least cost found by word id, and the ids found.
  private let costs: UnsafeMutablePointer<Float>
  @exclusivity(unchecked) private var found: [UInt16] = []
  @exclusivity(unchecked) private var shape = CaseShape.lower

  /// A search over `trie`, whose letters are codes of `MeantLetter`.
  public init(trie: LetterTrie) {
    rows = .allocate(capacity: (Self.maximumDepth + 1) * width)
    rows.initialize(repeating: 0, count: (Self.maximumDepth + 1) * width)
    nodes = .allocate(capacity: trie.nodes.count)
    nodes.initialize(from: trie.nodes, count: trie.nodes.count)
    costs = .allocate(capacity: 1 << 16)
    costs.initialize(repeating: .infinity, count: 1 << 16)
  }

  deinit {
    rows.deallocate()
    nodes.deallocate()
    costs.deallocate()
  }

  /// The words that `word` (codes of `SeenLetter`) may stand for at a cost of at most `budget`, in no order.
  public func candidates(
    seen word: [UInt16], shape: CaseShape, table: ChannelTable, budget: Float
  ) -> [ChannelCandidate] {
    guard !word.isEmpty, word.count <= Self.maximumLength else { return [] }
    self.shape = shape
    seen.take(word, table)
    bounds.find(seen, shape, table, budget: budget)
    found.removeAll(keepingCapacity: true)
    var cost: Float = 0
    var last = 0
    rows[0] = 0
    for place in 1...seen.count {
      cost += table.added[Int(seen.letters[place - 1])]
      rows[place] = cost <= budget ? cost : ChannelTable.infinity
      if cost <= budget { last = place }
    }
    expand(node: 0, depth: 0, band: 0..<last + 1, above: 0..<0, table)
    return found.map { word in
      defer { costs[Int(word)] = .infinity }
      return ChannelCandidate(word: word, cost: costs[Int(word)])
    }
  }

  /// What is added to the codes of the letters at `depth`.
  @inline(__always)
  private func caseOffset(_ depth: Int) -> Int {
    shape == .upper || (shape == .capitalized && depth == 1) ? MeantLetter.upperOffset : 0
  }

  /// Numbers of the meant pairs whose first letter is `letter` at `depth`, by the code of the second.
  @inline(__always)
  private func pairs(_ letter: UInt8, _ depth: Int, _ table: ChannelTable) -> UnsafeMutablePointer<UInt16> {
    // The root's letter is none, which no pair begins with.
    table.meantPair + (depth > 0 ? Int(letter) + caseOffset(depth) : 0) * MeantLetter.count
  }

  /// Follows the children of `node`; `band` is the stretch of its row within the budget, `above` its parent's.
  private func expand(
    node: Int, depth: Int, band: Range<Int>, above: Range<Int>, _ table: ChannelTable
  ) {
    guard depth < Self.maximumDepth else { return }
    let parent = nodes[node]
    let pairs = pairs(parent.letter, depth, table)
    let offset = caseOffset(depth + 1)
    let first = Int(parent.firstChild)
    for child in first..<first + Int(parent.childCount) {
      let letter = Int(nodes[child].letter) + offset
      var reached = 0..<0
      if leadsOn(letter, depth, band) || pairs[letter] > 0 {
        reached = fillRow(letter, pairs[letter], depth + 1, band, above, table)
      }
      guard !reached.isEmpty || leaps(letter, depth, band) else { continue }
      let word = nodes[child].word
      if word != LetterTrie.noWord, reached.upperBound == seen.count + 1 {
        let cost = rows[(depth + 1) * width + seen.count]
        let known = costs[Int(word)]
        if known == .infinity { found.append(word) }
        if cost < known { costs[Int(word)] = cost }
      }
      expand(node: child, depth: depth + 1, band: reached, above: band, table)
    }
  }

  /// Whether a meant pair that `letter` begins may lead on from the row of `depth`, over the row of the letter itself,
  /// which has nothing and is made so.
  @inline(__always)
  private func leaps(_ letter: Int, _ depth: Int, _ band: Range<Int>) -> Bool {
    let row = rows + depth * width
    guard band.contains(where: { row[$0] + bounds.leap($0, letter) <= bounds.budget }) else { return false }
    (row + width).update(repeating: ChannelTable.infinity, count: seen.count + 1)
    return true
  }

  /// Whether the meant letter behind the row of `depth` can lead to anything within the budget: most cannot, which is
  /// seen more cheaply than found out.
  @inline(__always)
  private func leadsOn(_ letter: Int, _ depth: Int, _ band: Range<Int>) -> Bool {
    let row = rows + depth * width
    var place = band.lowerBound
    while place < band.upperBound {
      if row[place] + bounds.onward(place, letter) <= bounds.budget { return true }
      place += 1
    }
    return false
  }

  /// Fills the row of `depth` for one more meant letter, which ends the meant pair number `pair`; returns the stretch of
  /// it within the budget.
  private func fillRow(
    _ meant: Int, _ pair: UInt16, _ depth: Int, _ band: Range<Int>, _ above: Range<Int>, _ table: ChannelTable
  ) -> Range<Int> {
    let length = seen.count
    let upper = rows + (depth - 1) * width
    let row = rows + depth * width
    row.update(repeating: ChannelTable.infinity, count: length + 1)
    // Single letters begin in `band` and end up to three places further, pairs in `above` and up to two.
    var (start, reach) = band.isEmpty ? (length + 1, 0) : (band.lowerBound, band.upperBound + 2)
    if pair > 0, !above.isEmpty {
      (start, reach) = (min(start, above.lowerBound + 1), max(reach, above.upperBound + 1))
    }
    reach = min(reach, length)
    var (low, high) = (-1, -1)
    var place = start
    while place <= length {
      var cost = upper[place] + table.dropped[meant]
      if place > 0 {
        let at = place - 1
        cost = min(cost, upper[at] + seen.single[at][meant])
        cost = min(cost, row[at] + table.added[Int(seen.letters[at])])
        if at > 0, let wide = seen.wide[at] { cost = min(cost, upper[at - 1] + wide[meant]) }
        if at > 1, let triple = seen.triple[at] { cost = min(cost, upper[at - 2] + triple[meant]) }
        if pair > 0 { cost = min(cost, pairCost(pair, at, depth, table)) }
      }
      if cost <= bounds.limits[place] {
        row[place] = cost
        if low < 0 { low = place }
        high = place
      } else if place >= reach {
        break
      }
      place += 1
    }
    return low < 0 ? 0..<0 : low..<high + 1
  }

  /// The least cost of a path that ends with the meant pair `pair`, seen as the letter at `at` or as two.
  @inline(__always)
  private func pairCost(_ pair: UInt16, _ at: Int, _ depth: Int, _ table: ChannelTable) -> Float {
    let grand = rows + (depth - 2) * width
    var cost = ChannelTable.infinity
    if grand[at] < bounds.budget { cost = grand[at] + table.narrowCost(pair, UInt32(seen.letters[at])) }
    if at > 0, grand[at - 1] < bounds.budget {
      let group = UInt32(seen.letters[at - 1]) | UInt32(seen.letters[at]) << 10
      cost = min(cost, grand[at - 1] + table.narrowCost(pair, group))
    }
    return cost
  }
}
