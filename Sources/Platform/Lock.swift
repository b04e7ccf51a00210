/// A lock that one thread holds at a time; for state whose class says that it guards it.
package class Lock: @unchecked Sendable {
  // Sendable because the system's mutex is made for many threads; it needs a fixed address.
  fileprivate let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// A lock that nobody holds.
  package init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Waits for the lock and takes it.
  package func lock() { pthread_mutex_lock(mutex) }

  /// Gives the lock back.
  package func unlock() { pthread_mutex_unlock(mutex) }

  /// Calls `body` while the lock is held; what it returns or throws comes back.
  package func withLock<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock()
    defer { unlock() }
    return try body()
  }
}

/// A lock whose holder can wait until another thread tells of a change.
package final class Condition: Lock, @unchecked Sendable {
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// A condition whose lock nobody holds.
  package override init() {
    super.init()
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
  }

  /// Gives the lock back until a change is told; wakes now and then without one, so ask again.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// The same, until `date` at the latest.
  package func wait(until date: Date) {
    let seconds = max(0, date.timeIntervalSince1970)
    var limit = timespec()
    limit.tv_sec = Int(min(seconds, 1e12))
    limit.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
    pthread_cond_timedwait(condition, mutex, &limit)
  }

  /// Wakes all that wait.
  package func broadcast() { pthread_cond_broadcast(condition) }
}
