import PhucHoi
import Platform

/// Compares models with their checksums while a command works, where there is a core to spare: who waits for a line does
/// not wait for some ten milliseconds more. Nothing is compared before the first output is out.
final class ModelCheck: @unchecked Sendable {
  // Sendable because the group orders the writing of what is found before its reading; the rest belongs to one thread.
  private let models: Models
  private let group = DispatchGroup()
  private var failure: PhucHoiError?
  private var isBegun = false

  /// A check of `models` that has not begun.
  init(_ models: Models) { self.models = models }

  /// Begins the check, if more than one core is there and it has not begun.
  func begin() {
    guard !isBegun, Surroundings.cores > 1 else { return }
    isBegun = true
    DispatchQueue.global().async(group: group) { self.check() }
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
