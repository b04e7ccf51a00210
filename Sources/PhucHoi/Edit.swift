import VietText

/// What kind of change an edit is.
public enum EditKind: String, Sendable, Codable, CaseIterable {
  /// Marks of Vietnamese letters only.
  case diacritics
  /// Letters.
  case letters
  /// A blank put in.
  case split
  /// A blank taken out.
  case merge
  /// Capitals only.
  case `case`
  /// A document number or an abbreviation.
  case code
  /// A speck of dirt read as a mark, taken away.
  case noise
  /// Encoding, normal form, look-alike letters.
  case encoding
}

/// Who wanted a change, or wanted none.
public enum EditSource: String, Sendable, Codable, CaseIterable {
  /// The models, or the rules of encodings and spelling.
  case models
  /// A word of the user's lexicon.
  case lexicon
  /// A replacement rule of the user's lexicon.
  case rule
  /// A pin of the user's lexicon; never the source of a change.
  case pin
}

/// One change that a repair made, with its place in the decoded input.
public struct Edit: Sendable, Equatable {
  /// UTF-8 range in the decoded input.
  public var range: Range<Int>
  /// 1-based page.
  public var page: Int
  /// 1-based line.
  public var line: Int
  /// What stood there.
  public var old: String
  /// What stands there now.
  public var new: String
  /// What kind of change it is.
  public var kind: EditKind
  /// Probability that the new text is right.
  public var confidence: Double
  /// Other readings with their probabilities.
  public var alternatives: [(text: String, confidence: Double)]
  /// Who wanted it.
  public var source = EditSource.models

  /// Two edits are equal when they change the same place to the same text.
  public static func == (a: Edit, b: Edit) -> Bool {
    a.range == b.range && a.old == b.old && a.new == b.new && a.kind == b.kind
  }

  /// The kind of what a rule does: words put together or apart only where their letters stay.
  static func ruleKind(_ old: String, _ new: String) -> EditKind {
    let kind = wordKind(old, new)
    guard kind == .split || kind == .merge else { return kind }
    let (a, b) = (old.unicodeScalars.filter { $0 != " " }, new.unicodeScalars.filter { $0 != " " })
    return a.elementsEqual(b) ? kind : .letters
  }

  /// Whether nothing but marks stood at its place: how sure the search is of those is all that is known.
  var isOfMarks: Bool {
    !old.unicodeScalars.contains { VietLetter.isLetter($0.value) || ModelTokenizer.isDigit($0.value) }
  }

  /// Whether `new` is `old` without some of its blanks.
  static func isMerge(_ old: String, _ new: String) -> Bool {
    old.utf8.contains(0x20) && old.utf8.count > new.utf8.count
      && old.utf8.lazy.filter { $0 != 0x20 }.elementsEqual(new.utf8.lazy.filter { $0 != 0x20 })
  }

  /// The kind of a change of words from `old` to `new`.
  static func wordKind(_ old: String, _ new: String) -> EditKind {
    let (a, b) = (old.unicodeScalars.map(\.value), new.unicodeScalars.map(\.value))
    if a.contains(0x20) != b.contains(0x20) { return b.contains(0x20) ? .split : .merge }
    if a.map(VietLetter.lowercased) == b.map(VietLetter.lowercased) { return .case }
    return a.map { VietLetter.bare($0) } == b.map { VietLetter.bare($0) } ? .diacritics : .letters
  }
}
