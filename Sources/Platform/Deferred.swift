/// A value that is made when it is first asked for, and then stays: what a run may never need.
package final class Deferred<Value: Sendable>: @unchecked Sendable {
  // Sendable because the lock guards the only mutable state.
  private let make: @Sendable () -> Value
  private let lock = Lock()
  private var made: Value?

  /// What `make` returns, which is called once at most.
  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  package var value: Value {
    lock.withLock {
      if let made { return made }
      let fresh = make()
      made = fresh
      return fresh
    }
  }
}
