import ChannelModel
import NgramModel

/// What the decoder may do with a unit.
public enum UnitKind: UInt8, Sendable {
  /// A word: every candidate of the channel competes with the word as it stands.
  case word
  /// A number, date, label, mark or known abbreviation: context for the language model, never changed.
  case fixed
  /// A document number or another code: repaired by its own grammar only.
  case code
}

/// Whether a blank behind a unit went missing.
public enum LostBlank: UInt8, Sendable {
  /// None did.
  case none
  /// One did if an engine without Vietnamese read the text.
  case ifRead
  /// One did, whoever wrote the text.
  case sure
}

/// What stands between a unit and the one before it.
public enum UnitGap: UInt8, Sendable, Comparable {
  /// Nothing.
  case none
  /// Blanks.
  case blank
  /// A line end inside a paragraph.
  case line
  /// A new paragraph.
  case paragraph

  /// Gaps are ordered by how much they separate.
  public static func < (a: UnitGap, b: UnitGap) -> Bool { a.rawValue < b.rawValue }
}

/// The smallest piece of source text that the lattice spans.
public struct Unit: Sendable {
  /// Scalar range in the source.
  public var range: Range<Int>
  /// Number of the line, from 0.
  public var line: Int
  /// What may be done with it.
  public var kind: UnitKind
  /// What stands before it.
  public var gap: UnitGap
  /// The language model's id for a unit that stays as it is.
  public var word: WordID
  /// The letters printed as capitals, as far as can be told.
  public var shape: CaseShape
  /// Whether the unit opens a sentence, a line or a quotation, where capitals tell nothing.
  public var opensSentence: Bool
  /// Whether the line or a neighbour stands in capitals.
  public var isUpperContext: Bool
  /// What the grammar of codes or the list of abbreviations would write instead, if anything.
  public var rewrite: String?
  /// Whether `rewrite` holds even in text that has its marks.
  public var isSureRewrite = false
  /// Whether a blank before the next unit went missing.
  public var lostBlank = LostBlank.none
  /// Whether a user said that it is to stay as it is.
  public var isProtected = false
  /// Whether it is likely the name of a person or a place, with its marks.
  var isName = false
  /// Whether its line is no part of the text around it.
  var isAside = false
}

extension Array where Element == Unit {
  /// Fixes every unit that overlaps one of `ranges` (scalars, sorted by where they begin). O(n).
  mutating func protect(_ ranges: [Range<Int>]) {
    var next = 0
    for index in indices {
      while next < ranges.count, ranges[next].upperBound <= self[index].range.lowerBound { next += 1 }
      guard next < ranges.count else { return }
      guard ranges[next].overlaps(self[index].range) else { continue }
      (self[index].kind, self[index].rewrite, self[index].isProtected) = (.fixed, nil, true)
      (self[index].isSureRewrite, self[index].lostBlank) = (false, .none)
    }
  }
}
