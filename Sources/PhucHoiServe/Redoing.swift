import JSON
import PhucHoiArchive
import Platform

/// Does files again with what was decided, on a thread of its own, one run at a time.
final class Redoing: @unchecked Sendable {
  private let redo: ReviewSite.Redo?
  // The lock guards what is below.
  private let lock = Lock()
  private var state = "idle"
  private var count = 0
  private var message = ""

  /// Something that does files again by `redo`.
  init(redo: ReviewSite.Redo?) { self.redo = redo }

  /// How it stands.
  var json: JSONValue {
    lock.withLock {
      .object([
        ("state", .string(redo == nil ? "none" : state)), ("count", .integer(count)),
        ("message", .string(message)),
      ])
    }
  }

  /// Begins with the inputs `paths`; false where a run is at work, or there is nothing that could do it.
  func start(_ paths: Set<String>) -> Bool {
    guard let redo else { return false }
    let isFree = lock.withLock { () -> Bool in
      guard state != "running" else { return false }
      (state, count, message) = ("running", paths.count, "")
      return true
    }
    guard isFree else { return false }
    startThread { [self] in
      do throws(ReviewSite.RedoFailure) {
        let done = try redo(paths)
        lock.withLock { (state, count) = ("done", done) }
      } catch {
        lock.withLock { (state, message) = ("failed", error.message) }
      }
    }
    return true
  }
}
