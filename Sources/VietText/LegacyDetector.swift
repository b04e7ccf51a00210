/// Finds out, line by line, which lines were written in a legacy scheme.
struct LegacyDetector {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var buffer = WorkingLine()

  /// How far a strong line speaks for its neighbours.
  private static let reach = 8

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The scheme of each line, nil for plain Unicode; `lines` are told whether they are mixed.
  mutating func schemes(_ lines: inout [LineProfile]) -> [LegacyScheme?] {
    var schemes = [LegacyScheme?](repeating: nil, count: lines.count)
    // Lines that are Unicode in part.
    for index in lines.indices {
      lines[index].isMixed = lines[index].legacySigns >= 2 && lines[index].unicode > 0
    }
    decide(lines, among: [.tcvn3], into: &schemes) { $0.isMixed }
    for index in lines.indices { lines[index].isMixed = schemes[index] != nil }
    decide(lines, among: LegacyScheme.ofLetters, into: &schemes) {
      ($0.western > 0 || $0.hasControl) && $0.western >= 4 * $0.unicode
    }
    decide(lines, among: [.doubleUTF8], into: &schemes) { $0.hasTwice }
    decide(lines, among: LegacyScheme.ofKeys, into: &schemes) {
      $0.keys > 0 && $0.western + $0.unicode == 0 && 10 * $0.keys >= $0.ascii
    }
    return schemes
  }

  private mutating func decide(
    _ lines: [LineProfile], among candidates: [LegacyScheme], into schemes: inout [LegacyScheme?],
    where isCandidate: (LineProfile) -> Bool
  ) {
    var evidence: [Int: [LegacyEvidence]] = [:]
    for (index, line) in lines.enumerated() where schemes[index] == nil && isCandidate(line) {
      evidence[index] = weigh(line, candidates)
    }
    guard !evidence.isEmpty else { return }
    let order = evidence.keys.sorted()
    for index in order { schemes[index] = strongest(evidence[index] ?? [], candidates) }
    followMajority(order, evidence, candidates, &schemes)
    lend(order, evidence, candidates, &schemes)
  }

  private mutating func weigh(_ line: LineProfile, _ candidates: [LegacyScheme]) -> [LegacyEvidence] {
    buffer.load(bytes, line)
    let scalars = buffer.pieces.map(\.scalar)
    return scalars.withUnsafeBufferPointer { scalars in
      candidates.map { scheme in
        if scheme == .doubleUTF8 { return LegacyEvidence(twice: buffer) }
        return LegacyScheme.ofKeys.contains(scheme)
          ? LegacyEvidence(keys: scalars, scheme: scheme)
          : LegacyEvidence(scalars, scheme: scheme, isMixed: line.isMixed)
      }
    }
  }

  private func strongest(_ evidence: [LegacyEvidence], _ candidates: [LegacyScheme]) -> LegacyScheme? {
    var best: (scheme: LegacyScheme, score: Int)?
    for (scheme, found) in zip(candidates, evidence) where found.isStrong(scheme) {
      let score = found.good - 3 * found.bad
      if score > best?.score ?? 0 { best = (scheme, score) }
    }
    return best?.scheme
  }

  /// A line that two schemes explain goes with the one that most lines are in.
  private func followMajority(
    _ order: [Int], _ evidence: [Int: [LegacyEvidence]], _ candidates: [LegacyScheme],
    _ schemes: inout [LegacyScheme?]
  ) {
    var counts: [LegacyScheme: Int] = [:]
    for index in order { if let scheme = schemes[index] { counts[scheme, default: 0] += 1 } }
    let most = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
    guard counts.count > 1, let most, let position = candidates.firstIndex(of: most) else { return }
    for index in order where schemes[index] != nil && schemes[index] != most {
      guard let found = evidence[index]?[position], found.good > 4 * found.bad else { continue }
      schemes[index] = most
    }
  }

  /// Weak lines follow the nearest strong lines before and behind them.
  private func lend(
    _ order: [Int], _ evidence: [Int: [LegacyEvidence]], _ candidates: [LegacyScheme],
    _ schemes: inout [LegacyScheme?]
  ) {
    let strong = order.map { schemes[$0] }
    for (place, index) in order.enumerated() where strong[place] == nil {
      let before = strong[max(0, place - Self.reach)..<place].last { $0 != nil } ?? nil
      let behind = strong[place + 1..<min(strong.count, place + 1 + Self.reach)].first { $0 != nil } ?? nil
      guard let scheme = before ?? behind, let position = candidates.firstIndex(of: scheme) else { continue }
      let isSurrounded = before == behind || place < Self.reach || place + Self.reach >= strong.count
      let isWilling = evidence[index]?[position].isWilling(scheme, isSurrounded: isSurrounded) ?? false
      if isWilling { schemes[index] = scheme }
    }
  }
}
