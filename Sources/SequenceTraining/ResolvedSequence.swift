import SequenceLabels

/// A labelled sequence whose keys have been looked up.
struct ResolvedSequence {
  /// Rows by unit or by group, one behind the other; the lowest bit tells that a row names words.
  struct Rows {
    private var values: [Int32] = []
    private var ends: [Int32] = []

    var indices: Range<Int> { ends.indices }

    mutating func append(_ keys: ArraySlice<UInt32>, _ table: RowTable) {
      for key in keys {
        if let row = table.rowOfKey[key] { values.append(row << 1 | (FeatureKey.isWord(key) ? 1 : 0)) }
      }
      ends.append(Int32(values.count))
    }

    /// The rows at `index`, those that name words left out where `dropsWords` says so.
    func rows(_ index: Int, _ dropsWords: Bool) -> [Int32] {
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return values[start..<Int(ends[index])].compactMap { dropsWords && $0 & 1 == 1 ? nil : $0 >> 1 }
    }
  }

  private(set) var groups = Rows()
  private(set) var units = Rows()
  let groupOfUnit: [Int32]
  let opensGroup: [Bool]
  let allowed: [UInt64]
  /// The label of each unit, where all are known.
  let labels: [UInt8]?

  var count: Int { allowed.count }

  init(_ sequence: UnitSequence, _ allowed: [UInt64], _ table: RowTable, _ labelCount: Int) {
    for group in 0..<sequence.groupCount { groups.append(sequence.keys(ofGroup: group), table) }
    for unit in 0..<sequence.count { units.append(sequence.keys(ofUnit: unit), table) }
    groupOfUnit = sequence.groupOfUnit
    opensGroup = sequence.opensGroup
    self.allowed = allowed
    labels =
      allowed.allSatisfy { $0.nonzeroBitCount == 1 && $0.trailingZeroBitCount < labelCount }
      ? allowed.map { UInt8($0.trailingZeroBitCount) } : nil
  }
}

/// What is expected of the labels given what is known of them.
struct GoldExpectation {
  private(set) var marginals: [Float]
  private(set) var pairs: [Float]
  private(set) var pairsBetween: [Float]
  private(set) var logSum: Double

  /// From scores that stand in `lattice`; counts where all labels are known, sums elsewhere.
  init(_ sequence: ResolvedSequence, _ lattice: ChainLattice, _ table: RowTable) {
    let size = lattice.size
    guard let labels = sequence.labels else {
      var gold = lattice
      for (unit, mask) in sequence.allowed.enumerated() {
        for label in 0..<size where mask >> UInt64(label) & 1 == 0 { gold.scores[unit * size + label] -= 1e4 }
      }
      gold.sum(table.chain, pairs: true)
      (marginals, pairs, pairsBetween) = (gold.marginals, gold.pairs, gold.pairsBetween)
      logSum = gold.logSum
      return
    }
    marginals = [Float](repeating: 0, count: labels.count * size)
    pairs = [Float](repeating: 0, count: size * size)
    pairsBetween = pairs
    logSum = labels.first.map { Double(table.start.values[Int($0)]) } ?? 0
    for (unit, label) in labels.enumerated() {
      marginals[unit * size + Int(label)] = 1
      logSum += Double(lattice.scores[unit * size + Int(label)])
      guard unit > 0 else { continue }
      let pair = Int(labels[unit - 1]) * size + Int(label)
      if sequence.opensGroup[unit] {
        pairsBetween[pair] += 1
        logSum += Double(table.between.values[pair])
      } else {
        pairs[pair] += 1
        logSum += Double(table.transitions.values[pair])
      }
    }
  }
}
