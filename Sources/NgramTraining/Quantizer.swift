/// Bits of the codes for probabilities and backoff weights.
public struct CodeBits: Sendable, Equatable {
  /// Bits of a bigram's probability.
  public var bigram = 8
  /// Bits of a trigram's probability.
  public var trigram = 8
  /// Bits of a fourgram's probability.
  public var fourgram = 8
  /// Bits of a backoff weight.
  public var backoff = 8

  /// Eight bits each.
  public init() {}

  /// The same number of bits (1 to 20) for all.
  public init(all bits: Int) { (bigram, trigram, fourgram, backoff) = (bits, bits, bits, bits) }

  var isValid: Bool { [bigram, trigram, fourgram, backoff].allSatisfy((1...20).contains) }
}

/// A code book for log10 probabilities or weights: equal shares of the sorted values first, then
/// a few rounds of Lloyd's algorithm. The largest error is small where values are dense.
struct Quantizer: Sendable {
  /// The values behind the codes, ascending.
  let codes: [Float]
  /// Bits of a code.
  let bits: Int

  /// Fits a code book of two to the `bits` values to `values`; O(n log n) on a sample of a million or two.
  init(_ values: [Float], bits: Int) {
    self.bits = bits
    let size = 1 << bits
    let step = max(1, values.count >> 20)
    let sample = stride(from: 0, to: values.count, by: step).map { values[$0] }.sorted()
    guard let last = sample.last else {
      codes = [Float](repeating: 0, count: size)
      return
    }
    var codes = (0..<size).map { sample[min(sample.count - 1, ($0 * 2 + 1) * sample.count / (2 * size))] }
    for _ in 0..<8 { codes = Self.refined(codes, sample) }
    codes[size - 1] = max(codes[size - 1], min(last, 0))
    self.codes = codes
  }

  /// The code nearest to `value`.
  func code(_ value: Float) -> Int {
    var (low, high) = (0, codes.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if (codes[middle] + codes[middle + 1]) / 2 < value { low = middle + 1 } else { high = middle }
    }
    return low
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
