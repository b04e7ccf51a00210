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
    /// How probable the zone of each word of the reading is.
    var certain: [Float] = []
  }

  /// The pieces of all lines in reading order; what belongs to no document is left out. O(n).
  func labelled() -> Labelled {
    let parts = PartReading(pieces, model: model.parts)
    let features = WordFeatures(pieces: pieces, parts: parts.parts, certain: parts.certain)
    var builder = Builder(pieces: pieces)
    var line = 0
    for window in parts.windows {
      while line < window.lowerBound { builder.addLine(line, parts); line += 1 }
      var (best, certain): ([UInt8], [Float]) = ([], [])
      features.sequences(window) { sequence in
        let read = zones(sequence)
        best += read.0
        certain += read.1
      }
      var unit = 0
      while line < window.upperBound {
        for segment in pieces.lines[line] {
          let count = pieces.segments[segment].words.count
          builder.addPiece(segment, line, best[unit..<unit + count], certain[unit..<unit + count])
          unit += count
        }
        line += 1
      }
    }
    while line < pieces.lines.count { builder.addLine(line, parts); line += 1 }
    return builder.result
  }

  /// A part of a line that is less probable than this goes with what stands beside it.
  private static let leastCertain: Float = 0.8

  /// The best labels of words, and how probable the zone that each stands for is.
  private func zones(_ sequence: UnitSequence) -> ([UInt8], [Float]) {
    var lattice = model.words.lattice(sequence)
    let best = lattice.best(model.words.transitions)
    lattice.sum(model.words.transitions)
    let size = model.words.labelCount
    let certain = best.indices.map { unit in
      Self.labelsOfZone[Int(best[unit])].reduce(0) { $0 + lattice.marginals[unit * size + $1] }
    }
    return (best, certain)
  }

  /// For each label those that stand for the same zone.
  private static let labelsOfZone: [[Int]] = FieldLabel.allCases.map { label in
    FieldLabel.allCases.filter { $0.zone == label.zone }.map { Int($0.rawValue) }
  }

  /// Collects pieces.
  private struct Builder {
    let pieces: PieceText
    let reader: FeatureReader
    var result = Labelled()
    /// What was left out stood before the next piece.
    private var gap = false
    /// One past the last line of those that the document goes to.
    private var addressed = 0
    private var addressees: AddresseeBlock?
    /// One past the last line of recipients that the layout tells.
    private var listed = 0
    private var recipients: RecipientBlock?
    /// `CÔNG ĐIỆN` was read, and not yet whom it goes to.
    private var isDispatch = false
    /// Something other than the heading was read.
    private var leftHeader = false
    /// An authority or a title was read, and no name since.
    private var isUnsigned = false

    init(pieces: PieceText) {
      self.pieces = pieces
      reader = FeatureReader(reading: pieces.reading, tables: pieces.tables)
      result.certain = [Float](repeating: 1, count: pieces.reading.words.count)
    }

    mutating func addLine(_ line: Int, _ parts: PartReading) {
      for segment in pieces.lines[line] {
        for word in pieces.segments[segment].words { result.certain[word] = parts.certain[line] }
        let zone = parts.parts[line].zone
        let wires = opensDispatch(segment, line)
        let isAddressed = wires || line < addressed && Self.mayBeAddressed(zone) && isInColumn(segment)
        append(
          pieces.segments[segment], pieces.features[segment],
          isAddressed ? .addressee : isListed(segment, line, read: [zone]) ? .recipient : zone)
      }
    }

    /// Adds a piece, cut where its words change their label.
    mutating func addPiece(
      _ segment: Int, _ line: Int, _ labels: ArraySlice<UInt8>, _ certain: ArraySlice<Float>
    ) {
      let piece = pieces.segments[segment]
      for (word, probability) in zip(piece.words, certain) { result.certain[word] = probability }
      var zones = settled(zones(piece, labels), certain)
      if zones.allSatisfy({ $0 == .body }), isAboveArrival(segment, line) { zones = zones.map { _ in .junk } }
      if line >= addressed, pieces.features[segment].has(.addressee), zones.contains(.addressee) {
        openAddressees(segment, line)
      }
      if opensDispatch(segment, line)
        || line < addressed && zones.allSatisfy(Self.mayBeAddressed) && isInColumn(segment)
      {
        zones = zones.map { _ in .addressee }
      } else if isListed(segment, line, read: zones) {
        zones = zones.map { _ in .recipient }
      } else if line >= addressed, !pieces.features[segment].has(.addressee),
        Set(zones) == [.addressee, .text]
          || zones.contains(.addressee) && pieces.features[segment].last == 0x3A
            && addressees?.says(piece.words) == true
      {
        // A sentence that begins with the name of a body.
        zones = zones.map { _ in .text }
      }
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

    /// How many words stand between the first of an arrival stamp and its number at most: `CÔNG VĂN ĐẾN Số: 162`.
    private static let longestArrival = 3
    /// No heading has more columns.
    private static let mostColumns = 6

    /// Whether `ĐẾN Số: ...`, `CÔNG VĂN ĐẾN` stands right under a piece, in the same column: it says whose stamp that is.
    private func isAboveArrival(_ segment: Int, _ line: Int) -> Bool {
      guard line + 1 < pieces.lines.count else { return false }
      let columns = pieces.left(of: segment)..<pieces.right(of: segment)
      return pieces.lines[line + 1].prefix(Self.mostColumns).contains { piece in
        guard columns.overlaps(pieces.left(of: piece)..<pieces.right(of: piece)) else { return false }
        let words = pieces.segments[piece].words
        // `ĐẾN NĂM 2025` is part of a title.
        guard words.dropFirst().prefix(Self.longestArrival).contains(where: reader.shapes.isNumberMark) else {
          return false
        }
        return StampFields.stamp(in: words, reading: pieces.reading, tables: pieces.tables)?.kind == .arrival
      }
    }

    /// Whether a piece belongs to the recipients that the layout tells; it may open them.
    private mutating func isListed(_ segment: Int, _ line: Int, read zones: [Zone]) -> Bool {
      guard segment == pieces.lines[line].lowerBound else { return false }
      if line >= listed, pieces.features[segment].has(.recipients) {
        let isExpected =
          zones.contains { [.recipientHead, .recipient, .archive].contains($0) }
          || result.zones.last?.phase == .closing || pieces.marks[line].since[4] < Self.nearEnd
        let block = RecipientBlock(pieces: pieces, head: line, isExpected: isExpected)
        (recipients, listed) = (block, block.end)
      }
      return line < listed && recipients?.holds(segment) == true
    }

    /// Lines below the end of a text within which its recipients stand.
    private static let nearEnd = 20

    /// Whether a piece says who wires, under `CÔNG ĐIỆN`: it opens the list of those that the dispatch goes to, whatever the
    /// model takes it for.
    private mutating func opensDispatch(_ segment: Int, _ line: Int) -> Bool {
      guard isDispatch, line >= addressed,
        reader.shapes.wiredStart(pieces.segments[segment].words) != nil
      else { return false }
      openAddressees(segment, line)
      return true
    }

    private mutating func openAddressees(_ segment: Int, _ line: Int) {
      let block = AddresseeBlock(pieces: pieces, opening: segment)
      (addressees, addressed, isDispatch) = (block, block.end(after: line), false)
    }

    /// Whether a piece stands in the column of the addressees.
    private func isInColumn(_ segment: Int) -> Bool { addressees?.holds(segment) ?? true }

    private func saysDispatch(_ words: Range<Int>) -> Bool {
      words.contains { Self.dispatch.match(pieces.reading, at: $0, limit: words.upperBound) != nil }
    }

    private static let dispatch = PhraseTable(["Công điện"])

    /// Whether the layout of the block outweighs the model: number, date, stamps and titles stay what they are.
    private static func mayBeAddressed(_ zone: Zone) -> Bool {
      switch zone {
      case .addressee, .subject, .text, .type, .body, .enactor, .recipient, .annex, .junk: true
      default: false
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

    /// The zones of a piece with as many cuts as the model is sure of: what stands on one line mostly serves one purpose.
    private func settled(_ zones: [Zone], _ certain: ArraySlice<Float>) -> [Zone] {
      var zones = zones
      var start = 0
      while start < zones.count {
        let end = zones[start...].firstIndex { $0 != zones[start] } ?? zones.count
        let mean = certain.dropFirst(start).prefix(end - start).reduce(0, +) / Float(end - start)
        if mean < ZoneLabeller.leastCertain, end - start < zones.count {
          let zone = start > 0 ? zones[start - 1] : zones[end]
          for place in start..<end { zones[place] = zone }
        }
        start = end
      }
      return zones
    }

    /// The zone of a piece where the layout outweighs the model: a line with a dash that goes on with the recipients belongs
    /// to them, a name beside them is the signer's, a stamp in the heading is one, `QUYẾT ĐỊNH CỦA ...` in capitals is a type.
    private func outweighed(_ zone: Zone, _ segment: Segment, _ features: SegmentFeatures) -> Zone {
      switch zone {
      case .junk where features.has(.dash) && result.zones.last == .recipient:
        return features.has(.archive) ? .archive : .recipient
      case .junk
      where result.zones.last?.phase == .closing
        && AttachmentNote.closingStart(segment.words, pieces.reading) != nil:
        return .recipient
      case .junk where segment.column > 0 && isSigner(segment, features): return .signerName
      case .junk where features.has(.stamp) && !leftHeader:
        return .stamp
      case .body where !leftHeader && isCopyStamp(segment): return .stamp
      case .placeDate where isYear(segment) && result.zones.suffix(2).contains(.subject): return .subject
      case .body where features.upper > 0.9 && isTypeOfBody(segment): return .type
      case .body where result.zones.last == .title && countsYears(segment): return .title
      default: return zone
      }
    }

    /// A full name beside the recipients, under a title that has none yet.
    private func isSigner(_ segment: Segment, _ features: SegmentFeatures) -> Bool {
      guard (2...5).contains(features.count), features.capitals == 1, features.upper < 0.5,
        !features.has(.bodyHead),
        result.zones.last == .recipient || result.zones.last == .archive, isUnsigned
      else { return false }
      return !segment.words.contains { pieces.reading.words[$0].shape.contains(.digit) }
    }

    private func isCopyStamp(_ segment: Segment) -> Bool {
      StampFields.stamp(in: segment.words, reading: pieces.reading, tables: pieces.tables)?.kind == .copy
    }

    /// `năm 2023` alone: no date line has less than a month, so that it ends a subject.
    private func isYear(_ segment: Segment) -> Bool {
      segment.words.count == 2 && pieces.reading.isWord(segment.words.lowerBound, WordKey.of("nam"))
        && pieces.reading.words[segment.words.lowerBound + 1].shape.contains(.digit)
    }

    /// `Năm thứ hai` under the title of the State: its year, as documents of 1945 and after have it.
    private func countsYears(_ segment: Segment) -> Bool {
      Self.years.match(pieces.reading, at: segment.words.lowerBound, limit: segment.words.upperBound) != nil
    }

    private static let years = PhraseTable(["Năm thứ"])

    /// `QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN`: a type and whose it is.
    private func isTypeOfBody(_ segment: Segment) -> Bool {
      let (first, limit) = (segment.words.lowerBound, segment.words.upperBound)
      guard let type = pieces.tables.typePhrases.match(pieces.reading, at: first, limit: limit),
        type.end < limit
      else { return false }
      return pieces.reading.words[type.end].key == WordKey.of("cua")
    }

    private mutating func append(_ segment: Segment, _ features: SegmentFeatures, _ zone: Zone) {
      let zone = outweighed(zone, segment, features)
      if zone == .junk {
        gap = gap || segment.afterGap
        return
      }
      var segment = segment
      if gap { segment.afterGap = true }
      gap = false
      leftHeader = leftHeader || zone.phase != .header
      if zone == .authority || zone == .signerTitle { isUnsigned = true }
      if zone == .signerName { isUnsigned = false }
      if zone == .type { isDispatch = isDispatch || saysDispatch(segment.words) }
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
