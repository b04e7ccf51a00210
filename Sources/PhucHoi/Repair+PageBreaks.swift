import VietText

extension Repair {
  /// The same repair with every form feed outside of its edits made a line feed, each as an edit of its own.
  ///
  /// A form feed ends a line; in text that people lay beside the scan, line by line, it is written as one. The
  /// spans of edits and tokens still tell the page. O(n).
  public func endingLinesAtPageBreaks() -> Repair {
    let source = Array(aligned.source.utf8)
    guard source.contains(0x0C) else { return self }
    var breaks = source.indices.filter { source[$0] == 0x0C }.makeIterator()
    var next = breaks.next()
    var all: [Edit] = []
    for edit in edits {
      while let place = next, place < edit.range.upperBound {
        if place < edit.range.lowerBound { all.append(Self.pageBreak(at: place, like: edit)) }
        next = breaks.next()
      }
      all.append(edit)
    }
    while let place = next {
      all.append(Self.pageBreak(at: place, like: nil))
      next = breaks.next()
    }
    var repair = self
    repair.edits = all
    repair.aligned = AlignedText(
      source: aligned.source, replacements: all.map { Replacement(range: $0.range, text: $0.new) })
    return repair
  }

  private static func pageBreak(at place: Int, like neighbour: Edit?) -> Edit {
    Edit(
      range: place..<place + 1, page: neighbour?.page ?? 1, line: neighbour?.line ?? 1, old: "\u{0C}",
      new: "\n",
      kind: .encoding, confidence: 1, alternatives: [])
  }
}
