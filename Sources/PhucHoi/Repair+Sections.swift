import VietText

extension Repair {
  /// The part of a repair of `context` that belongs to `section`, from `start` on: a change that reaches over the
  /// end of a section belongs to it, and the next one starts behind it. Afterwards ranges count from `start`.
  func part(of section: TextSection, from start: Int) -> Repair {
    let (shift, end) = (section.context.lowerBound, section.range.upperBound)
    func own<Item: Located>(_ items: [Item]) -> [Item] {
      items.lazy.filter { item in
        let place = item.range.lowerBound + shift
        return place >= start && (place < end || end == section.context.upperBound)
      }.map { $0.moved(by: shift - start) }
    }
    let edits = own(self.edits)
    let last = max(end - start, edits.last?.range.upperBound ?? 0)
    let bytes = Array(aligned.source.utf8)
    let text = String(decoding: bytes[start - shift..<start - shift + last], as: UTF8.self)
    return Repair(
      aligned: AlignedText(
        source: text, replacements: edits.map { Replacement(range: $0.range, text: $0.new) }),
      edits: edits, tokens: own(tokens), suggestions: own(suggestions), kept: own(kept), sources: sources)
  }

  /// The repair of a whole text from those of its sections, in order.
  init(source: String, sections: [Repair]) {
    var (edits, suggestions): ([Edit], [Edit]) = ([], [])
    var tokens: [RepairedToken] = []
    var kept: [KeptText] = []
    tokens.reserveCapacity(sections.reduce(0) { $0 + $1.tokens.count })
    var start = 0
    for section in sections {
      edits += section.edits.lazy.map { $0.moved(by: start) }
      tokens += section.tokens.lazy.map { $0.moved(by: start) }
      suggestions += section.suggestions.lazy.map { $0.moved(by: start) }
      kept += section.kept.lazy.map { $0.moved(by: start) }
      start += section.aligned.source.utf8.count
    }
    let replacements = edits.map { Replacement(range: $0.range, text: $0.new) }
    self.init(
      aligned: AlignedText(source: source, replacements: replacements), edits: edits, tokens: tokens,
      suggestions: suggestions, kept: kept)
  }

  /// The same with pages and lines numbered. O(n).
  ///
  /// Line feeds end lines and form feeds end pages, as in all spans.
  func placed() -> Repair {
    var repair = self
    let source = Array(aligned.source.utf8)
    for list in [\Repair.edits, \.suggestions] {
      var places = PlaceCounter()
      for index in self[keyPath: list].indices {
        places.move(to: self[keyPath: list][index].range.lowerBound, in: source)
        (repair[keyPath: list][index].page, repair[keyPath: list][index].line) = (places.page, places.line)
      }
    }
    var places = PlaceCounter()
    for index in repair.tokens.indices {
      places.move(to: tokens[index].range.lowerBound, in: source)
      repair.tokens[index].line = places.line
    }
    return repair
  }
}

/// What has a place in a text.
private protocol Located {
  var range: Range<Int> { get set }
}

extension Located {
  func moved(by shift: Int) -> Self {
    var item = self
    item.range = range.lowerBound + shift..<range.upperBound + shift
    return item
  }
}

extension Edit: Located {}
extension RepairedToken: Located {}
extension KeptText: Located {}
