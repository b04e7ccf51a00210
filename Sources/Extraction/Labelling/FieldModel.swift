import ModelFile
import SequenceLabels

/// What tells the zones of a text: a chain over its lines for the parts of documents, a chain over the words of
/// heading and foot for their fields. Immutable.
public struct FieldModel: Sendable {
  package let parts: ChainModel
  package let words: ChainModel

  /// Reads `fields.bin` and compares it with its checksum; throws `ModelFileError`.
  public init(path: String) throws(ModelFileError) {
    parts = try ChainModelFile.read("parts", labelCount: PartLabel.allCases.count, from: path)
    words = try ChainModelFile.read("words", labelCount: FieldLabel.allCases.count, from: path)
  }

  /// A model of two chains; nil where they have other labels.
  package init?(parts: ChainModel, words: ChainModel) {
    guard parts.labelCount == PartLabel.allCases.count, words.labelCount == FieldLabel.allCases.count else {
      return nil
    }
    (self.parts, self.words) = (parts, words)
  }

  /// Writes the model to `path`; throws `ModelFileError`.
  package func write(to path: String) throws(ModelFileError) {
    try ChainModelFile.write(["parts": parts, "words": words], to: path)
  }
}
