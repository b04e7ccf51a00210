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

  /// What stands behind the `decisions` about `source`, of which those are made that `accepts` takes.
  init(
    _ decisions: [Decision], of source: SourceText, _ models: Models, accepts: (Decision) -> Bool
  ) {
    let seen = decisions.map { source.string($0.range) }
    let judgement = Judgement(decisions, of: seen, models) { decision, index in
      decision.text != seen[index] && accepts(decision)
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

  /// Those of `words` (in order) of which nothing was changed.
  func unchanged(_ words: [WordConfidence]) -> [WordConfidence] {
    var next = 0
    return words.filter { word in
      while next < edits.count, edits[next].range.upperBound <= word.range.lowerBound { next += 1 }
      return next == edits.count || !edits[next].range.overlaps(word.range)
    }
  }

  /// Takes back the changes for which `refuses` holds: they become suggestions where they are likely, and their
  /// tokens get the old text, which is right only if the new one is wrong. `text` is what the ranges refer to. O(n).
  mutating func takeBack(_ text: String, where refuses: (Edit) -> Bool) {
    let refused = edits.filter(refuses)
    guard !refused.isEmpty else { return }
    edits.removeAll(where: refuses)
    let bytes = Array(text.utf8)
    var next = 0
    for index in tokens.indices {
      let range = tokens[index].range
      while next < refused.count, refused[next].range.upperBound <= range.lowerBound { next += 1 }
      guard next < refused.count, refused[next].range.overlaps(range) else { continue }
      tokens[index].text = String(decoding: bytes[range], as: UTF8.self)
      tokens[index].confidence = min(tokens[index].confidence, 1 - tokens[index].confidence)
    }
    suggestions = (suggestions + refused.filter { $0.confidence >= 0.5 }).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }
}

extension Edit {
  fileprivate init(_ decision: Decision, _ range: Range<Int>, old: String, _ confidence: Double) {
    let kind: EditKind =
      if decision.kind == .noise {
        .noise
      } else if decision.text == old + " " {
        .split
      } else {
        decision.unitKind == .word ? Edit.wordKind(old, decision.text) : .code
      }
    self.init(
      range: range, page: 1, line: 1, old: old, new: decision.text, kind: kind, confidence: confidence,
      alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) })
  }
}
