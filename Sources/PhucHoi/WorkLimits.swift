/// What one call may cost: bytes, time, and whether its answer is still wanted.
///
/// Limits are looked at between the stages of the work and after every few hundred words, so a call ends a few
/// milliseconds after its time is up or it is cancelled, and leaves nothing behind.
public struct WorkLimits: Sendable {
  /// The longest text that is taken, in UTF-8 bytes of the decoded input; nil for any.
  public var bytes: Int?
  /// The longest time that a call may take; nil for any.
  public var time: Duration?
  /// Asked now and then from the thread that works; true ends the call. The cancellation of the task that calls
  /// counts as well, with or without it.
  public var isCancelled: (@Sendable () -> Bool)?

  /// No limit but the cancellation of the task.
  public static let none = WorkLimits()

  /// The same with the time that is left of it since `start`.
  package func since(_ start: ContinuousClock.Instant) -> WorkLimits {
    var rest = self
    rest.time = time.map { $0 - (ContinuousClock.now - start) }
    return rest
  }

  /// Makes limits from their parts.
  public init(bytes: Int? = nil, time: Duration? = nil, isCancelled: (@Sendable () -> Bool)? = nil) {
    self.bytes = bytes
    self.time = time
    self.isCancelled = isCancelled
  }
}

/// The limits of a call that has begun.
struct WorkClock {
  private let limits: WorkLimits
  private let end: ContinuousClock.Instant?

  /// Starts the clock. Throws PH-1101 where a text of `bytes` is too long.
  init(_ limits: WorkLimits, bytes: Int) throws(PhucHoiError) {
    if let limit = limits.bytes, bytes > limit {
      throw PhucHoiError(.tooLarge, "\(bytes) bytes of text, at most \(limit) are taken")
    }
    self.limits = limits
    end = limits.time.map { ContinuousClock.now + $0 }
  }

  /// Throws PH-1103 where the call was cancelled, PH-1102 where its time is up.
  func check() throws(PhucHoiError) {
    if Task.isCancelled || limits.isCancelled?() == true {
      throw PhucHoiError(.cancelled, "the work was cancelled")
    }
    if let end, let time = limits.time, ContinuousClock.now >= end {
      throw PhucHoiError(.tooSlow, "not done within \(time)")
    }
  }
}
