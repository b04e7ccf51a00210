/// N-grams packed into 64 bits (16 a word, first word highest), sorted, each with its count.
struct CountedKeys: Sendable {
  var keys: [UInt64] = []
  var counts: [UInt32] = []

  /// Number of different n-grams.
  var count: Int { keys.count }

  /// Adds `count` to the last n-gram when it is `key`, which is not below it, or appends it.
  mutating func add(_ key: UInt64, _ count: UInt32) {
    if keys.last == key {
      let (sum, overflow) = counts[counts.count - 1].addingReportingOverflow(count)
      counts[counts.count - 1] = overflow ? .max : sum
    } else {
      keys.append(key)
      counts.append(count)
    }
  }
}
