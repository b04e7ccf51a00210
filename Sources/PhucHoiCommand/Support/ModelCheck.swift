import PhucHoi
import Platform

/// Compares models with their checksums while a command works, where there is a core to spare: who waits for a line does
/// not wait for some ten milliseconds more.
final class ModelCheck: @unchecked Sendable {
  // Sendable because the group orders the writing of the only mutable state before its reading.
  private let models: Models
  private let group = DispatchGroup()
  private var failure: PhucHoiError?
  private let isBegun: Bool

  /// Begins to check `models`, if more than one core is there.
  init(_ models: Models) {
    self.models = models
    isBegun = ProcessInfo.processInfo.activeProcessorCount > 1
    if isBegun { DispatchQueue.global().async(group: group) { self.check() } }
  }

  private func check() {
    do throws(PhucHoiError) { try models.verify() } catch { failure = error }
  }

  /// Waits until all is checked. Throws `CommandFailure` PH-3002 where a model is damaged: what was printed may be wrong.
  func finish() throws(CommandFailure) {
    if isBegun { group.wait() } else { check() }
    if let failure { throw CommandFailure(failure) }
  }
}
