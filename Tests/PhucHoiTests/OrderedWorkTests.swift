import Foundation
import Testing

@testable import PhucHoi

/// Work on several threads comes out in order, whole, and ends when it is told to.
@Suite struct OrderedWorkTests {
  private struct Refused: Error {}

  @Test(arguments: [1, 2, 7])
  func resultsComeInOrder(_ threads: Int) {
    var found: [Int] = []
    OrderedWork(count: 50, threads: threads).run(
      poll: {},
      work: { number, _ in
        if number % 5 == 0 { usleep(2000) }
        return number * number
      },
      visit: { number, value in
        #expect(number == found.count)
        found.append(value)
      })
    #expect(found == (0..<50).map { $0 * $0 })
  }

  @Test func nothingToDoIsDone() {
    OrderedWork(count: 0, threads: 4).run(poll: {}, work: { number, _ in number }, visit: { _, _ in })
  }

  @Test func whatTheVisitorThrowsEndsTheRun() {
    var seen = 0
    #expect(throws: Refused.self) {
      try OrderedWork(count: 1000, threads: 3).run(
        poll: { () throws in }, work: { number, _ in number },
        visit: { (number: Int, _: Int) throws in
          seen += 1
          if number == 4 { throw Refused() }
        })
    }
    #expect(seen == 5)
  }

  /// A run whose items are all ready in time has its limits as well.
  @Test(arguments: [1, 3])
  func limitsAreAskedForBeforeEachItem(_ threads: Int) {
    var (asked, seen) = (0, 0)
    #expect(throws: Refused.self) {
      try OrderedWork(count: 1000, threads: threads).run(
        poll: { () throws in
          asked += 1
          if asked == 5 { throw Refused() }
        }, work: { number, _ in number },
        visit: { (_: Int, _: Int) throws in
          seen += 1
          // The next item is ready before anybody waits for it.
          usleep(2000)
        })
    }
    #expect(seen < 5)
  }

  /// The failure comes while an item is still worked on, whose worker then sees that nobody waits.
  @Test func failuresComeAtOnceAndWorkersSeeThem() {
    let (begun, failed, ended) = (
      DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )
    #expect(throws: Refused.self) {
      try OrderedWork(count: 1, threads: 1).run(
        poll: { () throws in
          begun.wait()
          throw Refused()
        },
        work: { number, signal in
          begun.signal()
          guard failed.wait(timeout: .now() + 60) == .success, signal.isStopped else { return number }
          ended.signal()
          return number
        }, visit: { (_: Int, _: Int) throws in })
    }
    failed.signal()
    #expect(ended.wait(timeout: .now() + 60) == .success)
  }
}
