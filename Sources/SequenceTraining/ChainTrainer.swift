import SequenceLabels

/// Learns a `ChainModel` from labelled sequences: likelihood by stochastic gradient with a step of its own for each
/// weight (AdaGrad; Duchi, Hazan, Singer 2011).
///
/// Keys that name words are left out at random, now and then of whole sequences, so that what means the same in
/// every house learns to carry the decision. The rows that weigh most are kept and learned once more alone; the model is
/// the mean of what these passes end with (Polyak, Juditsky 1992).
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
    var resolved = sequences.map { ResolvedSequence($0.units, $0.allowed, table, labelCount) }
    for pass in 0..<options.passes { report("pass \(pass + 1): \(run(&table, resolved))") }
    if table.count > options.mostRows {
      table = table.strongest(options.mostRows)
      resolved = sequences.map { ResolvedSequence($0.units, $0.allowed, table, labelCount) }
      var mean = MeanTable()
      for pass in 0..<options.laterPasses {
        report("pass \(pass + 1) of the kept: \(run(&table, resolved))")
        mean.add(table)
      }
      table.take(mean)
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

  private mutating func run(_ table: inout RowTable, _ sequences: [ResolvedSequence]) -> Double {
    var order = Array(sequences.indices)
    order.shuffle(using: &random)
    var (total, units) = (0.0, 0)
    for index in order {
      total += step(sequences[index], &table)
      units += sequences[index].count
    }
    return total / Double(max(1, units))
  }

  /// Whether a gradient is long enough to be followed: most units are told rightly and surely soon.
  private func moves(_ gradient: [Float], _ place: Int) -> Bool {
    gradient[place..<place + labelCount].contains { abs($0) > options.leastSlope }
  }

  /// One step along the gradient of one sequence.
  private mutating func step(_ sequence: ResolvedSequence, _ table: inout RowTable) -> Double {
    let size = labelCount
    let dropsAll = random.chance(options.dropSequence)
    let groups = sequence.groups.indices.map {
      sequence.groups.rows($0, dropsAll || random.chance(options.dropUnit))
    }
    let own = sequence.units.indices.map {
      sequence.units.rows($0, dropsAll || random.chance(options.dropUnit))
    }
    var lattice = ChainLattice(count: sequence.count, size: size)
    lattice.opensGroup = sequence.opensGroup
    for unit in own.indices {
      table.add(groups[Int(sequence.groupOfUnit[unit])], to: &lattice.scores, at: unit * size)
      table.add(own[unit], to: &lattice.scores, at: unit * size)
    }
    let gold = GoldExpectation(sequence, lattice, table)
    lattice.sum(table.chain, pairs: true)
    let gradient = zip(gold.marginals, lattice.marginals).map { $0 - $1 }
    var ofGroup = [Float](repeating: 0, count: groups.count * size)
    for unit in own.indices {
      let group = Int(sequence.groupOfUnit[unit])
      for label in 0..<size { ofGroup[group * size + label] += gradient[unit * size + label] }
      if moves(gradient, unit * size) {
        table.update(own[unit], gradient, unit * size, options.rate, options.decay)
      }
    }
    for group in groups.indices where moves(ofGroup, group * size) {
      table.update(groups[group], ofGroup, group * size, options.rate, options.decay)
    }
    table.transitions.update(zip(gold.pairs, lattice.pairs).map { $0 - $1 }, options.rate)
    table.between.update(zip(gold.pairsBetween, lattice.pairsBetween).map { $0 - $1 }, options.rate)
    table.start.update(Array(gradient.prefix(size)), options.rate)
    return gold.logSum - lattice.logSum
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
  /// Gradients of which no part is longer are not followed.
  public var leastSlope: Float = 1e-3
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
