import JSON
import PhucHoiFormats

/// Adds boxes and ids of words to spans, for files that have them.
public enum SpanPlaces {
  /// `value` with `box` and `words` in every span inside it. `offset` turns a UTF-8 offset into what is written in
  /// its place.
  public static func adding(
    to value: JSONValue, _ page: PageDocument, offset: (Int) -> Int = { $0 }
  ) -> JSONValue {
    guard !page.words.isEmpty else { return value }
    switch value {
    case .array(let values): return .array(values.map { adding(to: $0, page, offset: offset) })
    case .object(let members):
      return .object(
        members.map { member in
          .init(
            member.key,
            member.key == "span"
              ? placed(member.value, page, offset) : adding(to: member.value, page, offset: offset))
        })
    default: return value
    }
  }

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

  private static func placed(_ span: JSONValue, _ page: PageDocument, _ offset: (Int) -> Int) -> JSONValue {
    guard case .object(let members) = span, let start = span["start"]?.int, let end = span["end"]?.int,
      start <= end
    else { return span }
    let counted = members.map { member in
      switch member.key {
      case "start": JSONValue.Member(member.key, .integer(offset(start)))
      case "end": JSONValue.Member(member.key, .integer(offset(end)))
      default: member
      }
    }
    return .object(counted + self.members(of: start..<end, page))
  }
}
