import Decoding
import Platform

/// Decoders with their buffers, lent to one call at a time.
///
/// What a decoder remembers between calls is a pure function of single words, so whom it served before never
/// shows in a result.
final class DecoderPool: @unchecked Sendable {
  // Sendable because the lock guards the only mutable state.
  private let models: DecoderModels
  private let lock = Lock()
  private var idle: [Decoder] = []

  init(models: DecoderModels) { self.models = models }

  /// Runs `body` with a decoder of its own.
  func with<Result, Failure: Error>(_ body: (Decoder) throws(Failure) -> Result) throws(Failure) -> Result {
    let decoder = lock.withLock { idle.popLast() } ?? Decoder(models: models)
    defer { lock.withLock { idle.append(decoder) } }
    return try body(decoder)
  }
}
