import NgramModel
import VietText

/// How well a model does on a text that it was not trained on.
public struct ModelTrial: Sendable, Equatable {
  /// Units scored, line ends included.
  public private(set) var units = 0
  /// Units that the vocabulary does not have.
  public private(set) var unknown = 0
  /// Sum of their log10 probabilities.
  public private(set) var logProbability = 0.0
  /// Words whose marks were stripped and restored.
  public private(set) var words = 0
  /// Words that came back as they were.
  public private(set) var restored = 0

  /// Ten to the mean negative log10 probability of a unit.
  public var perplexity: Double { Logarithm.power10(-logProbability / Double(max(1, units))) }

  /// Share of the words that came back as they were.
  public var accuracy: Double { Double(restored) / Double(max(1, words)) }

  /// Scores the lines of the text at `path`, and restores the marks of each by a beam over the model alone.
  ///
  /// Throws `TrainingError.unreadable`.
  public static func run(_ model: NgramModel, textPath path: String) throws -> ModelTrial {
    var trial = ModelTrial()
    var decoder = RestorationDecoder(model)
    try CorpusReader().read(TrainingCorpus(path: path)) { count in
      if count == 0 { trial.add(decoder.finishLine()) } else { decoder.startLine() }
    } unit: { unit, bytes, letterCase in
      decoder.add(unit, bytes, letterCase)
    }
    return trial
  }

  private mutating func add(_ line: RestorationDecoder.Line) {
    units += line.gold.count
    unknown += line.gold.reduce(0) { $0 + ($1 == .unknownWord ? 1 : 0) }
    logProbability += line.logProbability
    for index in line.best.indices where line.isWord[index] {
      words += 1
      if line.isRestored(index) { restored += 1 }
    }
  }
}
