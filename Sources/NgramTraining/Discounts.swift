/// What modified Kneser-Ney smoothing takes from counts of one, two, and three or more (Chen and Goodman 1998).
struct Discounts: Sendable, Equatable {
  let one: Float
  let two: Float
  let more: Float

  /// What large corpora come to; for texts too small to estimate it.
  static let fallback = Discounts(one: 0.5, two: 1, more: 1.5)

  init(one: Float, two: Float, more: Float) {
    (self.one, self.two, self.more) = (one, two, more)
  }

  /// Estimates the discounts from how many n-grams have each of the counts 1 to 4; nil where that gives none
  /// between 0 and the count.
  init?(counts: [UInt32]) {
    var frequency = [Double](repeating: 0, count: 5)
    for count in counts where count > 0 && count < 5 { frequency[Int(count)] += 1 }
    guard frequency[1...].allSatisfy({ $0 > 0 }) else { return nil }
    let share = frequency[1] / (frequency[1] + 2 * frequency[2])
    let values = (1...3).map { Double($0) - Double($0 + 1) * share * frequency[$0 + 1] / frequency[$0] }
    guard zip(values, 1...3).allSatisfy({ $0 > 0 && $0 < Double($1) }) else { return nil }
    self.init(one: Float(values[0]), two: Float(values[1]), more: Float(values[2]))
  }

  /// The discount of `count`.
  @inline(__always)
  func of(_ count: UInt32) -> Float {
    switch count {
    case 0: 0
    case 1: one
    case 2: two
    default: more
    }
  }
}
