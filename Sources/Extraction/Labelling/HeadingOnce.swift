/// A document has one heading: what stands in its text and looks like heading is a part of the text.
enum HeadingOnce {
  /// Text of so many lines is no slip among the lines of a heading.
  static let fewLines = 3

  /// Makes text of such pieces of a document; O(pieces).
  static func settle(_ part: DocumentSplitter.Part, _ zones: inout [Zone]) {
    var lines = 0
    for index in part.range where !part.copies.contains(where: { $0.contains(index) }) {
      switch zones[index].phase {
      case .main: lines += 1
      case .closing: lines = max(lines, fewLines)
      case .header where lines >= fewLines && zones[index] != .stamp, .caption where lines >= fewLines:
        zones[index] = .text
      default: break
      }
    }
  }
}
