import SequenceLabels

/// Cuts a text into pieces that each serve one purpose, as the models have it.
struct ZoneLabeller {
  let pieces: PieceText
  let model: FieldModel

  /// Pieces with their zones.
  struct Labelled {
    var segments: [Segment] = []
    var features: [SegmentFeatures] = []
    var zones: [Zone] = []
  }

  /// The pieces of all lines in reading order; what belongs to no document is left out. O(n).
  func labelled() -> Labelled {
    let parts = PartReading(pieces, model: model.parts)
    let features = WordFeatures(pieces: pieces, parts: parts.parts, certain: parts.certain)
    var builder = Builder(pieces: pieces)
    var line = 0
    for window in parts.windows {
      while line < window.lowerBound { builder.addLine(line, parts); line += 1 }
      let sequence = features.sequence(window)
      let best = model.words.best(sequence)
      var unit = 0
      while line < window.upperBound {
        for segment in pieces.lines[line] {
          let count = pieces.segments[segment].words.count
          builder.addPiece(segment, best[unit..<unit + count])
          unit += count
        }
        line += 1
      }
    }
    while line < pieces.lines.count { builder.addLine(line, parts); line += 1 }
    return builder.result
  }

  /// Collects pieces.
  private struct Builder {
    let pieces: PieceText
    let reader: FeatureReader
    var result = Labelled()
    /// What was left out stood before the next piece.
    private var gap = false

    init(pieces: PieceText) {
      self.pieces = pieces
      reader = FeatureReader(reading: pieces.reading, tables: pieces.tables)
    }

    mutating func addLine(_ line: Int, _ parts: PartReading) {
      for segment in pieces.lines[line] {
        append(pieces.segments[segment], pieces.features[segment], parts.parts[line].zone)
      }
    }

    /// Adds a piece, cut where its words change their label.
    mutating func addPiece(_ segment: Int, _ labels: ArraySlice<UInt8>) {
      let piece = pieces.segments[segment]
      let zones = zones(piece, labels)
      var start = 0
      for end in 1...zones.count where end == zones.count || zones[end] != zones[start] {
        var part = piece
        part.words = piece.words.lowerBound + start..<piece.words.lowerBound + end
        part.column += start == 0 ? 0 : 1
        part.afterGap = piece.afterGap && start == 0
        let features =
          part.words == piece.words ? pieces.features[segment] : reader.features(of: part.words)
        append(part, features, zones[start])
        start = end
      }
    }

    /// The zone of each word; a mark alone goes with the word behind it, or with the one before.
    private func zones(_ piece: Segment, _ labels: ArraySlice<UInt8>) -> [Zone] {
      var zones = labels.map { (FieldLabel(rawValue: $0) ?? .body).zone }
      let words = pieces.reading.words
      for place in zones.indices.reversed() where words[piece.words.lowerBound + place].isEmpty {
        if place + 1 < zones.count { zones[place] = zones[place + 1] }
      }
      for place in zones.indices.dropFirst() where words[piece.words.lowerBound + place].isEmpty {
        if place + 1 == zones.count { zones[place] = zones[place - 1] }
      }
      return zones
    }

    private mutating func append(_ segment: Segment, _ features: SegmentFeatures, _ zone: Zone) {
      if zone == .junk {
        gap = gap || segment.afterGap
        return
      }
      var segment = segment
      if gap { segment.afterGap = true }
      gap = false
      result.segments.append(segment)
      result.features.append(features)
      result.zones.append(AnnexHeads.zone(zone, features, after: result))
    }
  }
}

/// Which lines of an annex are its heading.
enum AnnexHeads {
  /// A label, a note of what it belongs to, and capitals at its start and under such lines.
  static func zone(_ zone: Zone, _ features: SegmentFeatures, after before: ZoneLabeller.Labelled) -> Zone {
    guard zone == .annex else { return zone }
    if features.has([.annex, .attached]) { return .annexHead }
    guard let last = before.zones.last, features.upper > 0.8, features.count > 1,
      !features.has([.title, .outline, .dash, .numberMarked])
    else { return zone }
    return last == .annexHead && before.features.last?.has(.attached) == false || last != .annex
      ? .annexHead : zone
  }
}
