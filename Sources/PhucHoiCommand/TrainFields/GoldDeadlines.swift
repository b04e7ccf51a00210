import Extraction
import JSON

/// The deadlines of a right record, to be found in the text.
struct GoldDeadlines {
  /// ISO date and words, in order.
  private var deadlines: [(date: String, words: [UInt8])]

  /// How many were not found.
  var rest: Int { deadlines.count }

  /// The deadlines of all documents of a record that have a date.
  init(_ record: JSONValue) {
    let documents = record["documents"]?.elements ?? [record]
    deadlines = documents.flatMap { $0["deadlines"]?.elements ?? [] }.compactMap { deadline in
      let date = deadline["date"]
      guard let iso = date?.string ?? date?["value"]?.string else { return nil }
      return (iso, Self.squeezed(deadline["text"]?.string ?? ""))
    }
  }

  /// Whether each date of a document is one of the deadlines: that which stands in the words of one first, then any with
  /// its date.
  mutating func labels(of example: DeadlineExample, in text: String) -> [Bool] {
    let bytes = Array(text.utf8)
    var labels = example.candidates.map { _ in false }
    for byWords in [true, false] {
      for (place, candidate) in example.candidates.enumerated() where !labels[place] {
        let found = deadlines.firstIndex {
          $0.date == candidate.iso && (!byWords || Self.holds(bytes, candidate.range, $0.words))
        }
        if let found {
          labels[place] = true
          deadlines.remove(at: found)
        }
      }
    }
    return labels
  }

  /// Whether the words that a record gives stand around a date.
  private static func holds(_ text: [UInt8], _ range: Range<Int>, _ words: [UInt8]) -> Bool {
    guard !words.isEmpty else { return false }
    let around = text[
      max(0, range.lowerBound - 2 * words.count)..<min(text.count, range.upperBound + 2 * words.count)]
    let squeezed = squeezed(around)
    return squeezed.indices.contains { squeezed[$0...].starts(with: words) }
  }

  /// The bytes without blanks.
  private static func squeezed(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }

  private static func squeezed(_ text: String) -> [UInt8] { squeezed(text.utf8) }
}
