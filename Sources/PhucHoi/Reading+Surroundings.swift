import VietText

extension Reading {
  /// How many places before and behind count as surroundings.
  private static let reach = 12
  /// How sure the surroundings must be on average in a text that is fairly sure as a whole, and in any other.
  private static let leastMean = (fair: 0.87, poor: 0.93)
  /// From what mean on a text is fairly sure.
  private static let fairMean = 0.93

  /// Takes back changes of what an engine without Vietnamese read where the surroundings are doubtful on average:
  /// among words that cannot be read, specks are taken for words and the other way round, however sure each is
  /// alone. `text` is what the ranges refer to. O(n).
  mutating func keepOnlyAmongSure(_ text: String) {
    let (chunks, means, whole) = surroundings()
    guard !chunks.isEmpty else { return }
    let least = whole < Self.fairMean ? Self.leastMean.poor : Self.leastMean.fair
    var chunk = 0
    var doubtful: Set<Int> = []
    for edit in edits {
      while chunk + 1 < chunks.count, end(of: chunks[chunk]) <= edit.range.lowerBound { chunk += 1 }
      let isEngine = chunks[chunk].contains { tokens[$0].evidence?.group == .engine }
      if isEngine, means[chunk] < least { doubtful.insert(edit.range.lowerBound) }
    }
    takeBack(text) { doubtful.contains($0.range.lowerBound) }
  }

  private func end(of chunk: Range<Int>) -> Int { tokens[chunk.upperBound - 1].range.upperBound }

  /// The tokens between blanks, the mean confidence around each, and that of the whole text.
  private func surroundings() -> (chunks: [Range<Int>], means: [Double], whole: Double) {
    var chunks: [Range<Int>] = []
    for index in tokens.indices {
      if let last = chunks.last, tokens[index].range.lowerBound <= tokens[index - 1].range.upperBound {
        chunks[chunks.count - 1] = last.lowerBound..<index + 1
      } else {
        chunks.append(index..<index + 1)
      }
    }
    var sums = [0.0]
    for chunk in chunks { sums.append(sums[sums.count - 1] + (tokens[chunk].map(\.confidence).min() ?? 1)) }
    let means = chunks.indices.map { index in
      let (low, high) = (max(0, index - Self.reach), min(chunks.count, index + Self.reach + 1))
      return (sums[high] - sums[low]) / Double(high - low)
    }
    return (chunks, means, sums[chunks.count] / Double(max(1, chunks.count)))
  }
}
