/// The values of one measurement over several runs.
struct Series: Encodable {
  /// What was measured.
  var name: String
  /// In what.
  var unit: String
  /// How many runs were counted, after the warm-up.
  var runs: Int
  var min: Double
  var median: Double
  var max: Double

  /// Sums up `values`, of which there is at least one.
  init(name: String, unit: String, values: [Double]) {
    let sorted = values.sorted()
    self.name = name
    self.unit = unit
    runs = sorted.count
    min = sorted.first ?? 0
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    max = sorted.last ?? 0
  }

  /// Runs `body` `warmUps` times for nothing, then `runs` times for its value.
  static func measure(_ name: String, unit: String, warmUps: Int, runs: Int, _ body: () throws -> Double)
    rethrows -> Series
  {
    for _ in 0..<warmUps { _ = try body() }
    return Series(name: name, unit: unit, values: try (0..<runs).map { _ in try body() })
  }
}
