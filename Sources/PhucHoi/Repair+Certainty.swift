extension Repair {
  private static let asGoodAsCertain = 0.98

  /// How sure the repair is of the pieces of the input, those left out of which it is as good as certain.
  public var certainty: Certainty { Certainty(unsure) }

  /// The pieces of `certainty` by their UTF-8 ranges, in order.
  package var unsure: [(range: Range<Int>, confidence: Double)] {
    tokens.lazy.filter { $0.confidence < Self.asGoodAsCertain }.map { ($0.range, $0.confidence) }
  }
}
