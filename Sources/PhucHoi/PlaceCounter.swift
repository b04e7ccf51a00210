/// Counts pages and lines on the way through a text, as spans do: line feeds end lines, form feeds end pages.
package struct PlaceCounter {
  /// Page and line of the place reached, from 1.
  package private(set) var (page, line) = (1, 1)
  private var offset = 0

  /// A counter at the start of a text.
  package init() {}

  /// Goes on to the UTF-8 offset `target` of `text`; going back is not possible. O(way).
  package mutating func move(to target: Int, in text: [UInt8]) {
    while offset < min(target, text.count) {
      if text[offset] == 0x0A { line += 1 }
      if text[offset] == 0x0C { page += 1 }
      offset += 1
    }
  }
}
