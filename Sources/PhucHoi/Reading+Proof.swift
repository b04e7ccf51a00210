import VietText

extension Reading {
  /// This reading and that of its result put together: `proof` refers to the text of `aligned`, which is what this
  /// reading made of its own. O(n).
  func followed(by proof: Reading, through aligned: AlignedText, _ calibration: Calibration) -> Reading {
    var whole = self
    whole.tokens = tokens(of: proof, through: aligned, calibration)
    whole.edits = edits(of: proof, through: aligned)
    whole.tellConfidences()
    var places = whole.edits.lazy.map(\.range).makeIterator()
    var place = places.next()
    whole.suggestions = suggestions.filter { suggestion in
      while let edit = place, edit.upperBound <= suggestion.range.lowerBound { place = places.next() }
      return place.map { !$0.overlaps(suggestion.range) } ?? true
    }
    return whole
  }

  /// The tokens of the final text; what this reading knew of their places is part of their evidence.
  private func tokens(
    of proof: Reading, through aligned: AlignedText, _ calibration: Calibration
  ) -> [RepairedToken] {
    var result: [RepairedToken] = []
    result.reserveCapacity(proof.tokens.count)
    var first = 0
    var end = 0
    for token in proof.tokens {
      let range = aligned.sourceRange(of: token.range)
      defer { end = token.range.upperBound }
      if let last = result.indices.last, range.lowerBound < result[last].range.upperBound {
        // Both came from one place of the input: they are told of together.
        result[last].text += (end < token.range.lowerBound ? " " : "") + token.text
        result[last].range = result[last].range.lowerBound..<range.upperBound
        result[last].confidence = min(result[last].confidence, token.confidence)
        continue
      }
      while first < tokens.count, tokens[first].range.upperBound <= range.lowerBound {
        keepDeleted(tokens[first], in: &result)
        first += 1
      }
      var next = token
      next.range = range
      let behind = tokens[first...].prefix { $0.range.lowerBound < range.upperBound }
      if let weakest = behind.min(by: { $0.confidence < $1.confidence }), let own = weakest.evidence {
        let evidence = token.evidence.map(own.proofread) ?? own
        next.evidence = evidence
        next.confidence =
          calibration.probability(evidence) ?? min(weakest.confidence, token.confidence)
      }
      result.append(next)
    }
    for token in tokens[first...] { keepDeleted(token, in: &result) }
    return result
  }

  /// What was taken away is in no text that could be read again, but it has a place among the tokens.
  private func keepDeleted(_ token: RepairedToken, in result: inout [RepairedToken]) {
    let end = result.last?.range.upperBound ?? 0
    if token.text.isEmpty, token.range.lowerBound >= end { result.append(token) }
  }

  /// The changes that lead from this reading's text to the final one.
  private func edits(of proof: Reading, through aligned: AlignedText) -> [Edit] {
    let source = Array(aligned.source.utf8)
    var own = 0
    return aligned.followed(by: proof.replacements).flatMap { group -> [Edit] in
      while own < edits.count, edits[own].range.lowerBound < group.sourceRange.lowerBound { own += 1 }
      guard var edit = proof.edits[group.members].first else {
        return Array(edits[own...].prefix { $0.range.upperBound <= group.sourceRange.upperBound })
      }
      let old = String(decoding: source[group.sourceRange], as: UTF8.self)
      guard old != group.text else { return [] }
      if edit.kind != .code { edit.kind = group.text.isEmpty ? .noise : Edit.wordKind(old, group.text) }
      // They are other readings of the whole only where nothing else belongs to it.
      if group.members.count > 1 || group.text != edit.new { edit.alternatives = [] }
      (edit.range, edit.old, edit.new) = (group.sourceRange, old, group.text)
      return [edit]
    }
  }

  /// Gives each change the least confidence of the tokens that it made.
  private mutating func tellConfidences() {
    var first = 0
    for index in edits.indices where !edits[index].new.isEmpty {
      let range = edits[index].range
      while first < tokens.count, tokens[first].range.upperBound <= range.lowerBound { first += 1 }
      let made = tokens[first...].prefix { $0.range.lowerBound < range.upperBound }
      edits[index].confidence = made.lazy.map(\.confidence).min() ?? edits[index].confidence
    }
  }
}
