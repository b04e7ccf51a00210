/// The weights of a model in training and the sums of their squared gradients.
///
/// Shards write to separate parts, which makes sharing it safe.
final class WeightTable: @unchecked Sendable {
  /// Binary logarithm of the number of weights.
  let bits: Int
  /// The weights.
  let weights: UnsafeMutableBufferPointer<Float>
  /// Sums of squared gradients.
  let squares: UnsafeMutableBufferPointer<Float>

  init(bits: Int) {
    self.bits = bits
    weights = .allocate(capacity: 1 << bits)
    squares = .allocate(capacity: 1 << bits)
    weights.initialize(repeating: 0)
    squares.initialize(repeating: 0)
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
  }
}
