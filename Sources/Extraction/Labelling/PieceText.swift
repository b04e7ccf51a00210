/// A text cut at wide blanks only, and what can be seen of each piece and line: what the labels are read from.
struct PieceText: Sendable {
  let reading: Reading
  let tables: ExtractionTables
  let segments: [Segment]
  let features: [SegmentFeatures]
  /// The pieces of each line that has any.
  let lines: [Range<Int>]
  /// What each of these lines shows.
  let marks: [LineMarks]

  /// Cuts and reads; O(n).
  init(reading: Reading, tables: ExtractionTables) {
    self.reading = reading
    self.tables = tables
    segments = Segmenter(reading: reading, tables: tables).segments()
    let reader = FeatureReader(reading: reading, tables: tables)
    let features = segments.map { reader.features(of: $0.words) }
    self.features = features
    var lines: [Range<Int>] = []
    for index in segments.indices {
      if let last = lines.last, segments[last.lowerBound].line == segments[index].line {
        lines[lines.count - 1] = last.lowerBound..<index + 1
      } else {
        lines.append(index..<index + 1)
      }
    }
    self.lines = lines
    marks = LineMarks.read(lines, segments, features, reading)
  }

  /// Column where a piece begins: in hundredths of the page's width where boxes tell, in characters otherwise.
  func left(of segment: Int) -> Int {
    let first = segments[segment].words.lowerBound
    if let left = reading.left(of: first) { return Int(left * 100) }
    return Int(reading.words[first].start) - reading.lines[segments[segment].line].range.lowerBound
  }

  /// One past the column where a piece ends.
  func right(of segment: Int) -> Int {
    let words = segments[segment].words
    return left(of: segment) + Int(reading.words[words.upperBound - 1].end)
      - Int(reading.words[words.lowerBound].start)
  }
}

/// What a line shows, and how far below the marks that open and close the parts of a document it stands.
struct LineMarks: Sendable {
  var marks: SegmentFeatures.Mark = []
  /// `./.`: the end of a text.
  var endsText = false
  /// A form feed stands before it.
  var opensPage = false
  /// A blank line or a rule stands before it.
  var afterGap = false
  /// Lines since a national or Party title, `Nơi nhận`, an authority mark, a type alone, the end of a text.
  var since: [UInt8] = [255, 255, 255, 255, 255]

  private static let anchors: [SegmentFeatures.Mark] = [.title, .recipients, .authority, .typeAlone]

  static func read(
    _ lines: [Range<Int>], _ segments: [Segment], _ features: [SegmentFeatures], _ reading: Reading
  ) -> [LineMarks] {
    var result: [LineMarks] = []
    result.reserveCapacity(lines.count)
    var since: [UInt8] = [255, 255, 255, 255, 255]
    var page: Int32 = 0
    for line in lines {
      var marks = LineMarks()
      for segment in line { marks.marks.formUnion(features[segment].marks) }
      let first = segments[line.lowerBound]
      marks.afterGap = first.afterGap
      marks.opensPage = reading.lines[first.line].page != page
      page = reading.lines[first.line].page
      marks.endsText = endsText(segments[line.upperBound - 1].words, reading)
      for index in since.indices where since[index] < 255 { since[index] += 1 }
      for (index, anchor) in anchors.enumerated() where !marks.marks.isDisjoint(with: anchor) {
        since[index] = 0
      }
      marks.since = since
      if marks.endsText { since[4] = 0 }
      result.append(marks)
    }
    return result
  }

  /// Whether `./.` or `/.` ends a stretch.
  private static func endsText(_ words: Range<Int>, _ reading: Reading) -> Bool {
    guard let last = words.last else { return false }
    let end = Int(reading.words[last].end)
    let start = max(Int(reading.words[last].start), end - 4)
    return reading.text.folded[start..<end].contains(0x2F)
      && reading.text.folded[end - 1] == 0x2E && !reading.words[last].shape.contains(.digit)
  }
}
