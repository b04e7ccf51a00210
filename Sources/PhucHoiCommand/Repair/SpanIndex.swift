import ArgumentParser
import JSON
import PhucHoiArchive
import PhucHoiFormats

/// What offsets in spans count.
enum OffsetUnit: String, Sendable, CaseIterable, ExpressibleByArgument {
  case utf8
  case utf16
  case scalar
}

/// Turns UTF-8 ranges of a text into spans: page, line, and offsets in the unit that was asked for.
///
/// Form feeds begin pages, line feeds begin lines; lines are counted through the whole text. Building is O(n),
/// each span O(log n).
struct SpanIndex: Sendable {
  private var lineStarts = [0]
  private var pageStarts = [0]
  /// UTF-8 offset and offset in `unit` at every 64th scalar, or none where the unit is UTF-8.
  private var marks: [(utf8: Int, unit: Int)] = []
  private let bytes: [UInt8]
  private let page: PageDocument?
  private let unit: OffsetUnit

  /// Indexes `text`; spans on `page` carry a box and the ids of words.
  init(_ text: String, unit: OffsetUnit, page: PageDocument? = nil) {
    self.page = page
    bytes = Array(text.utf8)
    self.unit = unit
    var offset = 0
    for (index, byte) in bytes.enumerated() {
      if unit != .utf8, index % 64 == 0 { marks.append((index, offset)) }
      offset += Self.width(byte, unit)
      if byte == 0x0A { lineStarts.append(index + 1) }
      if byte == 0x0C { pageStarts.append(index + 1) }
    }
  }

  /// The span of a UTF-8 range.
  func span(_ range: Range<Int>) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("page", .integer(Self.rank(of: range.lowerBound, in: pageStarts))),
      .init("line", .integer(Self.rank(of: range.lowerBound, in: lineStarts))),
      .init("start", .integer(offset(range.lowerBound))), .init("end", .integer(offset(range.upperBound))),
    ]
    return .object(members + (page.map { SpanPlaces.members(of: range, $0) } ?? []))
  }

  /// The offset in the unit of a UTF-8 offset that stands before a scalar.
  func offset(_ utf8: Int) -> Int {
    guard unit != .utf8, !marks.isEmpty else { return utf8 }
    let mark = marks[min(utf8 / 64, marks.count - 1)]
    return bytes[mark.utf8..<utf8].reduce(mark.unit) { $0 + Self.width($1, unit) }
  }

  /// What a byte adds: a scalar counts at its first byte, a surrogate pair as two.
  private static func width(_ byte: UInt8, _ unit: OffsetUnit) -> Int {
    byte & 0xC0 == 0x80 ? 0 : unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  private static func rank(of offset: Int, in starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
