import PhucHoi

/// Whether confidences hold: how often tokens of each confidence are right.
struct Reliability: Sendable {
  /// One token: how sure the repair was, and whether it is right.
  struct Point: Sendable {
    var confidence: Double
    var isRight: Bool
  }

  /// The tokens of one tenth of the scale.
  struct Bin: Sendable {
    /// Lower end of the bin, upper end not included.
    var lower: Double
    var count = 0
    var confidence = 0.0
    var right = 0
    /// Mean confidence.
    var meanConfidence: Double { confidence / Double(max(1, count)) }
    /// Share of right tokens.
    var accuracy: Double { Double(right) / Double(max(1, count)) }
  }

  /// All tokens.
  private(set) var points: [Point] = []

  /// Adds the tokens of one repair, aligned with the correct text.
  mutating func add(_ tokens: [OutputToken], gold: String) {
    var symbols = SymbolNumbers()
    let expected = ScoredText(gold).tokens.map { symbols.number(of: $0) }
    var (found, confidences): ([Int32], [Double]) = ([], [])
    for token in tokens {
      for word in ScoredText(token.text).tokens {
        found.append(symbols.number(of: word))
        confidences.append(token.confidence)
      }
    }
    let alignment = EditDistance.alignment(expected, found)
    points += zip(confidences, alignment.isRight).map { Point(confidence: $0, isRight: $1) }
  }

  /// Ten bins of equal width.
  var bins: [Bin] {
    var bins = (0..<10).map { Bin(lower: Double($0) / 10) }
    for point in points {
      let index = min(9, max(0, Int(point.confidence * 10)))
      bins[index].count += 1
      bins[index].confidence += point.confidence
      bins[index].right += point.isRight ? 1 : 0
    }
    return bins
  }

  /// Mean distance between confidence and share of right tokens, over the bins (Naeini et al. 2015).
  var expectedCalibrationError: Double {
    bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, points.count))
  }

  /// Probability that a right token has more confidence than a wrong one; nil where all are right or all wrong.
  var areaUnderCurve: Double? {
    let positives = Double(points.count { $0.isRight })
    let negatives = Double(points.count) - positives
    guard positives > 0, negatives > 0 else { return nil }
    let sorted = points.sorted { $0.confidence < $1.confidence }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      var right = 0
      while end < sorted.count, sorted[end].confidence == sorted[start].confidence {
        right += sorted[end].isRight ? 1 : 0
        end += 1
      }
      rankSum += Double(right) * Double(start + end + 1) / 2
      start = end
    }
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
  }

  /// Of the tokens with a confidence of 0.95 and more: the share that is right, and their share of all.
  var sure: (right: Double, share: Double) {
    let sure = points.filter { $0.confidence >= 0.95 }
    let right = Double(sure.count { $0.isRight }) / Double(max(1, sure.count))
    return (right, Double(sure.count) / Double(max(1, points.count)))
  }
}
