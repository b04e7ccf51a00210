import ModelFile
import SequenceLabels

/// What tells the dates by which something must be done from others, where no phrase does: a chain over the dates of a
/// document, two labels. Immutable.
public struct DeadlineModel: Sendable {
  package let chain: ChainModel

  /// Name of the file in the folder of models.
  package static let fileName = "deadlines.bin"
  /// Labels of dates: of another kind, a deadline.
  package static let (other, deadline) = (0, 1)
  private static let section = "dates"

  /// Reads `deadlines.bin` and compares it with its checksum; throws `ModelFileError`.
  public init(path: String) throws(ModelFileError) {
    chain = try ChainModelFile.read(Self.section, labelCount: 2, from: path)
  }

  /// A model of a chain; nil where it has other labels.
  package init?(chain: ChainModel) {
    guard chain.labelCount == 2 else { return nil }
    self.chain = chain
  }

  /// Writes the model to `path`; throws `ModelFileError`.
  package func write(to path: String) throws(ModelFileError) {
    try ChainModelFile.write([Self.section: chain], to: path)
  }

  /// How probably each date is a deadline; O(features).
  func chances(_ sequence: UnitSequence) -> [Float] {
    var lattice = chain.lattice(sequence)
    lattice.sum(chain.transitions)
    return (0..<lattice.count).map { lattice.marginals[$0 * 2 + Self.deadline] }
  }
}
