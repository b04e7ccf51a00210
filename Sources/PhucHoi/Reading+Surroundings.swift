import VietText

extension Reading {
  /// How many places before and behind count as surroundings.
  private static let reach = 12

  /// Takes back changes that are less sure than `least`, and changes of what an engine without Vietnamese read where
  /// the surroundings are less sure on average than `around`: among words that cannot be read, specks are taken for
  /// words and the other way round, however sure each is alone. `text` is what the ranges refer to. O(n).
  mutating func keepOnlySure(_ text: String, least: Double, around: Double) {
    let (chunks, means) = surroundings()
    guard !chunks.isEmpty else { return }
    var chunk = 0
    var doubtful: Set<Int> = []
    for edit in edits {
      while chunk + 1 < chunks.count, end(of: chunks[chunk]) <= edit.range.lowerBound { chunk += 1 }
      let isEngine = chunks[chunk].contains { tokens[$0].evidence?.group == .engine }
      if edit.confidence < least || isEngine && means[chunk] < around {
        doubtful.insert(edit.range.lowerBound)
      }
    }
    takeBack(text) { doubtful.contains($0.range.lowerBound) }
  }

  private func end(of chunk: Range<Int>) -> Int { tokens[chunk.upperBound - 1].range.upperBound }

  /// The tokens between blanks, and the mean confidence around each.
  private func surroundings() -> (chunks: [Range<Int>], means: [Double]) {
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
    return (chunks, means)
  }
}
