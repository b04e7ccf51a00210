import Decoding

/// How many words of a text an engine without Vietnamese read.
package struct SourceCount: Sendable, Equatable {
  /// Words of lines that such an engine read.
  package private(set) var engineWords = 0
  /// All words.
  package private(set) var words = 0

  /// None.
  package init() {}

  init(_ units: DecodedUnits) { (engineWords, words) = (units.engineCount, units.count) }

  /// Adds those of another stretch of text.
  package mutating func add(_ other: SourceCount) {
    engineWords += other.engineWords
    words += other.words
  }

  /// Whether such an engine surely read the text: lines of it are so many that they do not only look so.
  package var isEngineRead: Bool { engineWords > 0 && engineWords * 4 >= words }
}
