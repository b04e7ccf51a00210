/// Recomputes backoff weights after pruning, so that every context's distribution sums to one again.
///
/// With the probabilities of the kept n-grams as they are, the weight of a context is what they leave over
/// their back-offs: (1 - sum p(w|h)) / (1 - sum p(w|h')), over the kept w.
enum Backoffs {
  /// The weights for the n-grams in `kept`; 1 where a context has no child.
  static func normalized(_ trie: CountTrie, _ estimates: NgramEstimates, kept: [[Bool]]) -> [[Float]] {
    trie.levels.indices.map { level in
      let nodes = trie.levels[level]
      return (0..<nodes.starts.count - 1).map { context in
        var (rest, lowerRest, hasChild) = (1.0, 1.0, false)
        for child in nodes.children(context) where kept[level][child] {
          rest -= Double(estimates.levels[level][child])
          lowerRest -= Double(estimates.lower(trie, level: level, child))
          hasChild = true
        }
        guard hasChild else { return 1 }
        return Float(max(rest, 1e-7) / max(lowerRest, 1e-7))
      }
    }
  }
}
