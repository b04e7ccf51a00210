import Foundation
import Testing

@testable import Platform

/// What replaces the whole of Foundation does the same.
@Suite struct PathPartsTests {
  @Test(arguments: [
    ("/a/b", "b", "/a"), ("/a/b/", "b", "/a"), ("/a", "a", "/"), ("a", "a", ""), ("a//b.pdf//", "b.pdf", "a"),
    ("", "", ""), ("//", "", ""), ("á/ệ.TXT", "ệ.TXT", "á"), ("a/e\u{301}", "e\u{301}", "a"),
    ("a/\u{301}", "\u{301}", "a"),
  ])
  func partsOfPaths(_ path: String, _ last: String, _ folder: String) {
    // Byte by byte: a mark behind a slash is a name of its own.
    #expect(Array(path.lastPathPart.utf8) == Array(last.utf8))
    #expect(Array(path.folderPath.utf8) == Array(folder.utf8))
  }

  @Test(arguments: [
    ("a/b.pdf", "pdf"), ("a.b/c", ""), (".hidden", ""), ("a.tar.gz", "gz"), ("a.", ""), ("", ""),
    ("x/.a.b", "b"),
  ])
  func suffixesOfPaths(_ path: String, _ suffix: String) { #expect(path.pathSuffix == suffix) }
}

@Suite struct WordingTests {
  @Test func endsAreTrimmed() {
    #expect(" \u{A0}a b\t\n".trimmed(\.properties.isWhitespace) == "a b")
    #expect("   ".trimmed(\.properties.isWhitespace).isEmpty)
    #expect("a".trimmed { _ in true }.isEmpty)
  }

  @Test func decimalsAreTheSameEverywhere() {
    #expect(0.12345.fixed(4) == "0.1235" || 0.12345.fixed(4) == "0.1234")
    #expect(1.0.fixed(1) == "1.0")
    #expect((-2.5).fixed(0) == "-2")
    #expect(Double.greatestFiniteMagnitude.fixed(2).utf8.count > 300)
    #expect(Double.nan.fixed(2).contains("nan"))
  }
}

@Suite struct FileBytesTests {
  @Test func filesAreReadUpToALimit() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    #expect(FileBytes.write(bytes, to: descriptor))
    close(descriptor)
    #expect(FileBytes.read(url.path, limit: .max) == bytes)
    #expect(FileBytes.read(url.path, limit: 70_000) == Array(bytes[..<70_000]))
    #expect(FileBytes.read(url.path, limit: 0) == [])
    #expect(FileBytes.read(url.path + ".none", limit: 9) == nil)
    #expect(FileBytes.read("/", limit: 9) == nil)
    #expect(!FileBytes.write([1], to: -1))
  }
}

@Suite struct ThreadsTests {
  @Test func oneHoldsTheLock() {
    let (lock, group) = (Lock(), DispatchGroup())
    nonisolated(unsafe) var count = 0
    for _ in 0..<8 {
      group.enter()
      startThread {
        for _ in 0..<1000 { lock.withLock { count += 1 } }
        group.leave()
      }
    }
    group.wait()
    #expect(count == 8000)
  }

  @Test func locksAreGivenBackWhereBodiesThrow() {
    struct Refused: Error {}
    let lock = Lock()
    #expect(throws: Refused.self) { try lock.withLock { () throws in throw Refused() } }
    #expect(lock.withLock { 7 } == 7)
  }

  @Test func waitersAreWoken() {
    let (condition, done) = (Condition(), DispatchSemaphore(value: 0))
    nonisolated(unsafe) var isReady = false
    startThread {
      condition.withLock { while !isReady { condition.wait() } }
      done.signal()
    }
    condition.withLock { isReady = true }
    condition.broadcast()
    done.wait()
  }

  @Test(arguments: [Date(timeIntervalSinceNow: 0.01), .distantPast, Date(timeIntervalSince1970: -5)])
  func waitingEnds(_ limit: Date) {
    let condition = Condition()
    condition.withLock { condition.wait(until: limit) }
  }

  @Test func workComesInOrderAndOnFewThreads() {
    let (queue, lock) = (WorkQueue(threads: 3), Lock())
    nonisolated(unsafe) var (running, most, done) = (0, 0, 0)
    for _ in 0..<60 {
      queue.add {
        lock.withLock {
          running += 1
          most = max(most, running)
        }
        usleep(500)
        lock.withLock { (running, done) = (running - 1, done + 1) }
      }
    }
    queue.waitUntilDone()
    #expect(done == 60)
    #expect((1...3).contains(most))
    let (single, order) = (WorkQueue(threads: 1), Lock())
    nonisolated(unsafe) var numbers: [Int] = []
    for number in 0..<20 { single.add { order.withLock { numbers.append(number) } } }
    single.waitUntilDone()
    #expect(numbers == Array(0..<20))
  }
}
