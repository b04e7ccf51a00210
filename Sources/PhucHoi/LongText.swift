import VietText

/// A long text in UTF-8 that is read section by section: no more of it is in memory than is worked on.
package struct LongText: Sendable {
  /// Length in bytes.
  package let byteCount: Int
  let sections: [TextSection]
  private let read: @Sendable (Range<Int>) -> [UInt8]

  /// How much of the beginning tells what a text is, in bytes.
  package static let headLength = TextDecoder.headLength

  /// A text of `byteCount` bytes of which `read` gives any stretch, or less where there is no more of it; nil where it is
  /// no plain UTF-8. Reads it once. O(n).
  package init?(
    byteCount: Int, sectionLength: Int = TextSection.standardLength,
    read: @escaping @Sendable (Range<Int>) -> [UInt8]
  ) {
    (self.byteCount, self.read) = (byteCount, read)
    guard TextDecoder.isPlainUTF8(head: read(0..<min(byteCount, Self.headLength))) else { return nil }
    var sections: [TextSection] = []
    var start = 0
    while start < byteCount {
      let window = TextSection.window(from: start, length: sectionLength, of: byteCount)
      let bytes = read(window)
      guard bytes.count == window.count else { return nil }
      let next = bytes.withUnsafeBufferPointer {
        TextSection.next(in: $0, from: start - window.lowerBound, length: sectionLength)
      }
      guard String(validating: bytes[next.range], as: UTF8.self) != nil else { return nil }
      let section = next.moved(by: window.lowerBound)
      sections.append(section)
      start = section.range.upperBound
    }
    self.sections = sections
  }

  /// The text of a stretch, as long as it is. Where the source has changed since it was looked at, blanks stand for what
  /// is gone, and marks for bytes that are no text any more.
  func piece(_ range: Range<Int>) -> RepairInput {
    var bytes = read(range)
    bytes += repeatElement(0x20, count: max(0, range.count - bytes.count))
    let text = String(validating: bytes, as: UTF8.self)
    return RepairInput(
      DecodedText(text ?? String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)), nil)
  }
}
