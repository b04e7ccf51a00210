import Platform

/// Another reading of a piece of text, with its probability.
public struct Alternative: Sendable, Equatable {
  /// The text.
  public var text: String
  /// Its posterior probability.
  public var probability: Float
}

/// What the decoder made of one or two units.
public struct Decision: Sendable {
  /// Scalar range in the source.
  public var range: Range<Int>
  /// Number of the line, from 0.
  public var line: Int
  /// What should stand there.
  public var text: String
  /// How it relates to what was seen.
  public var kind: ArcKind
  /// Whether the decoder could have changed it at all.
  public var unitKind: UnitKind
  /// Posterior probability of `text`.
  public var probability: Float
  /// What all other readings of the same place weigh together, as a share of everything: one minus
  /// `probability`, exact where that is close to one.
  public var doubt: Float
  /// Posterior probability of the seen text.
  public var seenProbability: Float
  /// Whether the seen text is a word of the vocabulary.
  public var seenIsWord: Bool
  /// How its line came to be as it is.
  public var source: SourceKind
  /// Share of unknown words around the line.
  public var dirt: Float
  /// What it costs beside the language model, -log10: the channel, penalties, what neighbours and repeated phrases
  /// say; below zero where they speak for it.
  public var cost: Float = 0
  /// What it adds to the score of the best path, log10.
  public var gain: Float = 0
  /// The next best readings.
  public var alternatives: [Alternative]
}

extension Decision {
  /// A unit that stays as it is without having been searched.
  init(_ unit: Unit, _ text: SourceText, _ sources: LineSources, _ standing: ClosedUnits.Standing) {
    let odds = Platform.pow(10, standing.rival)
    self.init(
      range: unit.range, line: unit.line, text: text.string(unit.range), kind: .identity, unitKind: unit.kind,
      probability: 1 - odds, doubt: odds, seenProbability: 1 - odds, seenIsWord: unit.word != .unknownWord,
      source: sources.kind(unit), dirt: sources.dirt(unit), cost: standing.cost, gain: standing.gain,
      alternatives: [])
  }
}
