import SequenceLabels

/// What the model of parts sees of each line.
struct LineFeatures {
  let pieces: PieceText

  /// A unit for each line; O(lines).
  func sequence() -> UnitSequence {
    var sequence = UnitSequence()
    sequence.openGroup()
    for line in pieces.lines.indices { add(line, to: &sequence) }
    return sequence
  }

  private func add(_ line: Int, to sequence: inout UnitSequence) {
    sequence.openUnit()
    let marks = pieces.marks[line]
    own(line, 0, &sequence)
    if line > 0 { own(line - 1, 40, &sequence) } else { sequence.add(FeatureKey.make(1, 1)) }
    if line + 1 < pieces.lines.count {
      own(line + 1, 80, &sequence)
    } else {
      sequence.add(FeatureKey.make(1, 2))
    }
    if line > 1 { marksOf(line - 2, 120, &sequence) }
    if line + 2 < pieces.lines.count { marksOf(line + 2, 122, &sequence) }
    for (index, distance) in marks.since.enumerated() {
      sequence.add(FeatureKey.make(130 + index, distance == 255 ? 20 : Bucket.count(Int(distance))))
    }
    sequence.add(FeatureKey.make(140, Bucket.count(line)))
    sequence.add(FeatureKey.make(141, (marks.afterGap ? 1 : 0) + (marks.opensPage ? 2 : 0)))
    if line > 0, pieces.marks[line - 1].endsText { sequence.add(FeatureKey.make(142, 1)) }
    if marks.endsText { sequence.add(FeatureKey.make(143, 1)) }
  }

  private func own(_ line: Int, _ base: Int, _ sequence: inout UnitSequence) {
    let range = pieces.lines[line]
    let first = pieces.features[range.lowerBound]
    marksOf(line, base + 2, &sequence)
    sequence.add(FeatureKey.make(base + 4, Bucket.count(first.count), Bucket.share(first.upper)))
    sequence.add(FeatureKey.make(base + 5, Bucket.share(first.capitals), first.isLower ? 1 : 0))
    sequence.add(FeatureKey.make(base + 6, Int(first.last), min(3, range.count)))
    let segment = pieces.segments[range.lowerBound]
    sequence.add(FeatureKey.make(base + 7, min(12, pieces.left(of: range.lowerBound) / 6)))
    sequence.add(FeatureKey.make(base + 8, segment.isCell ? 1 : 0))
    words(segment.words, base + 9, &sequence)
    if base == 0, range.count > 1 { words(pieces.segments[range.lowerBound + 1].words, base + 12, &sequence) }
  }

  private func marksOf(_ line: Int, _ base: Int, _ sequence: inout UnitSequence) {
    var bits = pieces.marks[line].marks.rawValue
    while bits != 0 {
      sequence.add(FeatureKey.make(base, bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    let first = pieces.features[pieces.lines[line].lowerBound].marks.rawValue
    sequence.add(FeatureKey.make(base + 1, Int(first)))
  }

  private func words(_ range: Range<Int>, _ base: Int, _ sequence: inout UnitSequence) {
    let words = pieces.reading.words
    guard let first = range.first(where: { !words[$0].isEmpty }) else { return }
    sequence.add(FeatureKey.word(base, words[first].key))
    if first + 1 < range.upperBound {
      sequence.add(FeatureKey.word(base + 1, words[first].key, words[first + 1].key))
    }
    sequence.add(FeatureKey.word(base + 2, words[range.upperBound - 1].key))
  }
}
