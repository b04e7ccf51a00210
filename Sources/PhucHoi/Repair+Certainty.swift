extension Repair {
  /// How sure the repair is of the pieces of the input that a reader of fields must reckon with: what was
  /// changed, and what was left although it is doubtful. Pieces that are as good as certain are left out.
  public var certainty: Certainty { Certainty(unsure) }

  /// The pieces of `certainty` by their UTF-8 ranges, in order.
  package var unsure: [(range: Range<Int>, confidence: Double)] {
    let changed = Set(edits.map(\.range.lowerBound))
    return tokens.lazy
      .filter { $0.confidence < 0.9 && (changed.contains($0.range.lowerBound) || $0.confidence < 0.6) }
      .map { ($0.range, $0.confidence) }
  }
}
