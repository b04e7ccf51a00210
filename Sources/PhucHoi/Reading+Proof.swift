import VietText

extension Reading {
  /// This reading and that of its result put together: `proof` refers to the text of `aligned`, which is what this
  /// reading made of its own. O(n).
  func followed(by proof: Reading, through aligned: AlignedText) -> Reading {
    var whole = self
    (whole.tokens, whole.evidence) = ([], [])
    whole.addTokens(of: proof, behind: self, through: aligned)
    whole.evidenceNumbers = Array(whole.evidence.indices)
    whole.edits = edits(of: proof, through: aligned)
    var places = whole.edits.lazy.map(\.range).makeIterator()
    var place = places.next()
    whole.suggestions = suggestions.filter { suggestion in
      while let edit = place, edit.upperBound <= suggestion.range.lowerBound { place = places.next() }
      return place.map { !$0.overlaps(suggestion.range) } ?? true
    }
    return whole
  }

  /// Adds the tokens of the final text; what `first` knew of their places is part of their evidence.
  private mutating func addTokens(of proof: Reading, behind first: Reading, through aligned: AlignedText) {
    var next = 0
    var end = 0
    for (index, token) in proof.tokens.enumerated() {
      let range = aligned.sourceRange(of: token.range)
      defer { end = token.range.upperBound }
      let known = proof.evidence[proof.evidenceNumbers[index]]
      if let last = tokens.indices.last, range.lowerBound < tokens[last].range.upperBound {
        // Both came from one place of the input: they are told of together.
        tokens[last].text += (end < token.range.lowerBound ? " " : "") + token.text
        tokens[last].range = tokens[last].range.lowerBound..<range.upperBound
        tokens[last].confidence = min(tokens[last].confidence, token.confidence)
        if known.features.logit < evidence[last].features.proofLogit {
          evidence[last] = evidence[last].proofread(by: known)
        }
        continue
      }
      while next < first.tokens.count, first.tokens[next].range.upperBound <= range.lowerBound {
        keepDeleted(next, of: first)
        next += 1
      }
      var own = token
      own.range = range
      let behind = first.tokens[next...].prefix { $0.range.lowerBound < range.upperBound }
      let weakest = behind.indices.map { first.evidence[first.evidenceNumbers[$0]] }
        .min { $0.features.logit < $1.features.logit }
      own.confidence = behind.reduce(token.confidence) { min($0, $1.confidence) }
      tokens.append(own)
      evidence.append(weakest?.proofread(by: known) ?? known)
    }
    for index in first.tokens.indices[next...] { keepDeleted(index, of: first) }
  }

  /// What was taken away, or gave place to a blank, is in no text that could be read again, but it has a place among
  /// the tokens.
  private mutating func keepDeleted(_ index: Int, of first: Reading) {
    let token = first.tokens[index]
    guard token.text.isEmpty || token.text == " ",
      token.range.lowerBound >= tokens.last?.range.upperBound ?? 0
    else { return }
    tokens.append(token)
    evidence.append(first.evidence[first.evidenceNumbers[index]])
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
}
