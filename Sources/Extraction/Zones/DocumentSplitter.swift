/// Cuts the labelled segments of an input into documents.
///
/// A document begins where a header, or a type without a header, follows what closes another one. A header
/// inside an annex begins a document only if its number and date are filled in: annexes are full of forms. A
/// header with a copier's number (`24-BS/UBKTTU`) or form (`SAO Y`) belongs to the document it copies.
struct DocumentSplitter {
  let shapes: LineShapes
  let segments: [Segment]
  let features: [SegmentFeatures]

  /// A document before its fields are read.
  struct Part {
    var range: Range<Int>
    var copies: [Range<Int>]
  }

  private static let copySymbols: Set<String> = ["BS", "SY", "SL", "TrS", "SYBC", "BSY", "BSL"]

  /// The documents in order; zones of forms inside annexes become `annex`.
  func parts(_ zones: inout [Zone]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    var reached = Zone.Phase.header
    var (index, lines) = (0, 0)
    while index < zones.count {
      let phase = zones[index].phase
      if reached == .closing, zones[index] == .stamp, isCopyMark(index, zones) {
        let end = copyEnd(index, zones)
        parts.append(Part(range: start..<end, copies: [index..<end]))
        (start, index, reached, lines) = (end, end, .header, 0)
        continue
      }
      let opens = phase == .header && zones[index] != .stamp || zones[index] == .type
      if opens, reached.rawValue >= Zone.Phase.main.rawValue {
        let header = headerRange(from: index, zones)
        if !isHeading(header, zones) {
          index = header.upperBound
          continue
        }
        let isStamped = isStampedCopy(header, zones)
        if isStamped || isCopy(header, zones) {
          let end = copyEnd(header.upperBound, zones)
          parts.append(Part(range: start..<end, copies: [(isStamped ? index - 1 : index)..<end]))
          (start, index, reached, lines) = (end, end, .header, 0)
          continue
        }
        if zones[index] == .type, isPromulgated(index, by: start..<index, zones) {
          index = absorb(index, &zones)
          reached = .annex
          continue
        }
        if reached == .annex && !isFilledIn(header, zones) || isAnnexed(header, to: start..<index, zones) {
          index = absorb(index, &zones)
          continue
        }
        while index > start, zones[index - 1] == .stamp { index -= 1 }
        if start < index { parts.append(Part(range: start..<index, copies: [])) }
        (start, reached, lines) = (index, .header, 0)
      }
      if phase == .main || phase == .annex { lines += 1 }
      let isSlip = (phase == .main || phase == .annex) && lines < HeadingOnce.fewLines
      if phase.rawValue > reached.rawValue, !isSlip { reached = phase }
      index += 1
    }
    if start < zones.count { parts.append(Part(range: start..<zones.count, copies: [])) }
    return parts.map { withCopyAbove($0, zones) }
  }

  /// Whether more than one thing that a heading holds stands in a range: a date or a name in a text is none.
  private func isHeading(_ range: Range<Int>, _ zones: [Zone]) -> Bool {
    guard let first = range.first else { return false }
    return range.contains { zones[$0] != zones[first] && zones[$0] != .stamp }
      || isStampedCopy(range, zones)
  }

  /// The segments of a header and its caption from `index` on.
  private func headerRange(from index: Int, _ zones: [Zone]) -> Range<Int> {
    var end = index
    while end < zones.count {
      let phase = zones[end].phase
      guard phase == .header || phase == .caption else { break }
      end += 1
    }
    return index..<max(end, index + 1)
  }

  private func isCopy(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    header.contains { isCopyMark($0, zones) }
      && !header.contains { zones[$0] == .type || zones[$0] == .subject }
  }

  /// `SAO Y BẢN CHÍNH` with no more than place and date under it: the stamp of a certified copy.
  private func isStampedCopy(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    header.lowerBound > 0 && zones[header.lowerBound - 1] == .stamp
      && isCopyMark(header.lowerBound - 1, zones)
      && header.allSatisfy { zones[$0] == .placeDate }
  }

  private func isCopyMark(_ index: Int, _ zones: [Zone]) -> Bool {
    switch zones[index] {
    case .number:
      return shapes.numberStart(segments[index].words).map { Self.copySymbols.contains($0.head) } ?? false
    case .stamp:
      return StampFields.stamp(in: segments[index].words, reading: shapes.reading, tables: shapes.tables)?
        .kind == .copy
    default: return false
    }
  }

  /// Past the copier's recipients and signature.
  private func copyEnd(_ index: Int, _ zones: [Zone]) -> Int {
    var end = index
    while end < zones.count, zones[end].phase == .closing || zones[end] == .stamp {
      end += 1
    }
    return end
  }

