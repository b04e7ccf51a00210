/// What one call may cost: bytes, time, and whether its answer is still wanted.
///
/// A call answers a few milliseconds after its time is up or it is cancelled. Limits are looked at between the stages of
/// the work and after every few hundred words; on a long text the work is done on threads of its own, which end when they
/// come to the next look, and leave nothing behind.
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

  /// Whether anything but the length of the text may end a call.
  var areWatched: Bool { time != nil || isCancelled != nil || withUnsafeCurrentTask { $0 != nil } }

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

  /// A stage over a text of so many bytes may take tens of milliseconds.
  private static let longStage = 32 << 10

  /// Starts the clock. Throws PH-1101 where a text of `bytes` is too long.
  init(_ limits: WorkLimits, bytes: Int) throws(PhucHoiError) {
    if let limit = limits.bytes, bytes > limit {
      throw PhucHoiError(.tooLarge, "\(bytes) bytes of text, at most \(limit) are taken")
    }
    self.limits = limits
    end = limits.time.map { ContinuousClock.now + $0 }
  }

  /// Whether a limit may be met long before a stage of the work on `bytes` of text ends.
  func isSoonerThanAStage(of bytes: Int) -> Bool { bytes >= Self.longStage && limits.areWatched }

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
