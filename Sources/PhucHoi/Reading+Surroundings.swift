extension Reading {
  /// Takes back changes that are less sure than `least`; of what an engine without Vietnamese read, those that `policy` does
  /// not believe where they stand. Among words that are likely misread specks are taken for words and the other way
  /// round, however sure each is alone; signs that stand alone go sooner than words change. `text` is what the ranges
  /// refer to. O(n).
  mutating func keepOnlySure(_ text: String, least: Double, _ policy: SurroundingsPolicy?) {
    let chunks = self.chunks
    guard !chunks.isEmpty else { return }
    let misread = sumsAround(
      chunks.map { 1 - (tokens[$0].lazy.map(\.confidence).min() ?? 1) }, scale: policy?.nearness ?? 1)
    var chunk = 0
    let refused = edits.indices.filter { index in
      let edit = edits[index]
      while chunk + 1 < chunks.count, end(of: chunks[chunk]) <= edit.range.lowerBound { chunk += 1 }
      guard let policy, chunks[chunk].contains(where: { evidence[evidenceNumbers[$0]].source == .engine })
      else {
        return edit.confidence < least
      }
      return edit.kind == .noise && edit.isOfMarks && edit.old.utf8.contains(0x20)
        ? edit.confidence < policy.leastOfLoneSigns
        : edit.confidence < policy.least || misread[chunk] > policy.mostMisread
    }
    takeBack(refused, text)
  }

  /// Takes back the changes whose `confidences` are known to be less than `least`: the posterior is shared among the words
  /// that the search found, and says nothing of how well any of them fits. `text` is what the ranges refer to. O(n).
  mutating func keepOnlyLikely(_ text: String, least: Double, _ confidences: [Double?]) {
    takeBack(edits.indices.filter { confidences[$0].map { $0 < least } ?? false }, text)
  }

  /// How sure each change is of text that has its marks, or of any that `isShort`, as such changes are in a text of so
  /// many `words` with marks; nil for other changes and for codes. In more than a line or two the search, which took
  /// no mark for another below `leastOfMarks`, is believed about marks. O(n).
  func likelihoods(isShort: Bool, words: Int, leastOfMarks: Double, _ calibration: Calibration) -> [Double?] {
    // Without evidence none is about text that has its marks.
    guard !evidence.isEmpty else { return edits.map { _ in nil } }
    var token = 0
    let confidences = edits.map { edit -> Double? in
      guard edit.kind != .code else { return nil }
      while token < tokens.count, tokens[token].range.upperBound <= edit.range.lowerBound { token += 1 }
      let made = tokens.indices[token...].prefix { tokens[$0].range.lowerBound < edit.range.upperBound }
      var least = made.isEmpty ? edit.confidence : 1.0
      for number in made {
        let known = evidence[evidenceNumbers[number]]
        guard known.source == .marked || isShort else { return nil }
        least = min(least, calibration.probability(known) ?? tokens[number].confidence)
      }
      return edit.isOfMarks && !isShort ? max(least, leastOfMarks) : least
    }
    let prior = TextPrior(confidences.compactMap { $0 }, words: words)
    return confidences.map { $0.map(prior.adjusted) }
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
