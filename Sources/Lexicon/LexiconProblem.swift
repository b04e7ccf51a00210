/// A line of a lexicon that is not used, and why.
public struct LexiconProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Reason: Error, Sendable, Equatable {
    /// The first column is none of `word`, `pin`, `rule`.
    case unknownKind
    /// There is no text.
    case missingText
    /// A rule does not say what its text is replaced by.
    case missingReplacement
    /// There are more columns than the kind has.
    case tooManyColumns
    /// The text has more than 200 signs.
    case tooLong
    /// The text has neither letter nor digit.
    case noLetters
    /// A rule replaces its text by itself.
    case changesNothing
    /// Another rule, there, replaces the same text by something else, or the other way round.
    case contradictsRule(UserLexicon.Place)
    /// The text of a rule is pinned there, so that the rule would never act.
    case isPinned(UserLexicon.Place)
    /// The text of a rule is an own word there; the rule is used and the word is not.
    case wordHasRule(UserLexicon.Place)
  }

  /// Where the line stands.
  public var place: UserLexicon.Place
  /// What is wrong with it.
  public var reason: Reason

  /// Stable code.
  public var code: String { "PH-2004" }

  /// Code, place and reason, in English; without the text of the line.
  public var description: String { "\(code): \(place.name), line \(place.line): \(reason.description)" }
}

extension LexiconProblem.Reason: CustomStringConvertible {
  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .unknownKind: "the first column must be word, pin or rule"
    case .missingText: "there is no text"
    case .missingReplacement: "the rule does not say what its text is replaced by"
    case .tooManyColumns: "there are too many columns"
    case .tooLong: "the text is longer than 200 signs"
    case .noLetters: "the text has neither letter nor digit"
    case .changesNothing: "the rule replaces its text by itself"
    case .contradictsRule(let place): "contradicts the rule in \(place.name), line \(place.line)"
    case .isPinned(let place): "the text of the rule is pinned in \(place.name), line \(place.line)"
    case .wordHasRule(let place): "the rule in \(place.name), line \(place.line), replaces this word"
    }
  }
}

/// Finds entries that contradict one another.
enum LexiconConflicts {
  /// The entries that stand, each once, and what is wrong with the others.
  static func settle(
    _ entries: [UserLexicon.Entry]
  ) -> (kept: [UserLexicon.Entry], problems: [LexiconProblem]) {
    var rules: [String: (new: String, place: UserLexicon.Place)] = [:]
    var pins: [String: UserLexicon.Place] = [:]
    for entry in entries where entry.kind == .pin && pins[entry.text] == nil {
      pins[entry.text] = entry.place
    }
    var seen: Set<EntryKey> = []
    var problems: [LexiconProblem] = []
    var kept: [UserLexicon.Entry] = []
    for entry in entries where seen.insert(EntryKey(entry)).inserted {
      if case .rule(let new) = entry.kind {
        if let reason = conflict(entry.text, new, rules, pins) {
          problems.append(LexiconProblem(place: entry.place, reason: reason))
          continue
        }
        rules[entry.text] = (new, entry.place)
      }
      kept.append(entry)
    }
    kept.removeAll { entry in
      guard entry.kind == .word, let rule = rules[entry.text] else { return false }
      problems.append(LexiconProblem(place: entry.place, reason: .wordHasRule(rule.place)))
      return true
    }
    return (kept, problems)
  }

  private static func conflict(
    _ old: String, _ new: String, _ rules: [String: (new: String, place: UserLexicon.Place)],
    _ pins: [String: UserLexicon.Place]
  ) -> LexiconProblem.Reason? {
    if let pin = pins[old] { return .isPinned(pin) }
    if let other = rules[old] { return .contradictsRule(other.place) }
    if let back = rules[new], back.new == old { return .contradictsRule(back.place) }
    return nil
  }
}
