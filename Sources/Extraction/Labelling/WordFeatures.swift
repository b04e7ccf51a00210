import SequenceLabels

/// What the model of fields sees of each word of some lines.
struct WordFeatures {
  let pieces: PieceText
  /// The part of each line, as the model of parts has it, and how sure it is.
  let parts: [PartLabel]
  let certain: [Float]
  private let reader: WordMarks
  private var reading: Reading { pieces.reading }

  init(pieces: PieceText, parts: [PartLabel], certain: [Float]) {
    self.pieces = pieces
    self.parts = parts
    self.certain = certain
    reader = WordMarks(reading: pieces.reading, tables: pieces.tables)
  }

  /// More words in a row are cut: no document has such lines, and a chain takes half a kilobyte a word.
  private static let mostUnits = 1 << 14

  /// A group for each piece of `lines`, a unit for each of its words, in stretches of some thousands; O(words).
  func sequences(_ lines: Range<Int>, _ visit: (UnitSequence) -> Void) {
    var sequence = UnitSequence()
    for line in lines {
      for segment in pieces.lines[line] {
        open(segment, line, &sequence)
        words(segment, &sequence) { sequence in
          guard sequence.count == Self.mostUnits else { return }
          visit(sequence)
          sequence = UnitSequence()
          open(segment, line, &sequence)
        }
      }
    }
    if sequence.count > 0 { visit(sequence) }
  }

  /// The same in one; O(words).
  func sequence(_ lines: Range<Int>) -> UnitSequence {
    var sequence = UnitSequence()
    for line in lines {
      for segment in pieces.lines[line] {
        open(segment, line, &sequence)
        words(segment, &sequence) { _ in }
      }
    }
    return sequence
  }

  private func open(_ segment: Int, _ line: Int, _ sequence: inout UnitSequence) {
    sequence.openGroup()
    group(segment, line, &sequence)
  }

  // MARK: Pieces

  private func group(_ segment: Int, _ line: Int, _ sequence: inout UnitSequence) {
    let range = pieces.lines[line]
    let marks = pieces.marks[line]
    let own = pieces.features[segment]
    sequence.addToGroup(
      FeatureKey.make(200, Int(parts[line].rawValue), Bucket.certainty(certain[line])))
    sequence.addToGroup(FeatureKey.make(201, part(line - 1), part(line + 1)))
    for (index, distance) in marks.since.enumerated() {
      sequence.addToGroup(FeatureKey.make(202 + index, distance == 255 ? 20 : Bucket.count(Int(distance))))
    }
    sequence.addToGroup(FeatureKey.make(210, min(3, segment - range.lowerBound), min(3, range.count)))
    let isPlaced = range.count > 1 || reading.layout != nil
    let left = pieces.left(of: segment)
    sequence.addToGroup(FeatureKey.make(211, min(14, left / 8), isPlaced ? 1 : 0))
    sequence.addToGroup(
      FeatureKey.make(212, (marks.afterGap ? 1 : 0) + (marks.opensPage ? 2 : 0), min(20, line)))
    if line > 0, pieces.marks[line - 1].endsText { sequence.addToGroup(FeatureKey.make(213, 1)) }
    describe(segment, 220, &sequence)
    sequence.addToGroup(FeatureKey.make(214, Int(own.marks.rawValue)))
    neighbour(line, segment, -1, 240, &sequence)
    neighbour(line, segment, 1, 260, &sequence)
    distant(line, segment, -2, 320, &sequence)
    distant(line, segment, 2, 324, &sequence)
    distant(line, segment, 3, 328, &sequence)
    if segment > range.lowerBound { describe(segment - 1, 280, &sequence) }
    if segment + 1 < range.upperBound { describe(segment + 1, 300, &sequence) }
  }

  private func part(_ line: Int) -> Int { parts.indices.contains(line) ? Int(parts[line].rawValue) : 9 }

