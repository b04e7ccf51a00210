// Names and what they stand for are those of Foundation.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public protocol NSLocking {
  func lock()
  func unlock()
}

/// A mutex of POSIX.
public class NSLock: NSLocking, @unchecked Sendable {
  fileprivate let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  public convenience init() { self.init(kind: Int32(PTHREAD_MUTEX_NORMAL)) }
  fileprivate init(kind: Int32) {
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, kind)
    pthread_mutex_init(mutex, &attributes)
    pthread_mutexattr_destroy(&attributes)
  }
  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }
  public func lock() { pthread_mutex_lock(mutex) }
  public func unlock() { pthread_mutex_unlock(mutex) }
}

/// A mutex that its owner may lock again.
public final class NSRecursiveLock: NSLock, @unchecked Sendable {
  public convenience init() { self.init(kind: Int32(PTHREAD_MUTEX_RECURSIVE)) }
}

/// Values by keys; nothing is ever dropped.
public final class NSCache<Key: AnyObject & Hashable, Value: AnyObject>: @unchecked Sendable {
  private let mutex = NSLock()
  private var values: [Key: Value] = [:]
  public init() {}
  public func object(forKey key: Key) -> Value? {
    mutex.lock()
    defer { mutex.unlock() }
    return values[key]
  }
  public func setObject(_ value: Value, forKey key: Key) {
    mutex.lock()
    defer { mutex.unlock() }
    values[key] = value
  }
}
