extension Repair {
  /// How sure the repair is of the pieces of the input that a reader of fields must reckon with: what was
  /// changed, and what was left although it is doubtful. Pieces that are as good as certain are left out.
  public var certainty: Certainty {
    let changed = Set(edits.map(\.range.lowerBound))
    return Certainty(
      tokens.lazy
        .filter { $0.confidence < 0.9 && (changed.contains($0.range.lowerBound) || $0.confidence < 0.6) }
        .map { ($0.range, $0.confidence) })
  }
}
