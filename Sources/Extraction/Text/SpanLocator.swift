/// Finds page and line of a UTF-8 offset of the input, and cuts text out of it.
struct SpanLocator: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let pageStarts: [Int]

  /// Indexes `source`; O(n).
  init(_ source: String) {
    let bytes = Array(source.utf8)
    var lines = [0]
    var pages = [0]
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { lines.append(index + 1) }
      if byte == 0x0C { pages.append(index + 1) }
    }
    self.bytes = bytes
    lineStarts = lines
    pageStarts = pages
  }

  /// Line of an offset, from 1.
  func line(_ offset: Int) -> Int { rank(of: offset, in: lineStarts) }

  /// Page of an offset, from 1.
  func page(_ offset: Int) -> Int { rank(of: offset, in: pageStarts) }

  /// How many pages the input has; a form feed at its very end begins none.
  var pageCount: Int {
    guard let last = pageStarts.last, pageStarts.count > 1 else { return 1 }
    return bytes[last...].allSatisfy { $0 <= 0x20 } ? pageStarts.count - 1 : pageStarts.count
  }

  /// The span of a UTF-8 range.
  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(
      page: page(range.lowerBound), line: line(range.lowerBound), start: range.lowerBound,
      end: range.upperBound)
  }

  /// What stands at a UTF-8 range.
  func cut(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func rank(of offset: Int, in starts: [Int]) -> Int {
    starts.partitioningIndex { $0 > offset }
  }
}
