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

  /// The confidences of `words` (sorted, not overlapping) at their places in `source`, the text of
  /// `aligned`. O(n).
  static func placed(
    _ words: [WordConfidence], _ aligned: AlignedText, _ source: SourceText
  ) -> [EngineConfidence] {
    var end = 0
    let usable = words.filter { word in
      guard word.range.lowerBound >= end, !word.range.isEmpty else { return false }
      end = word.range.upperBound
      return true
    }
    return zip(usable, aligned.scalarRanges(of: usable.map(\.range), in: source)).compactMap { word, range in
      range.isEmpty ? nil : EngineConfidence(range: range, value: Float(word.value))
    }
  }
}
