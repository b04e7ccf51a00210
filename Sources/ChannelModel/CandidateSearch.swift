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
/// One row of the edit lattice is kept per trie depth, and of each row only the stretch within the budget is
/// followed; a branch is left as soon as nothing of its row is. One search is reused for many words and is
/// not `Sendable`. Time O(visited nodes × band).
public final class CandidateSearch {
  /// Longer words than this are not searched.
  public static let maximumLength = 24
  static let maximumDepth = 22

  private let width = maximumLength + 1
  private let rows: UnsafeMutablePointer<Float>
  private let nodes: UnsafeMutablePointer<LetterTrie.Node>
  private let seen: UnsafeMutablePointer<UInt16>
  private let singleRows: UnsafeMutablePointer<UnsafeMutablePointer<Float>>
  private let wideRows: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  private let tripleRows: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  /// Least cost found by word id, and the ids found.
  private let costs: UnsafeMutablePointer<Float>
  @exclusivity(unchecked) private var found: [UInt16] = []
  @exclusivity(unchecked) private var length = 0
  @exclusivity(unchecked) private var shape = CaseShape.lower
  @exclusivity(unchecked) private var budget: Float = 0

  /// A search over `trie`, whose letters are codes of `MeantLetter`.
  public init(trie: LetterTrie) {
    func room<T>(_ count: Int, _ value: T) -> UnsafeMutablePointer<T> {
      let pointer = UnsafeMutablePointer<T>.allocate(capacity: count)
      pointer.initialize(repeating: value, count: count)
      return pointer
    }
    rows = room((Self.maximumDepth + 1) * (Self.maximumLength + 1), 0)
    nodes = .allocate(capacity: trie.nodes.count)
    nodes.initialize(from: trie.nodes, count: trie.nodes.count)
    seen = room(Self.maximumLength, 0)
    singleRows = .allocate(capacity: Self.maximumLength)
    wideRows = room(Self.maximumLength, nil)
    tripleRows = room(Self.maximumLength, nil)
    costs = room(1 << 16, .infinity)
  }

  deinit {
    rows.deallocate()
    nodes.deallocate()
    seen.deallocate()
    singleRows.deallocate()
    wideRows.deallocate()
    tripleRows.deallocate()
    costs.deallocate()
  }

  /// The words that `word` (codes of `SeenLetter`) may stand for at a cost of at most `budget`, in no order.
  public func candidates(
    seen word: [UInt16], shape: CaseShape, table: ChannelTable, budget: Float
  ) -> [ChannelCandidate] {
    guard !word.isEmpty, word.count <= Self.maximumLength else { return [] }
    self.shape = shape
    self.budget = budget
    prepare(word, table)
    found.removeAll(keepingCapacity: true)
    var cost: Float = 0
    var last = 0
    rows[0] = 0
    for place in 1...length {
      cost += table.added[Int(seen[place - 1])]
      rows[place] = cost <= budget ? cost : ChannelTable.infinity
      if cost <= budget { last = place }
    }
    expand(node: 0, depth: 0, band: 0...last, above: 0...0, table)
    return found.map { word in
      defer { costs[Int(word)] = .infinity }
      return ChannelCandidate(word: word, cost: costs[Int(word)])
    }
  }

  private func prepare(_ word: [UInt16], _ table: ChannelTable) {
    length = word.count
    for index in word.indices {
      seen[index] = word[index]
      singleRows[index] = table.single + Int(word[index]) * MeantLetter.count
      (wideRows[index], tripleRows[index]) = (nil, nil)
      if index > 0 {
        let row = table.pairRow[Int(word[index - 1]) * SeenLetter.count + Int(word[index])]
        if row > 0 { wideRows[index] = table.wide + (Int(row) - 1) * MeantLetter.count }
      }
      if index > 1 {
        tripleRows[index] = table.tripleRow(Confusion(meant: [], seen: word[index - 2...index]).seen)
      }
    }
  }

  @inline(__always)
  private func code(_ letter: UInt8, depth: Int) -> Int {
    let upper = shape == .upper || (shape == .capitalized && depth == 1)
    return Int(letter) + (upper ? MeantLetter.upperOffset : 0)
  }

  /// Follows the children of `node`; `band` is the stretch of its row within the budget, `above` its parent's.
  private func expand(
    node: Int, depth: Int, band: ClosedRange<Int>, above: ClosedRange<Int>, _ table: ChannelTable
  ) {
    guard depth < Self.maximumDepth else { return }
    let parent = nodes[node]
    let first = Int(parent.firstChild)
    for child in first..<first + Int(parent.childCount) {
      let reached = fillRow(nodes[child].letter, parent.letter, depth + 1, band, above, table)
      guard let reached else { continue }
      let word = nodes[child].word
      if word != LetterTrie.noWord, reached.upperBound == length {
        let cost = rows[(depth + 1) * width + length]
        let known = costs[Int(word)]
        if known == .infinity { found.append(word) }
        if cost < known { costs[Int(word)] = cost }
      }
      expand(node: child, depth: depth + 1, band: reached, above: band, table)
    }
  }

  /// Fills the row of `depth` for one more meant letter; returns the stretch of it within the budget, or nil.
  private func fillRow(
    _ letter: UInt8, _ parent: UInt8, _ depth: Int, _ band: ClosedRange<Int>, _ above: ClosedRange<Int>,
    _ table: ChannelTable
  ) -> ClosedRange<Int>? {
    let meant = code(letter, depth: depth)
    let (budget, length) = (budget, length)
    let upper = rows + (depth - 1) * width
    let row = rows + depth * width
    let drop = table.dropped[meant]
    let pair = depth > 1 ? table.meantPair[code(parent, depth: depth - 1) * MeantLetter.count + meant] : 0
    let grand = rows + max(0, depth - 2) * width
    row.update(repeating: ChannelTable.infinity, count: length + 1)
    let start = pair > 0 ? min(band.lowerBound, above.lowerBound + 1) : band.lowerBound
    let reach = min(length, pair > 0 ? max(band.upperBound + 3, above.upperBound + 2) : band.upperBound + 3)
    var (low, high) = (-1, -1)
    var place = start
    while place <= length {
      var cost = upper[place] + drop
      if place > 0 {
        let at = place - 1
        cost = min(cost, upper[at] + singleRows[at][meant])
        cost = min(cost, row[at] + table.added[Int(seen[at])])
        if at > 0, let wide = wideRows[at] { cost = min(cost, upper[at - 1] + wide[meant]) }
        if at > 1, let triple = tripleRows[at] { cost = min(cost, upper[at - 2] + triple[meant]) }
        if pair > 0 {
          if grand[at] < budget { cost = min(cost, grand[at] + table.narrowCost(pair, UInt32(seen[at]))) }
          if at > 0, grand[at - 1] < budget {
            let group = UInt32(seen[at - 1]) | UInt32(seen[at]) << 10
            cost = min(cost, grand[at - 1] + table.narrowCost(pair, group))
          }
        }
      }
      if cost <= budget {
        row[place] = cost
        if low < 0 { low = place }
        high = place
      } else if place >= reach {
        break
      }
      place += 1
    }
    return low < 0 ? nil : low...high
  }
}
