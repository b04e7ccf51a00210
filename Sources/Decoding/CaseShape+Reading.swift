import ChannelModel
import VietText

extension CaseShape {
  /// Reads the shape of a seen word; letters that OCR broke decide less than the whole.
  init(of scalars: ArraySlice<UInt32>, inUpperLine: Bool) {
    var (upper, lower, others) = (0, 0, 0)
    for scalar in scalars {
      if !VietLetter.isLetter(scalar) {
        others += 1
      } else if VietLetter.isUppercase(scalar) {
        upper += 1
      } else {
        lower += 1
      }
    }
    let first = scalars.first ?? 0
    if upper == 0 {
      self = lower <= 1 && others > 0 && inUpperLine ? .upper : .lower
      if inUpperLine, lower > 0, lower <= 2, upper == 0, scalars.count <= 2 { self = .upper }
    } else if inUpperLine, upper >= lower {
      self = .upper
    } else if Self.isCapitalWithLookAlike(scalars, upper, lower) {
      self = .capitalized
    } else if upper >= 2, upper > lower {
      self = .upper
    } else if VietLetter.isUppercase(first) {
      self = .capitalized
    } else if !VietLetter.isLetter(first), upper == 1, lower <= 1 {
      self = inUpperLine ? .upper : .lower
    } else {
      self = .lower
    }
  }

  /// `BO`, `GOp` in a line of small letters: the second capital is a small letter that looks like it.
  private static func isCapitalWithLookAlike(_ scalars: ArraySlice<UInt32>, _ upper: Int, _ lower: Int)
    -> Bool
  {
    guard scalars.count <= 4, upper == 2, let first = scalars.first, VietLetter.isUppercase(first) else {
      return false
    }
    return lower > 0 || scalars.count == 2
  }

  /// `word` (lower case) in this shape.
  func apply(to word: [UInt32]) -> [UInt32] {
    switch self {
    case .lower: word
    case .upper: word.map(VietLetter.uppercased)
    case .capitalized:
      word.enumerated().map { $0.offset == 0 ? VietLetter.uppercased($0.element) : $0.element }
    }
  }
}
