import NgramModel

/// What a decoder made of the units of a text.
public struct DecodedUnits: Sendable {
  /// Which decisions are told.
  public let extent: DecisionExtent
  /// The decisions, in order.
  public internal(set) var decisions: [Decision] = []
  /// How many decisions there are in all.
  public private(set) var count = 0
  /// How many of them are about words.
  public private(set) var wordCount = 0
  /// How many of these are about no known word, or one whose marks may be lost.
  public private(set) var doubtfulCount = 0
  /// How many of them are about words of text that has its marks.
  public private(set) var markedCount = 0
  /// How many decisions are about what an engine without Vietnamese read.
  public private(set) var engineCount = 0
  /// The lines that such an engine read.
  public private(set) var engineLines: Set<Int> = []

  init(_ extent: DecisionExtent, capacity: Int) {
    self.extent = extent
    decisions.reserveCapacity(capacity)
  }

  /// Counts the decision about what begins with `unit`.
  mutating func count(_ unit: Unit, _ sources: LineSources) {
    let kind = sources.kind(unit)
    count += 1
    if unit.kind == .word {
      wordCount += 1
      if kind == .marked { markedCount += 1 }
      if unit.word == .unknownWord || kind.losesMarks { doubtfulCount += 1 }
    }
    if kind == .engine {
      engineCount += 1
      engineLines.insert(unit.line)
    }
  }
}
