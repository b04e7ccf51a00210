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

  /// The text of a stretch. Where the source has changed since it was looked at, what is no text is replaced.
  func piece(_ range: Range<Int>) -> RepairInput {
    RepairInput(DecodedText(String(decoding: read(range), as: UTF8.self)), nil)
  }
}
