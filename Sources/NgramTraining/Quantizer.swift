/// A code book of 256 values for log10 probabilities or weights: equal shares of the sorted values first, then
/// a few rounds of Lloyd's algorithm. The largest error is small where values are dense.
struct Quantizer: Sendable {
  /// The values behind the codes, ascending.
  let codes: [Float]

  /// Fits a code book to `values`; O(n log n) on a sample of at most a million.
  init(_ values: [Float]) {
    let step = max(1, values.count >> 20)
    let sample = stride(from: 0, to: values.count, by: step).map { values[$0] }.sorted()
    guard let last = sample.last else {
      codes = [Float](repeating: 0, count: 256)
      return
    }
    var codes = (0..<256).map { sample[min(sample.count - 1, ($0 * 2 + 1) * sample.count / 512)] }
    for _ in 0..<8 { codes = Self.refined(codes, sample) }
    codes[255] = max(codes[255], min(last, 0))
    self.codes = codes
  }

  /// The code nearest to `value`.
  func code(_ value: Float) -> UInt8 {
    var (low, high) = (0, 255)
    while low < high {
      let middle = (low + high) / 2
      if (codes[middle] + codes[middle + 1]) / 2 < value { low = middle + 1 } else { high = middle }
    }
    return UInt8(low)
  }

  /// Moves every code to the mean of the values nearest to it.
  private static func refined(_ codes: [Float], _ sample: [Float]) -> [Float] {
    var result = codes
    var position = 0
    for code in codes.indices {
      let edge = code + 1 < codes.count ? (codes[code] + codes[code + 1]) / 2 : .infinity
      var (sum, count) = (0.0, 0)
      while position < sample.count, sample[position] <= edge {
        sum += Double(sample[position])
        count += 1
        position += 1
      }
      if count > 0 { result[code] = Float(sum / Double(count)) }
    }
    return result.sorted()
  }
}
