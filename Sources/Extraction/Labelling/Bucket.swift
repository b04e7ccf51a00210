/// Numbers as few steps, so that features of them recur.
enum Bucket {
  /// 0 to 4 exact, then 5-6, 7-9, 10-14, 15-24, 25-59 and more.
  @inline(__always)
  static func count(_ value: Int) -> Int {
    switch value {
    case ..<5: max(0, value)
    case ..<7: 5
    case ..<10: 6
    case ..<15: 7
    case ..<25: 8
    case ..<60: 9
    default: 10
    }
  }

  /// A probability in fifths.
  @inline(__always)
  static func certainty(_ value: Float) -> Int {
    value >= 1 ? 5 : value >= 0.8 ? 4 : value >= 0.6 ? 3 : value >= 0.4 ? 2 : value >= 0.2 ? 1 : 0
  }

  /// A share in quarters; all and nothing apart.
  @inline(__always)
  static func share(_ value: Float) -> Int { value <= 0 ? 0 : value >= 1 ? 5 : 1 + Int(value * 4) }
}
