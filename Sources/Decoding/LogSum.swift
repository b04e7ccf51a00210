import Platform

/// Sums of probabilities in log10, by table.
enum LogSum {
  private static let step: Float = 64
  private static let limit: Float = 6
  /// Never freed: read in the innermost loops.
  nonisolated(unsafe) private static let table: UnsafePointer<Float> = {
    let count = Int(limit * step) + 1
    let table = UnsafeMutablePointer<Float>.allocate(capacity: count)
    for index in 0..<count {
      table[index] = Platform.log10(1 + Platform.pow(10, -Float(index) / step))
    }
    return UnsafePointer(table)
  }()

  /// log10(10^a + 10^b), to 0.003.
  @inline(__always)
  static func add(_ a: Float, _ b: Float) -> Float {
    let (high, low) = a > b ? (a, b) : (b, a)
    let difference = high - low
    guard difference < limit else { return high }
    return high + table[Int(difference * step)]
  }

  /// 10^x.
  @inline(__always)
  static func power(_ x: Float) -> Float { Platform.exp2(x * 3.321928) }
}
