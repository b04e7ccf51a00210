import CMachine
import Lexicon

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
  private let bounds = SuffixBounds()
  /// The letters of each node's children, none until they are asked for.
  private let children: UnsafeMutablePointer<LetterMask>
  /// Least cost found by word id, and the ids found.
  private let costs: UnsafeMutablePointer<Float>
  @exclusivity(unchecked) private var found: [UInt16] = []
  @exclusivity(unchecked) private var shape = CaseShape.lower
  /// The word whose bounds are at hand, its shape, and the table that they were found in.
  @exclusivity(unchecked) private var word: [UInt16] = []
  @exclusivity(unchecked) private var boundShape = CaseShape.lower
  @exclusivity(unchecked) private var table: ChannelTable?

  /// A search over `trie`, whose letters are codes of `MeantLetter`.
  public init(trie: LetterTrie) {
    rows = .allocate(capacity: (Self.maximumDepth + 1) * width)
    rows.initialize(repeating: 0, count: (Self.maximumDepth + 1) * width)
    nodes = .allocate(capacity: trie.nodes.count)
    nodes.initialize(from: trie.nodes, count: trie.nodes.count)
    children = calloc(trie.nodes.count, MemoryLayout<LetterMask>.stride).unsafelyUnwrapped
      .bindMemory(to: LetterMask.self, capacity: trie.nodes.count)
    let words = trie.nodes.lazy.filter { $0.word != LetterTrie.noWord }.map { Int($0.word) + 1 }.max() ?? 0
    costs = .allocate(capacity: words)
    costs.initialize(repeating: .infinity, count: words)
  }

  deinit {
    rows.deallocate()
    nodes.deallocate()
    free(children)
    costs.deallocate()
  }

  /// The words that `word` (codes of `SeenLetter`) may stand for at a cost of at most `budget`, in no order.
  public func candidates(
    seen word: [UInt16], shape: CaseShape, table: ChannelTable, budget: Float
  ) -> [ChannelCandidate] {
    guard !word.isEmpty, word.count <= Self.maximumLength else { return [] }
    take(word, shape, table)
    bounds.limit(to: budget)
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

  /// What `word` costs at most if it was meant as it stands; nil where it is none of the lexicon's.
  public func standingCost(seen word: [UInt16], shape: CaseShape, table: ChannelTable) -> Float? {
    guard !word.isEmpty, word.count <= Self.maximumDepth else { return nil }
    self.shape = shape
    var (node, cost) = (0, Float(0))
    for (place, seen) in word.enumerated() {
      let offset = UInt8(caseOffset(place + 1))
      let meant = SeenLetter.scalar(seen).map(MeantLetter.code) ?? 0
      guard meant > offset, nodes[node].childCount > 0,
        let below = letters(below: node).place(of: Int(meant - offset))
      else { return nil }
      cost += table.single[Int(seen) * MeantLetter.count + Int(meant)]
      node = Int(nodes[node].firstChild) + below
    }
    return nodes[node].word == LetterTrie.noWord ? nil : cost
  }

  /// Finds what is known of a word whatever the budget; most are asked for twice in a row.
  private func take(_ word: [UInt16], _ shape: CaseShape, _ table: ChannelTable) {
    self.shape = shape
    guard self.table !== table || boundShape != shape || self.word != word else { return }
    (self.word, boundShape, self.table) = (word, shape, table)
    seen.take(word, table)
    bounds.find(seen, shape, table)
  }

  /// What is added to the codes of the letters at `depth`.
  @inline(__always)
  private func caseOffset(_ depth: Int) -> Int {
    shape == .upper || (shape == .capitalized && depth == 1) ? MeantLetter.upperOffset : 0
  }

  /// Follows the children of `node`; `band` is the stretch of its row within the budget, `above` its parent's.
  private func expand(
    node: Int, depth: Int, band: Range<Int>, above: Range<Int>, _ table: ChannelTable
  ) {
    let parent = nodes[node]
    guard depth < Self.maximumDepth, parent.childCount > 0 else { return }
    let offset = caseOffset(depth + 1)
    // The root's letter is none, which no pair begins with.
    let letter = depth > 0 ? Int(parent.letter) + caseOffset(depth) : 0
    let pairs = table.meantPair + letter * MeantLetter.count
    let seconds = bounds.seconds(letter, capitals: offset > 0)
    let next = bounds.letters(behind: rows + depth * width, band, capitals: offset > 0) | seconds
    letters(below: node).forEach(among: next) { letter, place in
      let child = Int(parent.firstChild) &+ place
      cmachine_fetch(nodes + child)
      cmachine_fetch(children + child)
      let meant = letter + offset
      let pair = seconds.place(of: letter) == nil ? 0 : pairs[meant]
      let reached = fillRow(meant, pair, depth + 1, band, above, table)
      guard !reached.isEmpty || leaps(meant, depth, band) else { return }
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

  /// The letters of the children of a node, which has any.
  @inline(__always)
  private func letters(below node: Int) -> LetterMask {
    if children[node].count == 0 {
      let first = Int(nodes[node].firstChild)
      children[node] = LetterMask(
        UnsafeBufferPointer(start: nodes + first, count: Int(nodes[node].childCount)))
    }
    return children[node]
  }

  /// Whether a meant pair that `letter` begins may lead on from the row of `depth`, over the row of the letter itself,
  /// which has nothing and is made so.
  @inline(__always)
  private func leaps(_ letter: Int, _ depth: Int, _ band: Range<Int>) -> Bool {
    guard bounds.hasLeaps else { return false }
    let row = rows + depth * width
    guard band.contains(where: { row[$0] + bounds.leap($0, letter) <= bounds.budget }) else { return false }
    (row + width).update(repeating: ChannelTable.infinity, count: seen.count + 1)
    return true
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
    let (single, wide, triple, limits) = (seen.single, seen.wide, seen.triple, bounds.limits)
    let (dropped, hasGroups) = (table.dropped[meant], seen.hasGroups)
    var (low, high) = (-1, -1)
    var place = start
    var last = ChannelTable.infinity
    while place <= length {
      var cost = upper[place] + dropped
      if place > 0 {
        let at = place - 1
        cost = min(cost, upper[at] + single[at][meant])
        cost = min(cost, last + seen.added[at])
        if hasGroups {
          if at > 0, let wide = wide[at] { cost = min(cost, upper[at - 1] + wide[meant]) }
          if at > 1, let triple = triple[at] { cost = min(cost, upper[at - 2] + triple[meant]) }
        }
        if pair > 0 { cost = min(cost, pairCost(pair, at, depth, table)) }
      }
      last = ChannelTable.infinity
      if cost <= limits[place] {
        row[place] = cost
        last = cost
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