  private func describe(_ segment: Int, _ base: Int, _ sequence: inout UnitSequence) {
    let own = pieces.features[segment]
    var bits = own.marks.rawValue
    while bits != 0 {
      sequence.addToGroup(FeatureKey.make(base, bits.trailingZeroBitCount, own.upper > 0.8 ? 1 : 0))
      bits &= bits - 1
    }
    sequence.addToGroup(FeatureKey.make(base + 1, Bucket.count(own.count), Bucket.share(own.upper)))
    sequence.addToGroup(
      FeatureKey.make(base + 2, Bucket.share(own.capitals), (own.isLower ? 1 : 0)))
    sequence.addToGroup(FeatureKey.make(base + 3, Int(own.last)))
    let words = pieces.segments[segment].words
    guard let first = words.first(where: { !reading.words[$0].isEmpty }) else { return }
    sequence.addToGroup(FeatureKey.word(base + 4, reading.words[first].key))
    if first + 1 < words.upperBound {
      sequence.addToGroup(FeatureKey.word(base + 5, reading.words[first].key, reading.words[first + 1].key))
    }
    if pieces.segments[segment].isCell { sequence.addToGroup(FeatureKey.make(base + 6, 1)) }
  }

  /// The piece above or below that shares most columns.
  private func neighbour(
    _ line: Int, _ segment: Int, _ step: Int, _ base: Int, _ sequence: inout UnitSequence
  ) {
    guard pieces.lines.indices.contains(line + step) else {
      sequence.addToGroup(FeatureKey.make(base + 10, 1))
      return
    }
    guard let best = nearest(to: segment, line, line + step) else {
      sequence.addToGroup(FeatureKey.make(base + 10, 2))
      return
    }
    describe(best, base, &sequence)
    let indent = pieces.left(of: best) - pieces.left(of: segment)
    sequence.addToGroup(FeatureKey.make(base + 11, max(-4, min(4, indent / 3))))
  }

  /// The marks and the first word of a piece farther above or below.
  private func distant(
    _ line: Int, _ segment: Int, _ step: Int, _ base: Int, _ sequence: inout UnitSequence
  ) {
    guard pieces.lines.indices.contains(line + step), let best = nearest(to: segment, line, line + step)
    else {
      sequence.addToGroup(FeatureKey.make(base, 77))
      return
    }
    let features = pieces.features[best]
    sequence.addToGroup(FeatureKey.make(base, Int(features.marks.rawValue), Bucket.share(features.upper)))
    sequence.addToGroup(FeatureKey.make(base + 1, Bucket.count(features.count), Bucket.share(features.upper)))
    let words = pieces.segments[best].words
    if let first = words.first(where: { !reading.words[$0].isEmpty }) {
      sequence.addToGroup(FeatureKey.word(base + 2, reading.words[first].key))
    }
  }

  /// The piece of another line that shares most columns; where both are alone on their lines, any. O(log pieces of the line + those
  /// that share columns), in lines of few pieces O(pieces).
  private func nearest(to segment: Int, _ line: Int, _ other: Int) -> Int? {
    if pieces.lines[other].count == 1, pieces.lines[line].count == 1 { return pieces.lines[other].lowerBound }
    let (left, right) = (pieces.left(of: segment), pieces.right(of: segment))
    var best: (segment: Int, shared: Int)?
    for candidate in candidates(other, left..<max(left, right)) {
      let shared = min(right, pieces.right(of: candidate)) - max(left, pieces.left(of: candidate))
      if shared > best?.shared ?? 0 { best = (candidate, shared) }
    }
    return best?.segment
  }

