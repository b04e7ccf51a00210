/// A piece of a long text that is repaired in one go, so that work and memory stay bounded.
///
/// A piece ends where a text may be cut with least harm: after a blank line, else after a line end, a sentence, a
/// blank. What stands around it is read as well, for context, but answered by its neighbours.
struct TextSection: Equatable {
  /// UTF-8 range of its own text.
  var range: Range<Int>
  /// The same with the context before and behind.
  var context: Range<Int>

  /// Texts up to this length, in bytes, are one section: hundreds of pages.
  static let standardLength = 1 << 18
  /// The most bytes of a section that part words, a number that only tables and loose signs reach: memory grows with
  /// words, not with bytes.
  static let partingLimit = 3 << 15
  /// About how much context there is on either side, in bytes.
  private static let reach = 1000

  /// Cuts a text into sections of at most `length` bytes, and of at most `partings` bytes that part words; what
  /// `checkpoint`, called before each, throws ends it. O(n).
  static func sections<Failure: Error>(
    of bytes: UnsafeBufferPointer<UInt8>, length: Int, partings: Int = partingLimit,
    checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [TextSection] {
    var sections: [TextSection] = []
    var start = 0
    while start < bytes.count {
      try checkpoint()
      let section = next(in: bytes, from: start, length: length, partings: partings)
      sections.append(section)
      start = section.range.upperBound
    }
    return sections.isEmpty ? [TextSection(range: 0..<0, context: 0..<0)] : sections
  }

  /// The section that begins at `start`, before the end of `bytes`. O(length).
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, partings: Int = partingLimit
  ) -> TextSection {
    let limit = self.limit(bytes, start, max(length, 4), partings)
    let end = limit == bytes.count ? limit : cut(bytes, start, limit)
    return TextSection(range: start..<end, context: contextStart(bytes, start)..<contextEnd(bytes, end))
  }

  /// The stretch of a text of `count` bytes that decides about the section which begins at `start`: in it, the section is
  /// what it is in the whole text.
  static func window(from start: Int, length: Int, of count: Int) -> Range<Int> {
    max(0, start - 2 * reach)..<min(count, start + max(length, 4) + 2 * reach)
  }

  /// The same section where the text begins `shift` bytes earlier.
  func moved(by shift: Int) -> TextSection {
    TextSection(
      range: range.lowerBound + shift..<range.upperBound + shift,
      context: context.lowerBound + shift..<context.upperBound + shift)
  }

  /// Where a section from `start` ends at the latest.
  private static func limit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int, _ partings: Int
  ) -> Int {
    let most = min(start + length, bytes.count)
    var count = 0
    for place in start..<most where !isPart(bytes[place]) {
      count += 1
      if count > partings { return place }
    }
    return most
  }

  /// Whether `byte` is part of a word: an ASCII letter or digit, or any byte of other letters.
  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The best place to cut in the last quarter before `limit`, the last of equals.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var best = (place: scalarStart(bytes, limit), rank: 0)
    for place in stride(from: limit, to: limit - (limit - start) / 4, by: -1) {
      let rank = rank(bytes, place)
      if rank > best.rank { best = (place, rank) }
      if rank == 4 { break }
    }
    return best.place
  }

  /// How well a text may be cut before the byte at `place`.
  private static func rank(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    switch bytes[place - 1] {
    case 0x0A: place > 1 && (bytes[place - 2] == 0x0A || bytes[place] == 0x0A) ? 4 : 3
    case 0x0C: 4
    case 0x20: place > 1 && [0x2E, 0x21, 0x3F, 0x3B].contains(bytes[place - 2]) ? 2 : 1
    default: 0
    }
  }

  private static func contextStart(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let floor = start - reach
    guard floor > 0 else { return 0 }
    let blank = (floor..<start).first { bytes[$0] == 0x0A } ?? (floor..<start).first { bytes[$0] == 0x20 }
    return blank.map { $0 + 1 } ?? scalarStart(bytes, floor)
  }

  private static func contextEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    let ceiling = end + reach
    guard ceiling < bytes.count else { return bytes.count }
    return (end..<ceiling).last { bytes[$0] == 0x0A } ?? (end..<ceiling).last { bytes[$0] == 0x20 }
      ?? scalarStart(bytes, ceiling)
  }

  /// The start of the scalar that the byte at `place` belongs to.
  private static func scalarStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
