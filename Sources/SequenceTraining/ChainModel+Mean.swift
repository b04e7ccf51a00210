import SequenceLabels

extension ChainModel {
  /// The mean of chains that were learned apart, which errs less than any of them where they saw little (bagging; Breiman
  /// 1996): they are log-linear in the same features, so that the mean of their weights is the mean of their votes. The
  /// `mostRows` rows that weigh most are kept. Nil without chains or for chains of other labels. O(rows × labels).
  public static func mean(of chains: [ChainModel], mostRows: Int) -> ChainModel? {
    guard let size = chains.first?.labelCount, chains.allSatisfy({ $0.labelCount == size }) else {
      return nil
    }
    let share = 1 / Float(chains.count)
    var rows: [UInt32: [Float]] = [:]
    for chain in chains {
      let weights = chain.weights
      for (place, key) in weights.keys.enumerated() {
        let row = weights.rows[place * size..<(place + 1) * size]
        let sum = rows[key] ?? [Float](repeating: 0, count: size)
        rows[key] = zip(sum, row).map { $0 + Float($1) * weights.scale * share }
      }
    }
    let strongest = rows.map { (key: $0.key, row: $0.value, norm: $0.value.reduce(0) { $0 + $1 * $1 }) }
      .sorted { ($0.norm, $1.key) > ($1.norm, $0.key) }
    let kept = strongest.prefix(mostRows).sorted { $0.key < $1.key }
    func sum(_ part: (ChainTransitions) -> [Float]) -> [Float] {
      let first = [Float](repeating: 0, count: part(chains[0].transitions).count)
      return chains.reduce(first) { zip($0, part($1.transitions)).map { $0 + $1 * share } }
    }
    return HashedWeights(labelCount: size, keys: kept.map(\.key), values: kept.flatMap(\.row)).flatMap {
      ChainModel(
        weights: $0,
        transitions: ChainTransitions(start: sum(\.start), within: sum(\.within), between: sum(\.between)))
    }
  }
}

extension HashedWeights {
  /// Weights of one byte for `values`, which has a row for each of `keys`; nil where they do not fit each other.
  init?(labelCount: Int, keys: [UInt32], values: [Float]) {
    let most = values.reduce(0) { max($0, abs($1)) }
    let scale = max(min(most, 8), 1e-3) / 127
    self.init(
      labelCount: labelCount, keys: keys,
      rows: values.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) }, scale: scale)
  }
}
