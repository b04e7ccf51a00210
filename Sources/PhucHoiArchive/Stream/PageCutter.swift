/// Gives every page of a joined text its own repaired text back.
enum PageCutter {
  /// The repaired pages of `source`, which is `pages` joined by a form feed.
  ///
  /// A change belongs to the page where it starts. O(n).
  static func cut(_ source: String, pages: [String], changes: [Change]) -> [String] {
    let bytes = Array(source.utf8)
    var repaired: [String] = []
    var (start, next) = (0, 0)
    for page in pages {
      let end = start + page.utf8.count
      var text: [UInt8] = []
      var cursor = start
      while next < changes.count, changes[next].range.lowerBound < end {
        let change = changes[next]
        next += 1
        guard change.range.lowerBound >= cursor, change.range.upperBound <= end else { continue }
        text.append(contentsOf: bytes[cursor..<change.range.lowerBound])
        text.append(contentsOf: change.new.utf8)
        cursor = change.range.upperBound
      }
      text.append(contentsOf: bytes[cursor..<end])
      repaired.append(String(decoding: text, as: UTF8.self))
      start = end + 1
    }
    return repaired
  }
}
