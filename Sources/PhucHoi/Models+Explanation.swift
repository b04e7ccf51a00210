import Decoding

extension Models {
  /// How `line` would be decoded: its tokens, their candidates with channel and language-model cost, the best
  /// readings. For looking into one line; a longer text is better repaired.
  public func explain(_ line: String, candidateCount: Int = 6, pathCount: Int = 5) -> Explanation {
    Explainer(models: decoder).explain(line, candidateCount: candidateCount, pathCount: pathCount)
  }
}
