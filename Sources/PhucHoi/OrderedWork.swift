import Platform

/// Works on numbered items on several threads and hands out what comes of them in order, on the thread that asked.
///
/// A few items are worked on ahead of the one that is waited for, so that memory does not grow with their number.
package struct OrderedWork: Sendable {
  private let count: Int
  private let threads: Int

  /// `count` items for `threads` threads.
  package init(count: Int, threads: Int) { (self.count, self.threads) = (count, max(1, min(threads, count))) }

  /// Calls `work` with the number of each item, on any thread, and `visit` with what it returns, in order. Before each
  /// item and every few milliseconds `poll` is asked whether to go on: what it or `visit` throws ends the run at once;
  /// `work` sees that by its second argument and should return early, nobody looks at the result.
  package func run<Value: Sendable, Failure: Error>(
    poll: () throws(Failure) -> Void, work: @escaping @Sendable (Int, OrderedWorkSignal) -> Value,
    visit: (Int, Value) throws(Failure) -> Void
  ) throws(Failure) {
    let board = OrderedWorkBoard<Value>(count: count, ahead: 2 * threads)
    for _ in 0..<threads {
      // Threads of their own: those of a run that was given up may still be at work.
      startThread {
        while let number = board.next() { board.put(work(number, board.signal), at: number) }
      }
    }
    defer {
      board.signal.stop()
      board.wake()
    }
    for number in 0..<count {
      // Also where the next item is always ready.
      try poll()
      var value = board.take(number)
      while value == nil {
        try poll()
        value = board.take(number)
      }
      if let value { try visit(number, value) }
    }
  }
}

/// Tells workers that nobody waits for them any more.
package final class OrderedWorkSignal: @unchecked Sendable {
  // Sendable because the lock guards the only mutable state.
  private let lock = Lock()
  private var stopped = false

  /// Whether the run has ended.
  package var isStopped: Bool { lock.withLock { stopped } }

  func stop() { lock.withLock { stopped = true } }
}

/// What threads share about the items.
private final class OrderedWorkBoard<Value: Sendable>: @unchecked Sendable {
  // Sendable because the condition guards all mutable state.
  let signal = OrderedWorkSignal()
  private let condition = Condition()
  private let (count, ahead): (Int, Int)
  private var started = 0
  private var taken = 0
  private var values: [Int: Value] = [:]

  init(count: Int, ahead: Int) { (self.count, self.ahead) = (count, ahead) }

  /// The number of the next item to work on; nil when there is none.
  func next() -> Int? {
    condition.withLock {
      while !signal.isStopped, started < count, started >= taken + ahead { condition.wait() }
      guard !signal.isStopped, started < count else { return nil }
      started += 1
      return started - 1
    }
  }

  func put(_ value: Value, at number: Int) {
    condition.withLock { values[number] = value }
    condition.broadcast()
  }

  /// What came of item `number`, if it comes within some milliseconds.
  func take(_ number: Int) -> Value? {
    let value = condition.withLock { () -> Value? in
      if values[number] == nil { condition.wait(until: Date(timeIntervalSinceNow: 0.01)) }
      guard let value = values.removeValue(forKey: number) else { return nil }
      taken = number + 1
      return value
    }
    if value != nil { condition.broadcast() }
    return value
  }

  /// With the lock, or a worker that is about to wait would miss it.
  func wake() { condition.withLock { condition.broadcast() } }
}
