import Boosting

/// What a row, or many together, say about which way its score should go.
struct Slope {
  var gradient = 0.0
  var curvature = 0.0
  var weight = 0.0

  static func += (left: inout Slope, right: Slope) {
    left.gradient += right.gradient
    left.curvature += right.curvature
    left.weight += right.weight
  }

  static func - (left: Slope, right: Slope) -> Slope {
    Slope(
      gradient: left.gradient - right.gradient, curvature: left.curvature - right.curvature,
      weight: left.weight - right.weight)
  }
}

/// Where rows part: those whose bin of `feature` is at most `bin` go the first way.
struct Split {
  var feature: Int
  var bin: Int
  var gain: Double
}

/// A tree as it was grown; the first branch is its root.
struct GrownTree {
  /// A node: with a split it leads to the branches `next` and `next + 1`, without one it is a leaf.
  struct Branch {
    var split: Split?
    var next = 0
    /// Steps from the root.
    var level: Int
    /// What a leaf adds to the score.
    var value = 0.0
    /// The rows of a leaf.
    var rows: [Int32]
  }

  var branches: [Branch] = []
  var leaves: some Sequence<Branch> { branches.lazy.filter { $0.split == nil } }
}

/// Grows trees leaf by leaf, the one with the most to gain first.
struct TreeGrower {
  private let table: BinnedTable
  private let options: BoostingOptions

  init(_ table: BinnedTable, _ options: BoostingOptions) { (self.table, self.options) = (table, options) }

  /// A leaf that may be split: its rows by bin of each feature, and the best way to part them.
  private struct Candidate {
    var branch: Int
    var bins: [Slope]
    var total: Slope
    var split: Split?
  }

  /// The tree that lessens the loss most. O(log leaves × rows × features).
  func grow(_ slopes: [Slope]) -> GrownTree {
    var tree = GrownTree()
    tree.branches.append(.init(level: 0, rows: (0..<table.rowCount).map(Int32.init)))
    let levels = min(options.levels, BoostedTrees.mostLevels)
    var open = [candidate(0, bins(of: tree.branches[0].rows, slopes), mayPart: levels > 0)]
    var leafCount = 1
    while leafCount < options.leaves {
      let best = open.indices.max { (open[$0].split?.gain ?? 0) < (open[$1].split?.gain ?? 0) }
      guard let best, let split = open[best].split else { break }
      let parent = open.remove(at: best)
      let (lower, upper) = part(tree.branches[parent.branch].rows, split)
      let next = tree.branches.count
      tree.branches[parent.branch].split = split
      tree.branches[parent.branch].next = next
      tree.branches[parent.branch].rows = []
      let level = tree.branches[parent.branch].level + 1
      tree.branches.append(.init(level: level, rows: lower))
      tree.branches.append(.init(level: level, rows: upper))
      // The larger half is what the smaller one leaves of the whole.
      let smaller = lower.count <= upper.count ? 0 : 1
      let own = bins(of: smaller == 0 ? lower : upper, slopes)
      let rest = zip(parent.bins, own).map { $0 - $1 }
      open.append(candidate(next, smaller == 0 ? own : rest, mayPart: level < levels))
      open.append(candidate(next + 1, smaller == 0 ? rest : own, mayPart: level < levels))
      leafCount += 1
    }
    for leaf in open {
      tree.branches[leaf.branch].value =
        options.shrinkage * leaf.total.gradient / (leaf.total.curvature + options.ridge)
    }
    return tree
  }

  private func part(_ rows: [Int32], _ split: Split) -> ([Int32], [Int32]) {
    var (lower, upper): ([Int32], [Int32]) = ([], [])
    table.columns[split.feature].withUnsafeBufferPointer { column in
      for row in rows {
        if Int(column[Int(row)]) <= split.bin { lower.append(row) } else { upper.append(row) }
      }
    }
    return (lower, upper)
  }

  /// The slopes of `rows` by feature and bin.
  private func bins(of rows: [Int32], _ slopes: [Slope]) -> [Slope] {
    var bins = [Slope](repeating: Slope(), count: table.columns.count * BinnedTable.mostBins)
    bins.withUnsafeMutableBufferPointer { bins in
      slopes.withUnsafeBufferPointer { slopes in
        for (feature, column) in table.columns.enumerated() {
          let base = feature * BinnedTable.mostBins
          column.withUnsafeBufferPointer { column in
            for row in rows { bins[base + Int(column[Int(row)])] += slopes[Int(row)] }
          }
        }
      }
    }
    return bins
  }

  private func candidate(_ branch: Int, _ bins: [Slope], mayPart: Bool) -> Candidate {
    var total = Slope()
    for slope in bins.prefix(BinnedTable.mostBins) { total += slope }
    return Candidate(branch: branch, bins: bins, total: total, split: mayPart ? bestSplit(bins, total) : nil)
  }

  private func bestSplit(_ bins: [Slope], _ total: Slope) -> Split? {
    var best: Split?
    for (feature, cuts) in table.cuts.enumerated() {
      var lower = Slope()
      for bin in cuts.indices {
        lower += bins[feature * BinnedTable.mostBins + bin]
        let upper = total - lower
        guard lower.weight >= options.leastWeight, upper.weight >= options.leastWeight else { continue }
        let gain = value(lower) + value(upper) - value(total)
        if gain > best?.gain ?? 1e-6 { best = Split(feature: feature, bin: bin, gain: gain) }
      }
    }
    return best
  }

  /// How much a leaf with these rows lessens the loss, twice.
  private func value(_ slope: Slope) -> Double {
    slope.gradient * slope.gradient / (slope.curvature + options.ridge)
  }
}
