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
    var reached = ZoneTransitions.Phase.header
    var index = 0
    while index < zones.count {
      let phase = ZoneTransitions.phase(zones[index])
      let opens = phase == .header || zones[index] == .type
      if opens, reached.rawValue >= ZoneTransitions.Phase.main.rawValue {
        let header = headerRange(from: index, zones)
        if isCopy(header, zones) {
          let end = copyEnd(header.upperBound, zones)
          parts.append(Part(range: start..<end, copies: [index..<end]))
          (start, index, reached) = (end, end, .header)
          continue
        }
        if reached == .annex, !isFilledIn(header, zones) {
          index = absorb(index, &zones)
          continue
        }
        if start < index { parts.append(Part(range: start..<index, copies: [])) }
        (start, reached) = (index, phase)
      }
      if phase.rawValue > reached.rawValue { reached = phase }
      index += 1
    }
    if start < zones.count { parts.append(Part(range: start..<zones.count, copies: [])) }
    return parts.map { withCopyAbove($0, zones) }
  }

  /// The segments of a header and its caption from `index` on.
  private func headerRange(from index: Int, _ zones: [Zone]) -> Range<Int> {
    var end = index
    while end < zones.count {
      let phase = ZoneTransitions.phase(zones[end])
      guard phase == .header || phase == .caption else { break }
      end += 1
    }
    return index..<max(end, index + 1)
  }

  private func isCopy(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    header.contains { isCopyMark($0, zones) } && !header.contains { zones[$0] == .type || zones[$0] == .subject }
  }

  private func isCopyMark(_ index: Int, _ zones: [Zone]) -> Bool {
    switch zones[index] {
    case .number:
      return shapes.numberStart(segments[index].words).map { Self.copySymbols.contains($0.head) } ?? false
    case .stamp:
      return StampFields.stamp(in: segments[index].words, reading: shapes.reading, tables: shapes.tables)?.kind == .copy
    default: return false
    }
  }

  /// Past the copier's recipients and signature.
  private func copyEnd(_ index: Int, _ zones: [Zone]) -> Int {
    var end = index
    while end < zones.count, ZoneTransitions.phase(zones[end]) == .closing || zones[end] == .stamp { end += 1 }
    return end
  }

  private func isFilledIn(_ header: Range<Int>, _ zones: [Zone]) -> Bool {
    var (hasNumber, hasDate) = (false, false)
    for index in header {
      if zones[index] == .number { hasNumber = hasNumber || shapes.numberStart(segments[index].words)?.number != nil }
      if zones[index] == .placeDate { hasDate = hasDate || PlaceDateField.date(in: segments[index].words, shapes)?.isComplete == true }
    }
    return hasNumber && hasDate
  }

  /// Makes annex of a form's header and all that follows it up to the next header.
  private func absorb(_ index: Int, _ zones: inout [Zone]) -> Int {
    var end = index
    var left = false
    while end < zones.count {
      let phase = ZoneTransitions.phase(zones[end])
      let opens = phase == .header || zones[end] == .type
      if opens, left { break }
      if !opens { left = true }
      zones[end] = .annex
      end += 1
    }
    return end
  }

  /// A copier's header above the document's own.
  private func withCopyAbove(_ part: Part, _ zones: [Zone]) -> Part {
    var part = part
    let header = headerRange(from: part.range.lowerBound, zones)
    guard
      let mark = header.first(where: { zones[$0] == .number && isCopyMark($0, zones) && part.range.contains($0) }),
      let own = ((mark + 1)..<header.upperBound).first(where: { zones[$0] == .body || zones[$0] == .title }),
      ((own)..<header.upperBound).contains(where: { zones[$0] == .number || zones[$0] == .type })
    else { return part }
    part.copies.append(part.range.lowerBound..<own)
    return part
  }
}
