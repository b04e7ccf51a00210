import Platform

/// Where one reader, many workers and one writer meet: numbered items in, numbered answers out, in order.
final class OrderedBoard<Item: Sendable, Answer: Sendable>: @unchecked Sendable {
  // Everything below is guarded by the condition's lock.
  private let condition = Condition()
  private var slots: [Int: Slot] = [:]
  private var (submitted, taken, written) = (0, 0, 0)
  private var pendingBytes = 0
  private var isClosed = false
  private var isStopped = false
  /// Items whose answers are being put away.
  private var claimed = 0
  private var readFailure: (any Error)?
  private let window: Int
  private let byteWindow: Int

  private struct Slot {
    var item: Item
    var byteCount: Int
    var since: Date?
    var isClaimed = false
    var answer: Answer?
  }

  /// What the writer gets.
  enum Next {
    /// The next answer in order.
    case answer(Answer)
    /// No answer yet, after the time that was given.
    case notYet
    /// The next item has been worked on for too long.
    case overdue(Item)
    /// All is written.
    case end
  }

  /// A board for at most `window` items or `byteWindow` bytes in flight.
  init(window: Int, byteWindow: Int = .max) {
    self.window = window
    self.byteWindow = byteWindow
  }

  /// Puts the next item up; waits while too many are in flight. False when the writer has stopped.
  @discardableResult
  func submit(_ item: Item, byteCount: Int = 0) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, submitted - written >= window || (pendingBytes > byteWindow && submitted > written) {
      condition.wait()
    }
    guard !isStopped else { return false }
    slots[submitted] = Slot(item: item, byteCount: byteCount)
    pendingBytes += byteCount
    submitted += 1
    condition.broadcast()
    return true
  }

  /// Says that no more items come, and why, if something failed.
  func close(_ failure: (any Error)? = nil) {
    condition.lock()
    isClosed = true
    readFailure = failure
    condition.broadcast()
    condition.unlock()
  }

  /// Says that no more answers are wanted; waits for those that are being put away.
  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    while claimed > 0 { condition.wait() }
    condition.unlock()
  }

  /// An item to work on; nil when there will be none.
  func take() -> (number: Int, item: Item)? {
    condition.lock()
    defer { condition.unlock() }
    while taken == submitted || isStopped {
      if isClosed || isStopped { return nil }
      condition.wait()
    }
    let number = taken
    taken += 1
    guard let item = slots[number]?.item else { return nil }
    slots[number]?.since = Date()
    // The writer has to know from when on the time counts.
    condition.broadcast()
    return (number, item)
  }

  /// Whether the answer is still wanted; from then on it is waited for, however long it takes to be put away.
  func claim(_ number: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard !isStopped, slots[number] != nil else { return false }
    slots[number]?.isClaimed = true
    claimed += 1
    return true
  }

  /// Hands in an answer; false when it comes too late.
  @discardableResult
  func finish(_ number: Int, _ answer: Answer) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard slots[number] != nil else { return false }
    if slots[number]?.isClaimed == true { claimed -= 1 }
    slots[number]?.answer = answer
    condition.broadcast()
    return true
  }

  /// The next answer in order; waits at most `patience` seconds, and no longer than `timeout` for one item.
  func next(patience: Double, timeout: Double) throws -> Next {
    condition.lock()
    defer { condition.unlock() }
    let limit = Date(timeIntervalSinceNow: patience)
    while true {
      var wake = limit
      if let slot = slots[written] {
        if let answer = slot.answer {
          leave(slot)
          return .answer(answer)
        }
        if !slot.isClaimed, let deadline = slot.since?.addingTimeInterval(timeout) {
          if deadline <= Date() {
            leave(slot)
            return .overdue(slot.item)
          }
          wake = min(limit, deadline)
        }
      } else if isClosed, written == submitted {
        if let readFailure { throw readFailure }
        return .end
      }
      if limit <= Date() { return .notYet }
      condition.wait(until: wake)
    }
  }

  private func leave(_ slot: Slot) {
    slots[written] = nil
    pendingBytes -= slot.byteCount
    written += 1
    condition.broadcast()
  }
}
