/// What each n-gram gains over its own back-off, per occurrence, in log10.
struct NgramGains {
  let trie: CountTrie
  let estimates: NgramEstimates
  /// The confusion class of each word.
  let classes: [UInt32]
  /// What smoothing takes from the counts of the highest order: the share of an n-gram's occurrences that new
  /// text will not repeat.
  let discounts: Discounts

  /// The gains by level: |log q - log q'| within the class, plus `plainLossWeight` times |log p - log p'|, times
  /// the share of the occurrences that smoothing leaves.
  func all(plainLossWeight: Float) -> [[Float]] {
    var sums = unigramSums()
    var result: [[Float]] = []
    for level in trie.levels.indices {
      let here = classSums(level, below: sums)
      result.append(gains(level, sums: here, below: sums, plainLossWeight))
      sums = here
    }
    return result
  }

  /// For each word the probability of its whole class.
  private func unigramSums() -> [Float] {
    var sums = [Float](repeating: 0, count: Int(classes.max() ?? 0) + 1)
    for word in classes.indices { sums[Int(classes[word])] += estimates.unigrams[word] }
    return classes.map { sums[Int($0)] }
  }

  /// For each n-gram of a level the probability of its word's class in its context.
  ///
  /// Members that the context does not know come from the backoff, so the sum is that of the suffix context
  /// times the backoff weight plus what each known member has over its own back-off.
  private func classSums(_ level: Int, below: [Float]) -> [Float] {
    let nodes = trie.levels[level]
    var result = [Float](repeating: 0, count: nodes.count)
    var extra = [Float](repeating: 0, count: Int(classes.max() ?? 0) + 1)
    for context in 0..<nodes.starts.count - 1 {
      let backoff = estimates.backoffs[level][context]
      let children = nodes.children(context)
      for child in children {
        let own = estimates.levels[level][child] - backoff * estimates.lower(trie, level: level, child)
        extra[Int(classes[Int(nodes.words[child])])] += own
      }
      for child in children {
        let known = extra[Int(classes[Int(nodes.words[child])])]
        result[child] = backoff * below[Int(nodes.suffixes[child])] + known
      }
      for child in children { extra[Int(classes[Int(nodes.words[child])])] = 0 }
    }
    return result
  }

  private func gains(_ level: Int, sums: [Float], below: [Float], _ plainLossWeight: Float) -> [Float] {
    let nodes = trie.levels[level]
    var result = [Float](repeating: 0, count: nodes.count)
    for context in 0..<nodes.starts.count - 1 {
      let backoff = estimates.backoffs[level][context]
      for child in nodes.children(context) {
        let own = estimates.levels[level][child]
        let lower = estimates.lower(trie, level: level, child)
        let choice = own / max(sums[child], own)
        let lowerSum = below[Int(nodes.suffixes[child])]
        let lowerChoice = lower / max(lowerSum, lower)
        let count = Float(nodes.raw[child])
        let left = max(0, 1 - discounts.of(nodes.raw[child]) / count)
        result[child] =
          left
          * (abs(Logarithm.base10(choice / lowerChoice))
            + plainLossWeight * abs(Logarithm.base10(own / (backoff * lower))))
      }
    }
    return result
  }
}
