/// Changes of an engine with what a person decided put in their place.
struct DecidedChanges {
  /// The source text, UTF-8.
  let source: [UInt8]
  /// The changes of the engine, in order.
  let changes: [Change]

  /// All changes, in order. Decisions must be in order; one over another decision or out of the text is left out.
  /// A change that a decision touches gives way to it: what a person decided holds, however a run cut the words. O(n).
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
      let first = next
      while next < changes.count, changes[next].range.lowerBound < range.upperBound { next += 1 }
      end = range.upperBound
      if let change = change(decision, changes[first..<next].first { $0.range == range }) {
        merged.append(change)
      }
    }
    return merged + changes[next...]
  }

  private func isSound(_ range: Range<Int>) -> Bool {
    range.upperBound <= source.count && !isInside(range.lowerBound) && !isInside(range.upperBound)
  }

  /// Whether `offset` lies within a letter.
  private func isInside(_ offset: Int) -> Bool { offset < source.count && source[offset] & 0xC0 == 0x80 }

  /// The decision as a change; nil where the text was right as it was read.
  private func change(_ decision: ReviewDecision, _ replaced: Change?) -> Change? {
    let old = String(decoding: source[decision.range], as: UTF8.self)
    guard old != decision.text else { return nil }
    let before = source[..<decision.range.lowerBound]
    return Change(
      range: decision.range, page: replaced?.page ?? 1 + before.count { $0 == 0x0C },
      line: replaced?.line ?? 1 + before.count { $0 == 0x0A }, old: old, new: decision.text,
      kind: "review", confidence: 1)
  }
}
