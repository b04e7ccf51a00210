import VietText

/// Goes through corpora line by line and token by token, the same way for every stage.
package struct CorpusReader {
  /// Every n-th line is left out (the check text of later comparisons); nil keeps all.
  package var holdOutEvery: Int?

  /// A reader that leaves out every `holdOutEvery`-th line.
  package init(holdOutEvery: Int? = nil) { self.holdOutEvery = holdOutEvery }

  /// Calls `line` before each line with how often it counts, then `unit` for each of its tokens, whose bytes
  /// are the buffer's, then `line` again with 0 at its end.
  package func read(
    _ corpus: TrainingCorpus, line: (Int) throws -> Void, unit: (LanguageUnit, [UInt8], LetterCase) -> Void
  ) throws {
    var tokens: [ModelToken] = []
    var bytes: [UInt8] = []
    var number = 0
    try TextLines(path: corpus.path).forEach { scalars in
      number += 1
      if let holdOutEvery, corpus.layout == .lines, number % holdOutEvery == 0 { return }
      var (text, weight) = (scalars, 1)
      if corpus.layout == .repeats { (text, weight) = Self.repeated(scalars) }
      tokens.removeAll(keepingCapacity: true)
      ModelTokenizer.tokenize(text, into: &tokens)
      guard !tokens.isEmpty, weight > 0 else { return }
      try line(weight)
      var evidence = LetterCaseReader()
      for token in tokens {
        let letterCase = evidence.next(token, in: text)
        unit(LanguageUnit.of(token, in: text, into: &bytes), bytes, letterCase)
      }
      try line(0)
    }
  }

  /// Splits `count TAB line`; the weight is the square root of the count, 0 for a line without count.
  private static func repeated(
    _ scalars: UnsafeBufferPointer<UInt32>
  ) -> (UnsafeBufferPointer<UInt32>, Int) {
    guard let tab = scalars.firstIndex(of: 9), tab > 0, tab < 10 else { return (scalars, 0) }
    var count = 0
    for scalar in scalars[..<tab] {
      guard ModelTokenizer.isDigit(scalar) else { return (scalars, 0) }
      count = count * 10 + Int(scalar - 48)
    }
    return (UnsafeBufferPointer(rebasing: scalars[(tab + 1)...]), Int(Double(count).squareRoot()))
  }
}
