/// A thread with a stack that deep recursion fits in, for work that may wait.
package func startThread(_ body: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 8 << 20)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let work = Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let status = pthread_create(
    &thread, &attributes,
    { context in
      // The system hands out what it was given below.
      let context: UnsafeMutableRawPointer? = context
      if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }, work.toOpaque())
  guard status != 0 else { return }
  // A system that gives no thread of our own may still have one of those that all share.
  work.release()
  DispatchQueue.global().async(execute: body)
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Work in the order in which it came, on a few threads at once.
package final class WorkQueue: @unchecked Sendable {
  // Sendable because the lock guards what is below it.
  private let lock = Lock()
  private var waiting: [@Sendable () -> Void] = []
  private var running = 0
  private let most: Int
  private let group = DispatchGroup()

  /// A queue whose work runs on at most `threads` threads.
  package init(threads: Int) { most = max(1, threads) }

  /// Lets `body` be called when its turn comes.
  package func add(_ body: @escaping @Sendable () -> Void) {
    let isNew = lock.withLock { () -> Bool in
      waiting.append(body)
      guard running < most else { return false }
      running += 1
      return true
    }
    if isNew { DispatchQueue.global().async(group: group) { self.work() } }
  }

  /// Returns when nothing is left.
  package func waitUntilDone() { group.wait() }

  private func work() {
    while true {
      let body = lock.withLock { () -> (@Sendable () -> Void)? in
        guard !waiting.isEmpty else {
          running -= 1
          return nil
        }
        return waiting.removeFirst()
      }
      guard let body else { return }
      body()
    }
  }
}
