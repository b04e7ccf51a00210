/// What the engine that read a text thought of one of its words.
public struct EngineConfidence: Sendable, Equatable {
  /// Scalar range of the word in the source.
  public var range: Range<Int>
  /// 0 to 1.
  public var value: Float

  /// Makes a confidence from its parts.
  public init(range: Range<Int>, value: Float) {
    self.range = range
    self.value = value
  }
}

/// How an engine's confidences weigh beside the channel.
///
/// log10 P(confidence | word right) / P(confidence | word wrong), by which a change of the word becomes dearer or, where
/// it is negative, cheaper. Measured with `Scripts/word_confidences.py` on the composed documents, 13,000 words read by
/// Tesseract with Vietnamese and 13,000 without; straight lines between the knots, and tempered because the channel
/// and the share of unknown words around tell part of the same.
enum ConfidenceCost {
  private static let knots: [Float] = [0, 0.5, 0.75, 0.83, 0.88, 0.92, 0.94, 0.955, 0.965, 1]
  private static let marked: [Float] = [-1.5, -1.3, -1.2, -1.05, -0.8, -0.5, -0.1, 0.1, 0.9, 1.3]
  private static let unmarked: [Float] = [-0.9, -0.7, -0.5, -0.4, -0.1, 0.05, 0.3, 0.35, 0.5, 0.6]

  /// What a change of a word of this confidence costs beyond the channel, log10; `losesMarks`: whether the engine
  /// knew no Vietnamese.
  static func cost(_ value: Float, losesMarks: Bool) -> Float {
    let costs = losesMarks ? unmarked : marked
    let value = max(0, min(1, value))
    let high = knots.firstIndex { $0 >= value } ?? knots.count - 1
    guard high > 0 else { return weight * costs[0] }
    let share = (value - knots[high - 1]) / (knots[high] - knots[high - 1])
    return weight * (costs[high - 1] + share * (costs[high] - costs[high - 1]))
  }

  private static let weight: Float = 0.9
}

extension [EngineConfidence] {
  /// The least confidence of the words that `range` touches; nil where none is known. O(log n).
  func least(in range: Range<Int>) -> Float? {
    guard !isEmpty else { return nil }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var least: Float?
    while low < count, self[low].range.lowerBound < range.upperBound {
      least = Swift.min(least ?? 1, self[low].value)
      low += 1
    }
    return least
  }
}
