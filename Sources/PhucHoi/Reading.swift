import Decoding
import VietText

/// What a search made of the words of a text. All ranges are UTF-8 ranges in that text.
struct Reading {
  /// The changes, in order.
  var edits: [Edit]
  /// All tokens of the result, in order. Their confidences are posteriors until `tellConfidences(_:)`.
  var tokens: [RepairedToken]
  /// What is known about the tokens.
  var evidence: [Evidence]
  /// Which of `evidence` is about each token.
  var evidenceNumbers: [Int]
  /// Likely changes that were not made.
  var suggestions: [Edit]

  /// What stands behind the `decisions` about `source`, of which those are made that are `taken`; where changes are
  /// told alone, they have neither tokens nor evidence.
  init(_ decisions: [Decision], of source: SourceText, taken: [Bool], extent: DecisionExtent) {
    switch extent {
    case .all: self.init(decisions, of: source, taken: taken, areAll: true)
    case .changes: self.init(changesOf: decisions, in: source, taken: taken)
    case .changesAmong: self.init(decisions, of: source, taken: taken, areAll: false)
    }
  }

  /// Where the decisions are about some of the text only, its other words are read for how it writes them.
  private init(_ decisions: [Decision], of source: SourceText, taken: [Bool], areAll: Bool) {
    (edits, tokens, evidenceNumbers, suggestions) = ([], [], [], [])
    tokens.reserveCapacity(decisions.count)
    evidenceNumbers.reserveCapacity(decisions.count)
    var gatherer = EvidenceGatherer(count: decisions.count)
    var changes: [Decision] = []
    for (decision, isTaken) in zip(decisions, taken) {
      let old = source.string(decision.range)
      let isChanged = isTaken && decision.text != old
      let stands = isChanged || decision.text == old
      let posterior = Double(stands ? decision.probability : decision.seenProbability)
      let range = source.bytes(decision.range)
      gatherer.add(decision, old, isChanged: isChanged, posterior)
      evidenceNumbers.append(gatherer.count - 1)
      tokens.append(
        RepairedToken(text: isChanged ? decision.text : old, range: range, line: 1, confidence: posterior))
      if isChanged {
        changes.append(decision)
        edits.append(Edit(decision, range, old: old, posterior))
      } else if !stands, decision.probability >= 0.5 {
        suggestions.append(Edit(decision, range, old: old, Double(decision.probability)))
      }
    }
    evidence = gatherer.finished(
      in: areAll || changes.isEmpty ? nil : TextForms(source, changes: changes))
  }

  /// The ranges and texts of the changes alone; all else that is told about them is left out.
  private init(changesOf decisions: [Decision], in source: SourceText, taken: [Bool]) {
    (edits, tokens, evidence, evidenceNumbers, suggestions) = ([], [], [], [], [])
    for (decision, isTaken) in zip(decisions, taken) where isTaken {
      let old = source.string(decision.range)
      guard decision.text != old else { continue }
      edits.append(
        Edit(
          range: source.bytes(decision.range), page: 1, line: 1, old: old, new: decision.text, kind: .letters,
          confidence: 1, alternatives: []))
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

  /// Gives each token the probability that it is right, by what is known about it, and each change the least of the
  /// tokens that it made. O(n).
  mutating func tellConfidences(_ calibration: Calibration) {
    let told = evidence.map(calibration.probability)
    for (index, number) in evidenceNumbers.enumerated() {
      if let probability = told[number] { tokens[index].confidence = probability }
    }
    var first = 0
    for index in edits.indices {
      let range = edits[index].range
      while first < tokens.count, tokens[first].range.upperBound <= range.lowerBound { first += 1 }
      let made = tokens[first...].prefix { $0.range.lowerBound < range.upperBound }
      edits[index].confidence = made.lazy.map(\.confidence).min() ?? edits[index].confidence
    }
  }

  /// Takes back the changes at the places `refused` of `edits` (ascending): they become suggestions where they are
  /// likely, and their tokens get the old text, which is right only if the new one is wrong. `text` is what the
  /// ranges refer to. O(n).
  mutating func takeBack(_ refused: [Int], _ text: String) {
    guard !refused.isEmpty else { return }
    let bytes = Array(text.utf8)
    var token = 0
    for edit in refused.map({ edits[$0] }) {
      while token < tokens.count, tokens[token].range.upperBound <= edit.range.lowerBound { token += 1 }
      while token < tokens.count, tokens[token].range.overlaps(edit.range) {
        tokens[token].text = String(decoding: bytes[tokens[token].range], as: UTF8.self)
        tokens[token].confidence = min(tokens[token].confidence, 1 - tokens[token].confidence)
        token += 1
      }
    }
    suggestions += refused.map { edits[$0] }.filter { $0.confidence >= 0.5 }
    suggestions.sort { $0.range.lowerBound < $1.range.lowerBound }
    let gone = Set(refused)
    edits = zip(edits.indices, edits).filter { !gone.contains($0.0) }.map(\.1)
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
        decision.unitKind == .word || decision.kind == .replacement
          ? Edit.wordKind(old, decision.text) : .code
      }
    self.init(
      range: range, page: 1, line: 1, old: old, new: decision.text, kind: kind, confidence: confidence,
      alternatives: decision.alternatives.map { ($0.text, Double($0.probability)) })
  }
}
