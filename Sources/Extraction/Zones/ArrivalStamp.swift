/// Finds the dấu đến that a receiving office puts beside the header: `ĐẾN`, `Số: 4471`, `Ngày: 17/9/2019`, `Chuyển:`.
///
/// Its number and date are the receiver's, and the name above it is the receiver.
struct ArrivalStamp {
  let reading: Reading
  let tables: ExtractionTables
  let segments: [Segment]

  private static let lines = PhraseTable([
    "Số", "Ngày", "Chuyển", "Số đến", "Ngày đến", "Số và ký hiệu", "Lưu hồ sơ", "Đến",
  ])

  /// Marks the segments of every such stamp.
  func mark(_ features: inout [SegmentFeatures]) {
    for index in segments.indices where isHead(index, features[index]) {
      features[index].marks.insert(.arrival)
      var next = index + 1
      while next < segments.count, next <= index + 5, isLine(next) {
        features[next].marks.insert(.arrival)
        next += 1
      }
      if index > 0, next > index + 1, next < segments.count, features[index - 1].has(.bodyHead),
        features[index - 1].upper > 0.7,
        features[next].has([.bodyHead, .title])
      {
        features[index - 1].marks.insert(.arrival)
      }
    }
  }

  private func isHead(_ index: Int, _ features: SegmentFeatures) -> Bool {
    features.has(.stamp)
      && StampFields.stamp(in: segments[index].words, reading: reading, tables: tables)?.kind == .arrival
  }

  /// A line of the stamp: its label with figures or nothing behind it, no symbol and no spelled date.
  private func isLine(_ index: Int) -> Bool {
    let words = segments[index].words
    guard words.count <= 8, let first = words.first(where: { !reading.words[$0].isEmpty }),
      let label = Self.lines.match(reading, at: first, limit: words.upperBound)
    else { return false }
    return (label.end..<words.upperBound).allSatisfy { word in
      let shape = reading.words[word].shape
      return !shape.contains(.letter) || Self.lines.match(reading, at: word, limit: words.upperBound) != nil
        || reading.lastByte(word) == 0x3A
        || reading.words[word].key == WordKey.of("hs")
    }
  }
}
