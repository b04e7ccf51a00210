import NgramModel
import VietText

/// The log10 probability of every unit of a text, for comparison with other tools.
public enum TokenScores {
  /// Calls `line` for every line of the text at `path` with its units, as the model names them, and their
  /// scores, line end included. Throws `TrainingError.unreadable`.
  public static func forEachLine(
    _ model: NgramModel, textPath path: String,
    line body: (_ units: [String], _ scores: [Float]) throws -> Void
  ) throws {
    var state = NgramState.lineStart
    var units: [String] = []
    var scores: [Float] = []
    try CorpusReader().read(TrainingCorpus(path: path)) { count in
      if count == 0 {
        scores.append(model.score(state, .lineEnd, &state))
        try body(units, scores)
      }
      (state, units, scores) = (.lineStart, [], [])
    } unit: { unit, bytes, _ in
      let word = unit == .word ? model.vocabulary.id(ofBytes: bytes) : unit.classID
      units.append(model.vocabulary.word(of: word))
      scores.append(model.score(state, word, &state))
    }
  }
}

extension Vocabulary {
  func id(ofBytes bytes: [UInt8]) -> WordID { bytes.withUnsafeBufferPointer { id(ofUTF8: $0) } }
}

extension LanguageUnit {
  /// The id of the class that a unit other than a word belongs to.
  package var classID: WordID {
    switch self {
    case .number: .number
    case .date: .date
    case .code: .code
    case .word, .unknown: .unknownWord
    }
  }
}
