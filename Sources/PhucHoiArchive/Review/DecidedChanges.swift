/// Changes of an engine with what a person decided put in their place.
struct DecidedChanges {
  /// The source text, UTF-8.
  let source: [UInt8]
  /// The changes of the engine, in order.
  let changes: [Change]

  /// All changes, in order. Decisions must be in order; one that reaches into a change only in part, over another
  /// decision or out of the text is left out. O(n).
  func deciding(_ decisions: [ReviewDecision]) -> [Change] {
    var merged: [Change] = []
    var next = 0
    var end = 0
    for decision in decisions where decision.range.lowerBound >= end && isSound(decision.range) {
      let range = decision.range
      while next < changes.count, changes[next].range.upperBound <= range.lowerBound {
        merged.append(changes[next])
        next += 1
      }
      var last = next
      while last < changes.count, changes[last].range.lowerBound < range.upperBound { last += 1 }
      let covered = changes[next..<last]
      let isWhole = covered.allSatisfy {
        $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      guard isWhole else { continue }
      next = last
      end = range.upperBound
      if let change = change(decision, covered) { merged.append(change) }
    }
    return merged + changes[next...]
  }

  private func isSound(_ range: Range<Int>) -> Bool {
    range.upperBound <= source.count && !isInside(range.lowerBound) && !isInside(range.upperBound)
  }

  /// Whether `offset` lies within a letter.
  private func isInside(_ offset: Int) -> Bool { offset < source.count && source[offset] & 0xC0 == 0x80 }

  /// The decision as a change; nil where the text was right as it was read.
  private func change(_ decision: ReviewDecision, _ covered: ArraySlice<Change>) -> Change? {
    let old = String(decoding: source[decision.range], as: UTF8.self)
    guard old != decision.text else { return nil }
    let before = source[..<decision.range.lowerBound]
    return Change(
      range: decision.range, page: covered.first?.page ?? 1 + before.count { $0 == 0x0C },
      line: covered.first?.line ?? 1 + before.count { $0 == 0x0A }, old: old, new: decision.text,
      kind: "review", confidence: 1)
  }
}
