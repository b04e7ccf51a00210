import Platform

extension WorkLimits {
  /// What `work` makes, or the failure of the limit that is met first, within some milliseconds of it.
  ///
  /// Work that looks at its limits seldom goes on, on a thread of its own, until it looks at the signal that it is given;
  /// nobody hears of what it makes then. Without limits it is done on this thread.
  package func answer<Value: Sendable>(
    _ work: @escaping @Sendable (OrderedWorkSignal) -> Value
  ) throws(PhucHoiError) -> Value {
    let signal = OrderedWorkSignal()
    let clock = try WorkClock(self, bytes: 0)
    try clock.check()
    guard areWatched else { return work(signal) }
    let answer = LateAnswer<Value>()
    startThread { answer.put(work(signal)) }
    while true {
      if let value = answer.take(within: 0.01) { return value }
      do throws(PhucHoiError) {
        try clock.check()
      } catch {
        signal.stop()
        throw error
      }
    }
  }
}

/// A value that another thread will make.
private final class LateAnswer<Value: Sendable>: @unchecked Sendable {
  // Sendable because the condition guards the value.
  private let condition = Condition()
  private var value: Value?

  func put(_ value: Value) {
    condition.withLock { self.value = value }
    condition.broadcast()
  }

  /// The value, if it comes within so many seconds.
  func take(within seconds: Double) -> Value? {
    let limit = Date(timeIntervalSinceNow: seconds)
    return condition.withLock {
      while value == nil, Date() < limit { condition.wait(until: limit) }
      return value
    }
  }
}
