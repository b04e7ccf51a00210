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
/// One row of the edit lattice is kept per trie depth; a branch is left as soon as its whole row is over the
/// budget. One search is reused for many words and is not `Sendable`.
public final class CandidateSearch {
  /// Longer words than this are not searched.
  public static let maximumLength = 24
  static let maximumDepth = 22

  private let trie: LetterTrie
  private let width = maximumLength + 1
  private let rows: UnsafeMutablePointer<Float>
  private var seen: [UInt16] = []
  private var singleRows: [UnsafeMutablePointer<Float>] = []
  private var wideRows: [UnsafeMutablePointer<Float>?] = []
  private var tripleRows: [UnsafeMutablePointer<Float>?] = []
  private var found: [UInt16: Float] = [:]
  private var table: ChannelTable!
  private var shape = CaseShape.lower
  private var budget: Float = 0
  private var nodes: UnsafePointer<LetterTrie.Node>

  private let nodeStorage: UnsafeMutablePointer<LetterTrie.Node>

  /// A search over `trie`, whose letters are codes of `MeantLetter`.
  public init(trie: LetterTrie) {
    self.trie = trie
    rows = .allocate(capacity: (Self.maximumDepth + 1) * (Self.maximumLength + 1))
    rows.initialize(repeating: 0, count: (Self.maximumDepth + 1) * (Self.maximumLength + 1))
    nodeStorage = .allocate(capacity: trie.nodes.count)
    nodeStorage.initialize(from: trie.nodes, count: trie.nodes.count)
    nodes = UnsafePointer(nodeStorage)
  }

  deinit {
    rows.deallocate()
    nodeStorage.deallocate()
  }

  /// The words that `seen` (codes of `SeenLetter`) may stand for at a cost of at most `budget`, in no order.
  public func candidates(
    seen: [UInt16], shape: CaseShape, table: ChannelTable, budget: Float
  ) -> [ChannelCandidate] {
    guard !seen.isEmpty, seen.count <= Self.maximumLength else { return [] }
    self.table = table
    self.shape = shape
    self.budget = budget
    prepare(seen)
    found.removeAll(keepingCapacity: true)
    var cost: Float = 0
    rows[0] = 0
    for place in 1...seen.count {
      cost += table.added[Int(seen[place - 1])]
      rows[place] = cost
    }
    expand(node: 0, depth: 0)
    return found.map { ChannelCandidate(word: $0.key, cost: $0.value) }
  }

  private func prepare(_ seen: [UInt16]) {
    self.seen = seen
    singleRows.removeAll(keepingCapacity: true)
    wideRows.removeAll(keepingCapacity: true)
    tripleRows.removeAll(keepingCapacity: true)
    for index in seen.indices {
      singleRows.append(table.single + Int(seen[index]) * MeantLetter.count)
      var wide: UnsafeMutablePointer<Float>?
      var triple: UnsafeMutablePointer<Float>?
      if index > 0 {
        let row = table.pairRow[Int(seen[index - 1]) * SeenLetter.count + Int(seen[index])]
        if row > 0 { wide = table.wide + (Int(row) - 1) * MeantLetter.count }
      }
      if index > 1 { triple = table.tripleRow(Confusion(meant: [], seen: seen[index - 2...index]).seen) }
      wideRows.append(wide)
      tripleRows.append(triple)
    }
  }

  private func code(_ letter: UInt8, depth: Int) -> Int {
    let upper = shape == .upper || (shape == .capitalized && depth == 1)
    return Int(letter) + (upper ? MeantLetter.upperOffset : 0)
  }

  private func expand(node: Int, depth: Int) {
    guard depth < Self.maximumDepth else { return }
    let parent = nodes[node]
    let first = Int(parent.firstChild)
    for child in first..<first + Int(parent.childCount) {
      let least = fillRow(letter: nodes[child].letter, parent: parent.letter, depth: depth + 1)
      guard least <= budget else { continue }
      let cost = rows[(depth + 1) * width + seen.count]
      let word = nodes[child].word
      if word != LetterTrie.noWord, cost <= budget, cost < found[word, default: .infinity] { found[word] = cost }
      expand(node: child, depth: depth + 1)
    }
  }

  /// Fills the row of `depth` for one more meant letter and returns its least cost.
  private func fillRow(letter: UInt8, parent: UInt8, depth: Int) -> Float {
    let meant = code(letter, depth: depth)
    let above = rows + (depth - 1) * width
    let row = rows + depth * width
    let drop = table.dropped[meant]
    let pair = depth > 1 ? table.meantPair[code(parent, depth: depth - 1) * MeantLetter.count + meant] : 0
    let grand = rows + max(0, depth - 2) * width
    row[0] = above[0] + drop
    var least = row[0]
    for place in 1...seen.count {
      var cost = above[place - 1] + singleRows[place - 1][meant]
      cost = min(cost, above[place] + drop)
      cost = min(cost, row[place - 1] + table.added[Int(seen[place - 1])])
      if place > 1, let wide = wideRows[place - 1] { cost = min(cost, above[place - 2] + wide[meant]) }
      if place > 2, let triple = tripleRows[place - 1] { cost = min(cost, above[place - 3] + triple[meant]) }
      if pair > 0 {
        if grand[place - 1] < budget {
          cost = min(cost, grand[place - 1] + table.narrowCost(pair, UInt32(seen[place - 1])))
        }
        if place > 1, grand[place - 2] < budget {
          let group = UInt32(seen[place - 2]) | UInt32(seen[place - 1]) << 10
          cost = min(cost, grand[place - 2] + table.narrowCost(pair, group))
        }
      }
      row[place] = cost
      least = min(least, cost)
    }
    return least
  }
}
