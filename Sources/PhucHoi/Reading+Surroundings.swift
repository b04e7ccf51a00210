extension Reading {
  /// How many places before and behind count as surroundings.
  private static let reach = 12

  /// Takes back changes that are less sure than `least`, and changes of what an engine without Vietnamese read where
  /// the surroundings are less sure on average than `around`: among words that cannot be read, specks are taken for
  /// words and the other way round, however sure each is alone. `text` is what the ranges refer to. O(n).
  mutating func keepOnlySure(_ text: String, least: Double, around: Double) {
    let chunks = self.chunks
    guard !chunks.isEmpty else { return }
    let means = slidingMeans(
      chunks.map { tokens[$0].lazy.map(\.confidence).min() ?? 1 }, reach: Self.reach)
    var chunk = 0
    let refused = edits.indices.filter { index in
      let edit = edits[index]
      while chunk + 1 < chunks.count, end(of: chunks[chunk]) <= edit.range.lowerBound { chunk += 1 }
      let isEngine = chunks[chunk].contains { evidence[evidenceNumbers[$0]].source == .engine }
      return edit.confidence < least || isEngine && means[chunk] < around
    }
    takeBack(refused, text)
  }

  /// Takes back the changes of words of text that has its marks, and all of a text that `isShort`, that are less sure than
  /// `least`: the posterior is shared among the words that the search found, and says nothing of how well any of them
  /// fits. `text` is what the ranges refer to. O(n).
  mutating func keepOnlyLikely(_ text: String, least: Double, isShort: Bool, _ calibration: Calibration) {
    // Without evidence none is about text that has its marks.
    guard !evidence.isEmpty else { return }
    var token = 0
    let refused = edits.indices.filter { index in
      let edit = edits[index]
      guard edit.kind != .code, isShort || !edit.isOfMarks else { return false }
      while token < tokens.count, tokens[token].range.upperBound <= edit.range.lowerBound { token += 1 }
      var confidence = 1.0
      let made = tokens.indices[token...].prefix { tokens[$0].range.lowerBound < edit.range.upperBound }
      for number in made {
        let known = evidence[evidenceNumbers[number]]
        guard known.source == .marked || isShort else { return false }
        confidence = min(confidence, calibration.probability(known) ?? 1)
      }
      return confidence < least
    }
    takeBack(refused, text)
  }

  /// The tokens between blanks.
  private var chunks: [Range<Int>] {
    var chunks: [Range<Int>] = []
    for index in tokens.indices {
      if let last = chunks.last, tokens[index].range.lowerBound <= tokens[index - 1].range.upperBound {
        chunks[chunks.count - 1] = last.lowerBound..<index + 1
      } else {
        chunks.append(index..<index + 1)
      }
    }
    return chunks
  }

  private func end(of chunk: Range<Int>) -> Int { tokens[chunk.upperBound - 1].range.upperBound }
}
