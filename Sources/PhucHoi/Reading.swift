import Decoding
import VietText

/// What a search made of the words of a text. All ranges are UTF-8 ranges in that text.
struct Reading {
  /// The changes, in order.
  var edits: [Edit]
  /// All tokens of the result, in order, each with its evidence.
  var tokens: [RepairedToken]
  /// Likely changes that were not made.
  var suggestions: [Edit]

  /// What stands behind the `decisions` about `source`, of which those are made that `accepts` takes; with codes,
  /// only those as sure as `least`.
  init(
    _ decisions: [Decision], of source: SourceText, _ models: Models, least: Double?,
    accepts: (Decision) -> Bool
  ) {
    let seen = decisions.map { source.string($0.range) }
    var judgement = Judgement(decisions, of: seen, models) { decision, index in
      decision.text != seen[index] && accepts(decision)
    }
    if let least {
      // A code has no rival in the search: how sure it is shows only in what is told of it.
      judgement.takeBack { $0.unitKind == .code && $1 < least }
    }
    (edits, tokens, suggestions) = ([], [], [])
    tokens.reserveCapacity(decisions.count)
    for (index, decision) in decisions.enumerated() {
      let range = source.bytes(decision.range)
      let confidence = judgement.confidences[index]
      var token = RepairedToken(
        text: judgement.isChanged[index] ? decision.text : seen[index], range: range, line: 1,
        confidence: confidence)
      token.evidence = judgement.evidence[index]
      tokens.append(token)
      if judgement.isChanged[index] {
        edits.append(Edit(decision, range, old: seen[index], confidence))
      } else if decision.text != seen[index], decision.probability >= 0.5 {
        suggestions.append(Edit(decision, range, old: seen[index], Double(decision.probability)))
      }
    }
  }

  /// The changes as replacements.
  var replacements: [Replacement] { edits.map { Replacement(range: $0.range, text: $0.new) } }
}

extension Edit {
  fileprivate init(_ decision: Decision, _ range: Range<Int>, old: String, _ confidence: Double) {
    let kind: EditKind =
      decision.kind == .noise
      ? .noise : decision.unitKind == .word ? Edit.wordKind(old, decision.text) : .code
    self.init(
      range: range, page: 1, line: 1, old: old, new: decision.text, kind: kind, confidence: confidence,
      alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) })
  }
}
