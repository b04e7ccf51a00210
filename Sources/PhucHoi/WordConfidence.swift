import Decoding
import VietText

/// What an OCR engine thought of one of its words (`x_wconf` of hOCR, `WC` of ALTO).
public struct WordConfidence: Sendable, Equatable {
  /// UTF-8 range of the word in the decoded input.
  public var range: Range<Int>
  /// 0 to 1.
  public var value: Double

  /// Makes a confidence from its parts.
  public init(range: Range<Int>, value: Double) {
    self.range = range
    self.value = value
  }

  /// The confidences of `words` (sorted, not overlapping) at their places in the normalised text. O(n).
  static func placed(
    _ words: [WordConfidence], _ aligned: AlignedText, _ source: SourceText
  ) -> [EngineConfidence] {
    var confidences: [EngineConfidence] = []
    confidences.reserveCapacity(words.count)
    var (next, shift, scalar) = (0, 0, 0)
    /// The scalar at or behind which `offset` of the input has gone; asked for in ascending order.
    func place(_ offset: Int) -> Int {
      while next < aligned.replacements.count, aligned.replacements[next].range.upperBound <= offset {
        let replacement = aligned.replacements[next]
        shift += replacement.text.utf8.count - replacement.range.count
        next += 1
      }
      // An offset within a replacement goes to its start.
      let start = next < aligned.replacements.count ? aligned.replacements[next].range.lowerBound : offset
      let target = min(offset, start) + shift
      while scalar < source.scalars.count, Int(source.offsets[scalar]) < target { scalar += 1 }
      return scalar
    }
    var end = 0
    for word in words where word.range.lowerBound >= end && !word.range.isEmpty {
      end = word.range.upperBound
      let (lower, upper) = (place(word.range.lowerBound), place(word.range.upperBound))
      if lower < upper {
        confidences.append(EngineConfidence(range: lower..<upper, value: Float(word.value)))
      }
    }
    return confidences
  }
}
