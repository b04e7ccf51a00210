/// A replacement of a piece of source text by other text.
public struct Replacement: Sendable, Equatable {
  /// Half-open range of UTF-8 offsets in the source.
  public var range: Range<Int>
  /// What stands there afterwards.
  public var text: String

  /// Makes a replacement from its parts.
  public init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }
}

/// A source text, the text that replacements make of it, and the way back from every place of the second to
/// the first.
///
/// Offsets are UTF-8 offsets. Mapping back is O(log n) in the number of replacements.
public struct AlignedText: Sendable {
  /// The text before.
  public let source: String
  /// The text after.
  public let text: String
  /// What was replaced, in order, not overlapping.
  public let replacements: [Replacement]
  /// Where each replacement starts in `text`.
  private let starts: [Int]

  /// Applies `replacements` (sorted, not overlapping, on scalar boundaries) to `source`.
  public init(source: String, replacements: [Replacement] = []) {
    self.source = source
    self.replacements = replacements
    guard !replacements.isEmpty else {
      (text, starts) = (source, [])
      return
    }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    starts.reserveCapacity(replacements.count)
    let input = Array(source.utf8)
    bytes.reserveCapacity(input.count + 16)
    var cursor = 0
    for replacement in replacements {
      bytes.append(contentsOf: input[cursor..<replacement.range.lowerBound])
      starts.append(bytes.count)
      bytes.append(contentsOf: replacement.text.utf8)
      cursor = replacement.range.upperBound
    }
    bytes.append(contentsOf: input[cursor...])
    self.starts = starts
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Where replacement number `index` stands in `text`, as a UTF-8 range.
  func range(ofReplacement index: Int) -> Range<Int> {
    starts[index]..<starts[index] + replacements[index].text.utf8.count
  }

  /// The source range behind `range` of `text`; a range that cuts a replacement takes the whole of it.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(range.lowerBound, roundUp: false)
    let upper = range.isEmpty ? lower : sourceOffset(range.upperBound, roundUp: true)
    return lower..<max(lower, upper)
  }

  private func sourceOffset(_ offset: Int, roundUp: Bool) -> Int {
    // The last replacement that starts at or before the offset (strictly before when an end is asked for).
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if roundUp ? starts[middle] < offset : starts[middle] <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return offset }
    let replacement = replacements[low - 1]
    let within = offset - starts[low - 1]
    let length = replacement.text.utf8.count
    if within < length { return roundUp ? replacement.range.upperBound : replacement.range.lowerBound }
    return replacement.range.upperBound + within - length
  }
}
