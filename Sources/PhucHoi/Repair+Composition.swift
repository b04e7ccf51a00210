import VietText

extension Repair {
  /// Puts the two steps of a repair together: what normalisation changed, then the edits of words and all else,
  /// whose ranges refer to the normalised text. Afterwards all ranges refer to the source.
  init(normalized: NormalizedText, edits words: [Edit], tokens: [RepairedToken], suggestions: [Edit]) {
    let first = normalized.aligned
    guard !first.replacements.isEmpty else {
      let replacements = words.map { Replacement(range: $0.range, text: $0.new) }
      self.init(
        aligned: AlignedText(source: first.source, replacements: replacements),
        edits: words, tokens: tokens, suggestions: suggestions)
      return
    }
    let source = Array(first.source.utf8)
    func moved(_ range: Range<Int>) -> Range<Int> { first.sourceRange(of: range) }
    var causes = normalized.changes[...]
    let groups = first.followed(by: words.map { Replacement(range: $0.range, text: $0.new) })
    func kind(_ old: String, _ group: AlignedText.Group) -> EditKind {
      causes = causes.drop { $0.replacement.range.lowerBound < group.sourceRange.lowerBound }
      if causes.first?.cause == .letterhead { return .letters }
      return Edit.isMerge(old, group.text) ? .merge : .encoding
    }
    let edits = groups.map { group in
      let old = String(decoding: source[group.sourceRange], as: UTF8.self)
      guard let lead = words[group.members].first else {
        return Edit(
          range: group.sourceRange, page: 1, line: 1, old: old, new: group.text,
          kind: kind(old, group), confidence: 1,
          alternatives: [])
      }
      var edit = lead
      (edit.range, edit.old, edit.new) = (group.sourceRange, old, group.text)
      edit.confidence = words[group.members].map(\.confidence).min() ?? 1
      if group.members.count > 1 { edit.alternatives = [] }
      return edit
    }
    let replacements = edits.map { Replacement(range: $0.range, text: $0.new) }
    self.init(
      aligned: AlignedText(source: first.source, replacements: replacements),
      edits: edits,
      tokens: tokens.map { token in
        var token = token
        token.range = moved(token.range)
        return token
      },
      suggestions: suggestions.map { edit in
        var edit = edit
        edit.range = moved(edit.range)
        edit.old = String(decoding: source[edit.range], as: UTF8.self)
        return edit
      })
  }
}
