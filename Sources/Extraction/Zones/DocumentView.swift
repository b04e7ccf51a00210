import VietText

/// One document of a reading: its segments with their zones, as the fields read it.
struct DocumentView: Sendable {
  let reading: Reading
  let tables: ExtractionTables
  let segments: [Segment]
  let features: [SegmentFeatures]
  let zones: [Zone]
  /// How probable the zone of each word of the reading is.
  let certain: [Float]
  /// Indices of the segments of this document.
  let range: Range<Int>
  /// Indices of the segments that a copier added, above or below.
  let copies: [Range<Int>]

  var shapes: LineShapes { LineShapes(reading: reading, tables: tables) }

  /// The segments of some zones, in order, the copier's left out.
  func indices(_ wanted: Zone...) -> [Int] {
    range.filter { index in wanted.contains(zones[index]) && !copies.contains { $0.contains(index) } }
  }

  /// The segment that holds a word; O(log n).
  func segment(of word: Int) -> Int? {
    let low = segments[range].partitioningIndex { $0.words.upperBound > word }
    return low < range.upperBound && segments[low].words.contains(word) ? low : nil
  }

  /// Twice the place on its line at which the middle of words stands, in scalars; O(log n).
  func middle(of words: Range<Int>) -> Int {
    let start = segment(of: words.lowerBound).map { reading.lines[segments[$0].line].range.lowerBound } ?? 0
    return Int(reading.words[words.lowerBound].start) - start + Int(reading.words[words.upperBound - 1].end)
      - start
  }

  /// Whether the name of a body begins at word `index` of `words`: no place, and no head who acts for a body.
  func opensBody(_ index: Int, _ words: Range<Int>) -> Bool {
    guard let match = tables.bodyPhrases.match(reading, at: index, limit: words.upperBound) else {
      return false
    }
    return ![.place, .chief].contains(tables.bodies[match.row].kind)
  }

  /// Whether a segment goes on with the sentence of the one before it.
  func goesOn(_ index: Int) -> Bool {
    guard index > range.lowerBound,
      zones[index] == zones[index - 1] || zones[index].phase == .main && zones[index - 1].phase == .main
    else { return false }
    if features[index].isLower { return true }
    return !features[index - 1].isClosed && !segments[index].afterGap
      && !features[index].has([.outline, .dash, .basis])
  }

  /// The first word with letters or digits of a segment.
  func firstWord(_ segment: Int) -> Int {
    let words = segments[segment].words
    return words.first { !reading.words[$0].isEmpty } ?? words.lowerBound
  }

  /// A value made of stretches of words, joined by blanks and trimmed; nil if nothing is left.
  func value(_ pieces: [Range<Int>], _ support: Support, keepsEnd: Bool = false) -> FieldValue? {
    let trimmed = WordJoiner(reading: reading).trim(pieces, keepsEnd: keepsEnd)
    // The pieces may stand in another order than they are read in.
    guard let start = trimmed.map(\.lowerBound).min(), let end = trimmed.map(\.upperBound).max() else {
      return nil
    }
    return place(start..<end, value: WordJoiner(reading: reading).join(trimmed), support)
  }

  /// What stretches of words say, joined by blanks and trimmed; nil if nothing is left.
  func text(_ pieces: [Range<Int>], keepsEnd: Bool = false) -> String? {
    let joiner = WordJoiner(reading: reading)
    let trimmed = joiner.trim(pieces, keepsEnd: keepsEnd)
    return trimmed.isEmpty ? nil : joiner.join(trimmed)
  }

  /// A value that stands at a range of scalars.
  ///
  /// `isFixed` tells that the value is one of a fixed list or made of figures, which a repair hardly bends;
  /// `isKnown` that the tables vouch for all of it, whatever a language model thinks of its words; `chance` how probably
  /// it is what it is taken for, given that its zone is right.
  func place(
    _ scalars: Range<Int>, value: String, _ support: Support, isFixed: Bool = false, isKnown: Bool = false,
    chance: Float = 1
  ) -> FieldValue {
    let source = reading.aligned.sourceRange(of: reading.text.bytes(scalars))
    let words = words(at: scalars)
    let sure = reading.certainty.sureness(in: source)
    let around = around(words)
    var measures = ValueEvidence.Measures()
    (measures.zone, measures.zoneMean) = zone(of: words)
    measures.zoneAround = zone(of: around).least
    (measures.joint, measures.least) = (Float(sure.joint), Float(sure.least))
    measures.leastAround = Float(
      reading.certainty.sureness(
        in: reading.aligned.sourceRange(of: reading.text.bytes(self.scalars(around)))
      ).least)
    measures.changed = isRepaired(scalars) ? share(of: words) { isRepaired(reading.words[$0].range) } : 0
    measures.noise = reading.noise
    measures.fixed = isFixed ? 1 : 0
    measures.known = isKnown ? 1 : 0
    measures.strange = hasStrangeMark(scalars) ? 1 : 0
    measures.spelled = isSpelled(scalars) ? 1 : 0
    let letters = reading.text.scalars[scalars].filter(VietLetter.isLetter)
    measures.capitals = Float(letters.count(where: VietLetter.isUppercase)) / Float(max(1, letters.count))
    measures.words = Float(words.count)
    measures.lines = Float(1 + reading.text.folded[scalars].count { $0 == Folding.newline })
    measures.layout = reading.layout == nil ? 0 : 1
    return FieldValue(
      value: value, raw: reading.locator.cut(source), span: reading.locator.span(source),
      evidence: ValueEvidence(support: support, chance: chance, measures: measures))
  }