  /// Whether a header without a number stands over the type of a text that the document above issues, or over
  /// `(Kèm theo Quyết định số ...)` with the number of that document.
  private func isAnnexed(_ header: Range<Int>, to document: Range<Int>, _ zones: [Zone]) -> Bool {
    guard !header.contains(where: { zones[$0] == .number }) else { return false }
    let next = header.upperBound
    let title =
      header.first { zones[$0] == .type }
      ?? (next < zones.count && zones[next] == .annexHead ? next : nil)
    if let title, !hasDate(header, zones), isPromulgated(title, by: document, zones) { return true }
    guard
      let own = document.first(where: { zones[$0] == .number }).flatMap({
        shapes.numberStart(segments[$0].words)
      }),
      let number = own.number
    else { return false }
    let note = header.lowerBound..<min(zones.count, header.upperBound + Self.longestNote)
    guard let opening = note.first(where: { features[$0].has(.attached) }) else { return false }
    let reading = shapes.reading
    return (opening..<min(note.upperBound, opening + 2)).flatMap { segments[$0].words }.contains { word in
      let start = Int(reading.words[word].coreStart)
      guard let code = CodeScanner.code(in: reading.text, at: start, limit: reading.text.count) else {
        return false
      }
      return code.number == number && (code.symbol == nil || code.symbol == own.symbol)
    }
  }

  /// Lines over which a note of what an annex belongs to may run.
  private static let longestNote = 4

  private func isFilledIn(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    header.contains { zones[$0] == .number && shapes.numberStart(segments[$0].words)?.number != nil }
      && hasDate(header, zones)
  }

  /// Whether a header bears a whole date.
  private func hasDate(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    header.contains {
      zones[$0] == .placeDate && PlaceDateField.date(in: segments[$0].words, shapes)?.isComplete == true
    }
  }

  /// Whether a document says that it issues a text of the type that begins here without a header:
  /// `Ban hành kèm theo Quyết định này Quy chế ...`, `BAN HÀNH QUY CHẾ ...` in the subject.
  private func isPromulgated(_ index: Int, by document: Range<Int>, _ zones: [Zone]) -> Bool {
    let words = segments[index].words
    guard let first = words.first(where: { !shapes.reading.words[$0].isEmpty }),
      let (row, _) = TypeField.type(
        at: first, in: shapes.reading, limit: words.upperBound, tables: shapes.tables)
    else { return false }
    var seen = 0
    for segment in document where zones[segment] == .subject || zones[segment] == .text {
      if zones[segment] == .text { seen += 1 }
      if seen > 20 { return false }
      if issues(row, in: segments[segment].words, attached: zones[segment] == .text) { return true }
    }
    return false
  }

  private func issues(_ row: Int, in words: Range<Int>, attached: Bool) -> Bool {
    let reading = shapes.reading
    var sinceIssue = Int.max
    for index in words.prefix(60) {
      if reading.isWord(index, WordKey.of("ban")), reading.isWord(index + 1, WordKey.of("hanh")),
        !attached || reading.isWord(index + 2, WordKey.of("kem"))
      {
        sinceIssue = 0
      }
      if sinceIssue < 10,
        let match = shapes.tables.typePhrases.match(reading, at: index, limit: words.upperBound),
        match.row == row
      {
        return !reading.isWord(match.end, WordKey.of("so"))
      }
      if sinceIssue < Int.max { sinceIssue += 1 }
    }
    return false
  }

  /// Makes annex of a form's header and all that follows it up to the next header.
  private func absorb(_ index: Int, _ zones: inout [Zone]) -> Int {
    var end = index
    var left = false
    while end < zones.count {
      let phase = zones[end].phase
      let opens = phase == .header || zones[end] == .type
      if opens, left { break }
      let isHead = [.type, .subject, .annexHead].contains(zones[end])
      if !opens, !isHead { left = true }
      zones[end] = !left && isHead ? .annexHead : .annex
      end += 1
    }
    return end
  }

  /// A copier's header above the document's own.
  private func withCopyAbove(_ part: Part, _ zones: [Zone]) -> Part {
    var part = part
    let header = headerRange(from: part.range.lowerBound, zones)
    guard
      let mark = header.first(where: {
        zones[$0] == .number && isCopyMark($0, zones) && part.range.contains($0)
      }),
      let own = ((mark + 1)..<header.upperBound).first(where: { zones[$0] == .body || zones[$0] == .title }),
      ((own)..<header.upperBound).contains(where: { zones[$0] == .number || zones[$0] == .type })
    else { return part }
    part.copies.append(part.range.lowerBound..<own)
    return part
  }
}
