import VietText

extension Repair {
  /// Puts the two steps of a repair together: what normalisation changed, then the edits of words, whose
  /// ranges refer to the normalised text. Afterwards all ranges refer to the source.
  init(normalized: NormalizedText, edits words: [Edit], tokens: [RepairedToken]) {
    let first = normalized.aligned
    guard !first.replacements.isEmpty else {
      let replacements = words.map { Replacement(range: $0.range, text: $0.new) }
      self.init(
        aligned: AlignedText(source: first.source, replacements: replacements),
        edits: Self.placed(words, first.source),
        tokens: tokens)
      return
    }
    let source = Array(first.source.utf8)
    let groups = first.followed(by: words.map { Replacement(range: $0.range, text: $0.new) })
    let edits = groups.map { group in
      let old = String(decoding: source[group.sourceRange], as: UTF8.self)
      guard let lead = words[group.members].first else {
        return Edit(
          range: group.sourceRange, page: 1, line: 1, old: old, new: group.text, kind: .encoding,
          confidence: 1,
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
      edits: Self.placed(edits, first.source), tokens: tokens)
  }

  /// Numbers pages and lines of `edits` (sorted) by the line ends and form feeds of `source`.
  private static func placed(_ edits: [Edit], _ source: String) -> [Edit] {
    var placed = edits
    var (page, line, offset, index) = (1, 1, 0, 0)
    var previous: UInt8 = 0
    for byte in source.utf8 {
      while index < placed.count, placed[index].range.lowerBound <= offset {
        (placed[index].page, placed[index].line) = (page, line)
        index += 1
      }
      guard index < placed.count else { break }
      if byte == 0x0A, previous != 0x0D { line += 1 }
      if byte == 0x0D || byte == 0x0C { line += 1 }
      if byte == 0x0C { page += 1 }
      previous = byte
      offset += 1
    }
    for rest in index..<max(index, placed.count) { (placed[rest].page, placed[rest].line) = (page, line) }
    return placed
  }
}