  /// Where words stand in the input.
  func span(_ words: Range<Int>) -> SourceSpan {
    reading.locator.span(reading.aligned.sourceRange(of: reading.text.bytes(scalars(words))))
  }

  /// How probable the zones of words with letters or digits are.
  private func zone(of words: Range<Int>) -> (least: Float, mean: Float) {
    let chances = words.lazy.filter { !reading.words[$0].isEmpty }.map { certain[$0] }
    return (chances.min() ?? 1, chances.reduce(0, +) / Float(max(1, chances.count)))
  }

  private func share(of words: Range<Int>, where isCounted: (Int) -> Bool) -> Float {
    Float(words.count(where: isCounted)) / Float(max(1, words.count))
  }

  /// Words and two on each side of them, as far as the document goes.
  private func around(_ words: Range<Int>) -> Range<Int> {
    let first = segments[range.lowerBound].words.lowerBound
    let end = segments[range.upperBound - 1].words.upperBound
    return min(
      words.lowerBound, max(first, words.lowerBound - 2))..<max(
        words.upperBound, min(end, words.upperBound + 2))
  }

  /// The words that reach into a range of scalars; O(log n).
  private func words(at scalars: Range<Int>) -> Range<Int> {
    let first = reading.words.partitioningIndex { Int($0.end) > scalars.lowerBound }
    let end = reading.words[first...].partitioningIndex { Int($0.start) >= scalars.upperBound }
    return first..<end
  }

  /// Whether the repair changed what stands at a range of scalars.
  func isRepaired(_ scalars: Range<Int>) -> Bool {
    let source = reading.aligned.sourceRange(of: reading.text.bytes(scalars))
    return MarkRuns.bounded(reading.locator.cut(source)) != reading.text.string(scalars)
  }

  /// Whether all words are syllables, short forms in capitals, or hold figures.
  func isSpelled(_ scalars: Range<Int>) -> Bool {
    var start = scalars.lowerBound
    var isPlain = true
    for index in scalars.lowerBound...scalars.upperBound {
      let byte = index < scalars.upperBound ? reading.text.folded[index] : Folding.blank
      if Folding.isLetter(byte) { continue }
      let isInside = Folding.isDigit(byte) || [0x2F, 0x26, 0x40, 0x2E].contains(byte)
      if !isInside {
        if isPlain, index - start > 1, !isSyllable(start..<index) { return false }
        isPlain = true
        start = index + 1
      } else {
        isPlain = false
      }
    }
    return true
  }

  private func isSyllable(_ range: Range<Int>) -> Bool {
    let letters = reading.text.scalars[range]
    let isBare = letters.allSatisfy { $0 < 0x80 || $0 == 0x110 }
    if isBare, letters.allSatisfy(VietLetter.isUppercase), range.count <= 12 { return true }
    if isBare, letters.dropFirst().contains(where: VietLetter.isUppercase) { return true }
    return range.count <= Syllable.longest
      && Syllable.parse(letters.map(VietLetter.lowercased), anyTonePlace: true) != nil
  }

  /// Letters of other alphabets and marks that belong to no document.
  private func hasStrangeMark(_ scalars: Range<Int>) -> Bool {
    scalars.contains { index in
      switch reading.text.folded[index] {
      case Folding.other, Folding.foreignLetter, 0x5C, 0x5E, 0x60, 0x7B, 0x7D, 0x7E, 0x3D, 0x3C, 0x3E, 0x40:
        true
      case 0x27: isInsideShortForm(index, scalars)
      default: false
      }
    }
  }

  /// `P'TH`: a quote between two capitals is a piece of a letter.
  private func isInsideShortForm(_ index: Int, _ scalars: Range<Int>) -> Bool {
    index > scalars.lowerBound && index + 1 < scalars.upperBound
      && VietLetter.isUppercase(reading.text.scalars[index - 1])
      && VietLetter.isUppercase(reading.text.scalars[index + 1])
  }

