import Decoding
import Lexicon
import VietText

/// What a project knows better than the models; see `Lexicon.UserLexicon`.
public typealias UserLexicon = Lexicon.UserLexicon
/// A line of a lexicon that is not used, and why.
public typealias LexiconProblem = Lexicon.LexiconProblem

/// A place that a repair left as it is because a lexicon says so.
public struct KeptText: Sendable, Equatable {
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// Whether a pin or an own word stands there.
  public var source: EditSource
}

/// A lexicon with all that is made of it once, shared by the copies of a repairer.
final class LexiconWork: Sendable {
  let lexicon: UserLexicon
  let own: OwnLexicon
  private let matcher: LexiconMatcher

  /// Prepares `lexicon`; nil where nothing is in it.
  init?(_ lexicon: UserLexicon, models: Models) {
    guard !lexicon.isEmpty else { return nil }
    self.lexicon = lexicon
    own = OwnLexicon(lexicon, models: models.decoder)
    matcher = LexiconMatcher(lexicon)
  }

  /// The normalised text with every pinned text as it stood in the input.
  func keepingPins(_ normalized: NormalizedText) -> NormalizedText {
    guard matcher.hasPins, !normalized.changes.isEmpty else { return normalized }
    let source = SourceText(normalized.aligned.source)
    let pins = matcher.matches(in: source.scalars, pinsOnly: true).map { source.bytes($0.range) }
    return pins.isEmpty ? normalized : normalized.keeping(pins)
  }

  /// Where entries stand in `text`.
  func matches(in text: SourceText) -> [LexiconMatch] { matcher.matches(in: text.scalars) }

  /// What the rules among `matches` change in `text`.
  func edits(_ matches: [LexiconMatch], in text: SourceText) -> [Edit] {
    matches.compactMap { match in
      guard case .rule(let new) = match.kind else { return nil }
      let old = text.string(match.range)
      var edit = Edit(
        range: text.bytes(match.range), page: 1, line: 1, old: old, new: new, kind: Edit.ruleKind(old, new),
        confidence: 1, alternatives: [])
      edit.source = .rule
      return edit
    }
  }

  /// What pins and words among `matches` kept, in bytes of `text`.
  func kept(_ matches: [LexiconMatch], in text: SourceText) -> [KeptText] {
    matches.compactMap { match in
      switch match.kind {
      case .pin: KeptText(range: text.bytes(match.range), source: .pin)
      case .word: KeptText(range: text.bytes(match.range), source: .lexicon)
      case .rule: nil
      }
    }
  }

  /// Marks the edits of `text` by which own words came to stand where others stood. O(n).
  func markSources(_ edits: inout [Edit], of text: String) {
    guard !edits.isEmpty, !own.isEmpty else { return }
    let aligned = AlignedText(
      source: text, replacements: edits.map { Replacement(range: $0.range, text: $0.new) })
    let result = SourceText(aligned.text)
    let words = matcher.matches(in: result.scalars).lazy.filter { $0.kind == .word }.map {
      result.bytes($0.range)
    }
    var ranges = words.makeIterator()
    var word = ranges.next()
    var shift = 0
    for index in edits.indices {
      let length = edits[index].new.utf8.count
      let place = edits[index].range.lowerBound + shift..<edits[index].range.lowerBound + shift + length
      shift += length - edits[index].range.count
      while let range = word, range.upperBound <= place.lowerBound { word = ranges.next() }
      if let range = word, range.overlaps(place), edits[index].source == .models {
        edits[index].source = .lexicon
      }
    }
  }
}
