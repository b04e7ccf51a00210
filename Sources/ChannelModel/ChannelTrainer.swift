import VietText

/// Learns P(seen | meant) from aligned words by hard EM over letter groups.
///
/// Each round aligns every pair along the cheapest path of the current costs and counts the groups on it
/// (Viterbi training of the model of Brill and Moore 2000). Kinds of source with little data are smoothed
/// towards the pool of all of them.
public struct ChannelTrainer {
  /// How many words the pool's opinion weighs for each meant letter.
  public var poolWeight: Float = 4
  /// Rounds of alignment and counting.
  public var rounds = 4

  /// Makes a trainer with the default settings.
  public init() {}

  /// The channel `known` fitted to `pairs` that it was used to read itself: one round of alignment and counting, in
  /// which `known` weighs as `poolWeight` words for each meant letter. O(pairs).
  public func adapted(_ known: [Confusion: Float], to pairs: [WordPair]) -> [Confusion: Float] {
    let wide = Set(known.keys.lazy.filter { $0.meantCodes.count == 2 && $0.seenCodes.count == 2 })
    return estimate(count(pairs.compactMap(Self.code), known, wide), known)
  }

  /// A word pair as codes, ready for alignment.
  struct CodedPair {
    var meant: [UInt8]
    var seen: [UInt16]
  }

  /// Counts of groups and of what they are counted against.
  struct Counts {
    var groups: [Confusion: Float] = [:]
    var letters = [Float](repeating: 0, count: MeantLetter.count)
    var pairs: [UInt16: Float] = [:]
    var joint: [Confusion: Float] = [:]
  }

  /// The channel of `pairs`, smoothed towards `pool` (costs by group) where given.
  public func train(_ pairs: [WordPair], pool: [Confusion: Float] = [:]) -> [Confusion: Float] {
    let coded = pairs.compactMap(Self.code)
    var costs: [Confusion: Float]? = nil
    var wide: Set<Confusion> = []
    for round in 0..<rounds {
      let counts = count(coded, costs, wide)
      if round == 1 { wide = jointGroups(counts) }
      costs = estimate(counts, pool)
    }
    return costs ?? pool
  }

  /// The letters of a pair, or nil where it teaches nothing: not a plain word, or hopelessly far apart.
  static func code(_ pair: WordPair) -> CodedPair? {
    var (meant, seen) = (pair.meant[...], pair.seen[...])
    func isEdge(_ scalar: UInt32) -> Bool { ",.;:()\"“”!?[]…".unicodeScalars.contains { $0.value == scalar } }
    while let a = meant.last, let b = seen.last, isEdge(a), a == b || isEdge(b) {
      meant.removeLast()
      seen.removeLast()
    }
    while let a = meant.first, let b = seen.first, isEdge(a), a == b || isEdge(b) {
      meant.removeFirst()
      seen.removeFirst()
    }
    let m = meant.map(MeantLetter.code)
    let s = seen.map(SeenLetter.code)
    guard !m.isEmpty, !s.isEmpty, m.count <= 9, s.count <= 14, !m.contains(0), !s.contains(0) else {
      return nil
    }
    return CodedPair(meant: m, seen: s)
  }

  private func count(_ pairs: [CodedPair], _ costs: [Confusion: Float]?, _ wide: Set<Confusion>) -> Counts {
    var counts = Counts()
    for pair in pairs {
      let limit = 1.5 + 1.6 * Float(pair.meant.count)
      let groups = LetterAlignment.groups(meant: pair.meant, seen: pair.seen, limit: limit) { meant, seen in
        let group = Confusion(meant: meant, seen: seen)
        if meant.count == 2, seen.count == 2, !wide.contains(group) { return ChannelTable.infinity }
        let prior = Self.prior(meant, seen)
        guard let costs else { return prior }
        return costs[group] ?? prior + 2
      }
      guard let groups else { continue }
      tally(groups, pair, &counts)
    }
    return counts
  }

  private func tally(_ groups: [Confusion], _ pair: CodedPair, _ counts: inout Counts) {
    for letter in pair.meant { counts.letters[Int(letter)] += 1 }
    for index in 1..<max(1, pair.meant.count) {
      counts.pairs[Confusion(meant: pair.meant[index - 1...index], seen: []).meant, default: 0] += 1
    }
    counts.letters[0] += Float(pair.meant.count)
    for (index, group) in groups.enumerated() {
      counts.groups[group, default: 0] += 1
      guard index > 0 else { continue }
      let (before, m, s) = (groups[index - 1], group.meantCodes, group.seenCodes)
      guard m.count == 1, s.count == 1, before.meantCodes.count == 1, before.seenCodes.count == 1 else {
        continue
      }
      let joint = Confusion(meant: (before.meantCodes + m)[...], seen: (before.seenCodes + s)[...])
      counts.joint[joint, default: 0] += 1
    }
  }

  /// Pairs of neighbouring confusions that go together more often than chance.
  private func jointGroups(_ counts: Counts) -> Set<Confusion> {
    var out: Set<Confusion> = []
    for (group, count) in counts.joint where count >= 4 {
      let (m, s) = (group.meantCodes, group.seenCodes)
      var expected = counts.pairs[group.meant] ?? 1
      for index in 0..<2 {
        let one = Confusion(meant: m[index...index], seen: s[index...index])
        expected *= (counts.groups[one] ?? 0) / max(1, counts.letters[Int(m[index])])
      }
      if count > 2 * expected { out.insert(group) }
    }
    return out
  }

  private func estimate(_ counts: Counts, _ pool: [Confusion: Float]) -> [Confusion: Float] {
    var costs: [Confusion: Float] = [:]
    for group in Set(counts.groups.keys).union(pool.keys) {
      let meant = group.meantCodes
      let total: Float
      switch meant.count {
      case 0: total = counts.letters[0]
      case 1: total = counts.letters[Int(meant[0])]
      default: total = counts.pairs[group.meant] ?? 0
      }
      let seenCount = counts.groups[group] ?? 0
      if meant.count != 1 || group.seenCodes.count > 1, seenCount < 2, pool[group] == nil { continue }
      let prior = pool[group].map { Numeric.power10(-$0) } ?? 0
      let probability = (seenCount + poolWeight * prior) / (total + poolWeight)
      if probability > 1e-5 { costs[group] = -Numeric.log10(min(1, probability)) }
    }
    return costs
  }

  /// Costs before anything is known: marks are lost easily, letters seldom.
  private static func prior(_ meant: ArraySlice<UInt8>, _ seen: ArraySlice<UInt16>) -> Float {
    switch (meant.count, seen.count) {
    case (1, 1):
      let scalar = MeantLetter.scalar(meant[meant.startIndex])
      let code = seen[seen.startIndex]
      if SeenLetter.code(scalar) == code { return 0.05 }
      let bare = SeenLetter.code(VietLetter.bare(scalar))
      return bare == code || isMarkOf(code, scalar) ? 0.5 : 1.6
    case (1, 0), (0, 1): return 2
    case (1, 2): return 2.2
    case (2, 1): return 2.4
    case (1, 3): return 3.4
    default: return 3
    }
  }

  private static func isMarkOf(_ code: UInt16, _ scalar: UInt32) -> Bool {
    let seen = code < 0x250 && code < 0x200 ? UInt32(code) : code >= 0x210 ? UInt32(code) - 0x210 + 0x1EA0 : 0
    return VietLetter.bare(VietLetter.lowercased(seen)) == VietLetter.bare(VietLetter.lowercased(scalar))
  }
}
