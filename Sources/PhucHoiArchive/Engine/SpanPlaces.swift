import JSON
import PhucHoiFormats

/// Where ranges of a text stand on their pages, for files that tell.
public enum SpanPlaces {
  /// The members `box` and `words` of a span over `range`, a UTF-8 range of the text of `page`.
  ///
  /// A span over several pages has those of its first.
  public static func members(of range: Range<Int>, _ page: PageDocument) -> [JSONValue.Member] {
    let words = page.words(in: range.lowerBound..<max(range.upperBound, range.lowerBound + 1))
    guard let first = words.first else { return [] }
    let onPage = words.filter { $0.page == first.page }
    var members: [JSONValue.Member] = []
    let box = onPage.compactMap(\.box).reduce(nil) { (sum: Box?, box) in sum?.union(box) ?? box }
    if let box {
      members.append(.init("box", .array([box.x0, box.y0, box.x1, box.y1].map(JSONValue.decimal))))
    }
    let ids = onPage.compactMap(\.id)
    if !ids.isEmpty { members.append(.init("words", .array(ids.map(JSONValue.string)))) }
    return members
  }
}