  /// The scalars of a stretch of words.
  func scalars(_ words: Range<Int>) -> Range<Int> {
    guard words.lowerBound < reading.words.count else { return reading.text.count..<reading.text.count }
    let start = Int(reading.words[words.lowerBound].start)
    return words.isEmpty ? start..<start : start..<Int(reading.words[words.upperBound - 1].end)
  }
}

/// Makes one text of stretches of words: single blanks, no emphasis marks, no rules, no marks at the ends.
struct WordJoiner {
  let reading: Reading

  /// The scalar ranges of the words of `pieces`, without what is trimmed at the ends of the whole.
  func trim(_ pieces: [Range<Int>], keepsEnd: Bool) -> [Range<Int>] {
    var ranges = pieces.joined().map { strip(reading.words[$0].range) }.filter { !$0.isEmpty }
    while let first = ranges.first {
      let range = trimStart(first)
      if range.isEmpty { ranges.removeFirst() } else { ranges[0] = range; break }
    }
    while let last = ranges.last, isSpeck(last) { ranges.removeLast() }
    while let last = ranges.last {
      let range = trimEnd(last, keepsEnd: keepsEnd)
      if range.isEmpty { ranges.removeLast() } else { ranges[ranges.count - 1] = range; break }
    }
    return balanced(ranges)
  }

  /// Marks without a letter or digit that close neither a bracket nor a quotation.
  private func isSpeck(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let byte = reading.text.folded[index]
      return !Folding.isLetter(byte) && !Folding.isDigit(byte) && byte != 0x29 && byte != 0x22 && byte != 0x25
    }
  }

  /// Takes off a closing bracket at the end that nothing opens, and an opening one at the start that nothing closes.
  private func balanced(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var ranges = ranges
    var depth = 0
    for range in ranges {
      for index in range {
        depth += reading.text.folded[index] == 0x28 ? 1 : reading.text.folded[index] == 0x29 ? -1 : 0
      }
    }
    if depth < 0, let last = ranges.last, last.count > 1, reading.text.folded[last.upperBound - 1] == 0x29 {
      ranges[ranges.count - 1] = last.lowerBound..<last.upperBound - 1
    }
    if depth > 0, let first = ranges.first, first.count > 1, reading.text.folded[first.lowerBound] == 0x28 {
      ranges[0] = first.lowerBound + 1..<first.upperBound
    }
    return ranges
  }

  /// Joins scalar ranges by blanks where there are any; a number hyphenated over a line end is put together.
  func join(_ ranges: [Range<Int>]) -> String {
    var result = ""
    for (index, range) in ranges.enumerated() {
      let piece = reading.text.string(range)
      if index > 0, !continues(ranges[index - 1], range) { result += " " }
      result += piece
    }
    return result
  }

  private func continues(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
    if before.upperBound == after.lowerBound { return true }
    guard before.count > 1, reading.text.folded[before.upperBound - 1] == 0x2D,
      VietLetter.isUppercase(reading.text.scalars[after.lowerBound])
    else { return false }
    return Folding.isDigit(reading.text.folded[before.upperBound - 2])
      || Folding.isDigit(reading.text.folded[before.lowerBound])
        && before.contains { reading.text.folded[$0] == 0x2F }
  }

  /// Takes emphasis marks off both ends of a word, and drops rules.
  private func strip(_ range: Range<Int>) -> Range<Int> {
    let folded = reading.text.folded
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, folded[low] == 0x2A || folded[low] == 0x23 || folded[low] == 0x7C { low += 1 }
    while high > low, folded[high - 1] == 0x2A || folded[high - 1] == 0x7C { high -= 1 }
    if low < high, reading.text.scalars[low] == 0x27E6 { return low..<low }
    if high - low >= 2,
      folded[low..<high].allSatisfy({ $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3D })
    {
      return low..<low
    }
    return low..<high
  }

  private func trimStart(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound {
      switch reading.text.folded[low] {
      case 0x2D, 0x2B, 0x7E, 0x2A, 0x5F, 0x3A, 0x3B, 0x2C, 0x2E, 0x2F, 0x60, 0x3E, 0x3D, Folding.other:
        low += 1
      default: return low..<range.upperBound
      }
    }
    return low..<range.upperBound
  }

  private func trimEnd(_ range: Range<Int>, keepsEnd: Bool) -> Range<Int> {
    var high = range.upperBound
    while high > range.lowerBound {
      switch reading.text.folded[high - 1] {
      case 0x3B, 0x2C, 0x3A, 0x2D, 0x5F, 0x2A, 0x7E, 0x21, 0x7C: high -= 1
      case 0x2E where !keepsEnd: high -= 1
      case 0x2F where high - range.lowerBound >= 2 && reading.text.folded[high - 2] == 0x2E: high -= 1
      default: return range.lowerBound..<high
      }
    }
    return range.lowerBound..<high
  }
}
