/// Finds the best sequence of zones for the segments of a text (Viterbi 1967).
struct ZoneDecoder {
  /// The zone of every segment; O(n) with the square of the number of zones as factor.
  static func zones(_ features: [SegmentFeatures], _ segments: [Segment]) -> [Zone] {
    let size = Zone.allCases.count
    guard !segments.isEmpty else { return [] }
    var back = [UInt8](repeating: 0, count: segments.count * size)
    var row = [Float](repeating: 0, count: size)
    var scores = ZoneTransitions.start
    var next = scores
    let transitions = ZoneTransitions.table.flatMap { $0 }
    for index in segments.indices {
      ZoneScores.emissions(index, features, segments, into: &row)
      guard index > 0 else {
        for zone in 0..<size { scores[zone] += row[zone] }
        continue
      }
      let change: Float =
        continues(features[index], features[index - 1])
        ? -4 : runsOn(features[index], features[index - 1], segments[index]) ? -2.5 : 0
      for zone in 0..<size {
        var (best, from) = (-Float.infinity, 0)
        for previous in 0..<size {
          let score = scores[previous] + transitions[previous * size + zone] + (previous == zone ? 0 : change)
          if score > best { (best, from) = (score, previous) }
        }
        next[zone] = best + row[zone]
        back[index * size + zone] = UInt8(from)
      }
      swap(&scores, &next)
      rebase(&scores)
    }
    return trace(back, scores, size)
  }

  /// A line that goes on with the sentence above: it is rarely of another zone.
  private static func continues(_ here: SegmentFeatures, _ before: SegmentFeatures) -> Bool {
    here.isLower && !before.isClosed && !before.has([.date, .title, .numberMarked, .authority, .signerTitle])
  }

  /// A line right under a long one that ends in the middle of a clause: most likely it goes on.
  private static func runsOn(_ here: SegmentFeatures, _ before: SegmentFeatures, _ segment: Segment) -> Bool {
    !segment.afterGap && segment.column == 0 && before.length > 45 && before.upper < 0.5 && here.upper < 0.5
      && !before.isClosed
      && before.last != 0x2C
      && !here.has([.dash, .outline, .date, .title, .numberMarked, .addressee, .basis, .opener, .recipients])
  }

  /// Keeps sums small over long texts, so that floats stay exact enough.
  private static func rebase(_ scores: inout [Float]) {
    guard let best = scores.max(), abs(best) > 1000 else { return }
    for zone in scores.indices { scores[zone] -= best }
  }

  private static func trace(_ back: [UInt8], _ scores: [Float], _ size: Int) -> [Zone] {
    var zone = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var result: [Zone] = []
    var index = back.count / size - 1
    while index >= 0 {
      result.append(Zone(rawValue: UInt8(zone)) ?? .text)
      zone = Int(back[index * size + zone])
      index -= 1
    }
    return result.reversed()
  }
}