  /// The pieces of a line that may share `columns`: of few all, of many, as in the rows of a table, those from the first that ends
  /// behind where `columns` begin.
  private func candidates(_ line: Int, _ columns: Range<Int>) -> Range<Int> {
    let all = pieces.lines[line]
    guard all.count > Self.fewPieces else { return all }
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if pieces.right(of: middle) > columns.lowerBound { high = middle } else { low = middle + 1 }
    }
    let shared = (low..<all.upperBound).prefix { pieces.left(of: $0) < columns.upperBound }
    return low..<low + shared.count
  }

  /// No heading and no foot has more pieces on a line.
  private static let fewPieces = 32

  // MARK: Words

  /// Adds the words of a piece; each is told before.
  private func words(
    _ segment: Int, _ sequence: inout UnitSequence, before tell: (inout UnitSequence) -> Void
  ) {
    let range = pieces.segments[segment].words
    let marks = reader.read(range)
    var (lastMark, since, depth, colons) = (WordMarks.Mark.none, 0, 0, 0)
    for index in range {
      let place = index - range.lowerBound
      tell(&sequence)
      sequence.openUnit()
      if marks[place] != .none { (lastMark, since) = (marks[place], 0) } else { since += 1 }
      let word = reading.words[index]
      sequence.add(FeatureKey.make(400, Int(marks[place].rawValue), shape(index)))
      sequence.add(FeatureKey.make(401, mark(marks, place - 1), Int(marks[place].rawValue)))
      sequence.add(FeatureKey.make(402, mark(marks, place + 1), Int(marks[place].rawValue)))
      sequence.add(FeatureKey.make(403, mark(marks, place - 2)))
      sequence.add(FeatureKey.make(404, mark(marks, place + 2)))
      sequence.add(FeatureKey.make(405, Int(lastMark.rawValue), min(6, since)))
      sequence.add(FeatureKey.make(406, next(marks, place)))
      sequence.add(FeatureKey.make(407, Bucket.count(place), range.count > 1 ? 1 : 0))
      sequence.add(FeatureKey.make(408, Bucket.count(range.upperBound - 1 - index)))
      sequence.add(FeatureKey.make(409, shape(index - 1, range), shape(index)))
      sequence.add(FeatureKey.make(410, shape(index + 1, range), shape(index)))
      sequence.add(FeatureKey.make(411, shape(index - 1, range), shape(index - 2, range)))
      sequence.add(FeatureKey.make(412, shape(index + 1, range), shape(index + 2, range)))
      let before = place > 0 ? Int(reading.lastByte(index - 1)) : 0
      sequence.add(FeatureKey.make(413, mark(before), shape(index)))
      sequence.add(FeatureKey.make(414, mark(Int(reading.lastByte(index))), min(8, word.core.count)))
      sequence.add(FeatureKey.make(415, mark(Int(reading.firstByte(index)))))
      sequence.add(FeatureKey.make(416, depth > 0 ? 1 : 0, min(2, colons)))
      let gap = place > 0 ? Int(word.start - reading.words[index - 1].end) : 0
      sequence.add(FeatureKey.make(417, min(3, gap)))
      sequence.add(FeatureKey.word(420, word.key))
      let (previous, following) = (key(index - 1, range), key(index + 1, range))
      sequence.add(FeatureKey.word(421, previous))
      sequence.add(FeatureKey.word(422, following))
      sequence.add(FeatureKey.word(423, previous, word.key))
      sequence.add(FeatureKey.word(424, word.key, following))
      if reading.text.folded[word.range].contains(0x28) { depth += 1 }
      if reading.text.folded[word.range].contains(0x29) { depth = max(0, depth - 1) }
      if reading.lastByte(index) == 0x3A { colons += 1 }
    }
  }

  private func mark(_ marks: [WordMarks.Mark], _ place: Int) -> Int {
    marks.indices.contains(place) ? Int(marks[place].rawValue) : 99
  }

  /// The next mark to the right within ten words.
  private func next(_ marks: [WordMarks.Mark], _ place: Int) -> Int {
    marks[(place + 1)...].prefix(10).first { $0 != .none }.map { Int($0.rawValue) } ?? 98
  }

  private func key(_ index: Int, _ range: Range<Int>) -> UInt64 {
    range.contains(index) ? reading.words[index].key : 1
  }

  /// A mark of punctuation; letters and digits are all alike.
  private func mark(_ byte: Int) -> Int {
    let byte = UInt8(truncatingIfNeeded: byte)
    return Folding.isLetter(byte) ? 1 : Folding.isDigit(byte) ? 2 : Int(byte)
  }

  private func shape(_ index: Int, _ range: Range<Int>) -> Int { range.contains(index) ? shape(index) : 99 }

  /// What kind of token stands at a word.
  private func shape(_ index: Int) -> Int {
    let word = reading.words[index]
    if word.isEmpty { return reader.shapes.isDash(index) ? 1 : 2 }
    var bits = Int(word.shape.rawValue) + 8
    if word.shape.contains(.digit) || word.core.count > 8 {
      for position in word.core {
        switch reading.text.folded[position] {
        case 0x2F: bits |= 64
        case 0x2D: bits |= 128
        case 0x2E, 0x3A: bits |= 256
        case 0x40: bits |= 512
        default: break
        }
      }
    }
    if word.shape.contains(.upper), word.core.count == 1 { bits |= 1024 }
    return bits
  }
}
