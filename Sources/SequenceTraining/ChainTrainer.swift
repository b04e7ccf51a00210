import SequenceLabels

/// Learns a `ChainModel` from labelled sequences: likelihood by stochastic gradient with a step of its own for each
/// weight (AdaGrad; Duchi, Hazan, Singer 2011).
///
/// Keys that name words are left out at random, now and then of whole sequences, so that what means the same in
/// every house learns to carry the decision. The rows that weigh most are kept and learned once more alone.
public struct ChainTrainer {
  private let labelCount: Int
  private let options: ChainOptions
  private var sequences: [(units: UnitSequence, allowed: [UInt64])] = []
  private var random: SplitMix

  /// A trainer for labels 0 to `labelCount` - 1.
  public init(labelCount: Int, options: ChainOptions = ChainOptions()) {
    self.labelCount = labelCount
    self.options = options
    random = SplitMix(state: options.seed)
  }

  /// Sequences so far.
  public var count: Int { sequences.count }

  /// Adds a sequence with the labels that each unit may have, a bit each; at most 64 labels.
  public mutating func add(_ units: UnitSequence, allowed: [UInt64]) {
    guard units.count == allowed.count, !allowed.isEmpty else { return }
    sequences.append((units, allowed))
  }

  /// The model; nil without sequences. `report` is told the mean log likelihood of a unit after each pass.
  public mutating func trained(report: (String) -> Void = { _ in }) -> ChainModel? {
    guard !sequences.isEmpty else { return nil }
    var table = RowTable(labelCount: labelCount, keys: frequentKeys())
    report(
      "\(sequences.count) sequences, \(sequences.reduce(0) { $0 + $1.allowed.count }) units, \(table.count) features"
    )
    for pass in 0..<options.passes { report("pass \(pass + 1): \(run(&table))") }
    if table.count > options.mostRows {
      table = table.strongest(options.mostRows)
      for pass in 0..<options.laterPasses { report("pass \(pass + 1) of the kept: \(run(&table))") }
    }
    return table.model()
  }

  /// Keys that stand in enough sequences, with the number of these.
  private func frequentKeys() -> [UInt32: Int32] {
    var seen: [UInt32: (count: Int32, last: Int32)] = [:]
    for (number, sequence) in sequences.enumerated() {
      for keys in [sequence.units.groupKeys, sequence.units.unitKeys] {
        for key in keys {
          let known = seen[key] ?? (0, -1)
          if known.last != Int32(number) { seen[key] = (known.count + 1, Int32(number)) }
        }
      }
    }
    return seen.filter { $0.value.count >= Int32(options.leastCount) }.mapValues(\.count)
  }

  private mutating func run(_ table: inout RowTable) -> Double {
    var order = Array(sequences.indices)
    order.shuffle(using: &random)
    var (total, units) = (0.0, 0)
    for index in order {
      let (sequence, allowed) = sequences[index]
      total += step(sequence, allowed, &table)
      units += allowed.count
    }
    return total / Double(max(1, units))
  }

  /// One step along the gradient of one sequence.
  private mutating func step(_ units: UnitSequence, _ allowed: [UInt64], _ table: inout RowTable) -> Double {
    let size = labelCount
    let dropsAll = random.chance(options.dropSequence)
    let groups = (0..<units.groupCount).map { group in rows(units.keys(ofGroup: group), dropsAll, table) }
    let own = (0..<units.count).map { unit in rows(units.keys(ofUnit: unit), dropsAll, table) }
    var lattice = ChainLattice(count: units.count, size: size)
    for unit in 0..<units.count {
      table.add(groups[Int(units.groupOfUnit[unit])], to: &lattice.scores, at: unit * size)
      table.add(own[unit], to: &lattice.scores, at: unit * size)
    }
    var gold = lattice
    for (unit, mask) in allowed.enumerated() {
      for label in 0..<size where mask >> UInt64(label) & 1 == 0 { gold.scores[unit * size + label] -= 1e4 }
    }
    lattice.sum(start: table.start.values, transitions: table.transitions.values, pairs: true)
    gold.sum(start: table.start.values, transitions: table.transitions.values, pairs: true)
    let gradient = zip(gold.marginals, lattice.marginals).map { $0 - $1 }
    var ofGroup = [Float](repeating: 0, count: groups.count * size)
    for unit in 0..<units.count {
      let group = Int(units.groupOfUnit[unit])
      for label in 0..<size { ofGroup[group * size + label] += gradient[unit * size + label] }
      table.update(own[unit], gradient, unit * size, options.rate, options.decay)
    }
    for group in groups.indices {
      table.update(groups[group], ofGroup, group * size, options.rate, options.decay)
    }
    table.transitions.update(zip(gold.pairs, lattice.pairs).map { $0 - $1 }, options.rate)
    table.start.update(Array(gradient.prefix(size)), options.rate)
    return gold.logSum - lattice.logSum
  }

  private mutating func rows(_ keys: ArraySlice<UInt32>, _ dropsAll: Bool, _ table: RowTable) -> [Int32] {
    let dropsUnit = dropsAll || random.chance(options.dropUnit)
    var rows: [Int32] = []
    rows.reserveCapacity(keys.count)
    for key in keys {
      if dropsUnit, FeatureKey.isWord(key) { continue }
      if let row = table.rowOfKey[key] { rows.append(row) }
    }
    return rows
  }
}

/// How a `ChainTrainer` learns.
public struct ChainOptions: Sendable {
  /// Passes over all sequences.
  public var passes = 5
  /// Passes with the rows that are kept.
  public var laterPasses = 3
  /// Rows that the model may have.
  public var mostRows = 16_000
  /// Sequences that a key must stand in.
  public var leastCount = 4
  /// Length of a first step.
  public var rate: Float = 0.15
  /// Share of a weight that is taken back when it is moved.
  public var decay: Float = 2e-4
  /// How often all words of a sequence are left out.
  public var dropSequence = 0.25
  /// How often the words of a unit are left out.
  public var dropUnit = 0.1
  /// What the chances begin with.
  public var seed: UInt64 = 12

  /// The usual ones.
  public init() {}
}

/// A small generator of random numbers that gives the same ones everywhere (Steele, Lea, Flood 2014).
public struct SplitMix: RandomNumberGenerator, Sendable {
  var state: UInt64

  /// A generator that begins with `state`.
  public init(state: UInt64) { self.state = state }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// True with a probability.
  public mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) * 0x1p-53 < probability
  }
}
