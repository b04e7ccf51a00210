import Foundation
import Synchronization
import Testing

@testable import PhucHoi

/// Limits end a call with their error, and leave nothing behind.
@Suite(.enabled(if: models != nil, "models are not there"))
struct WorkLimitsTests {
  private let text = String(repeating: "Uy ban nhan dan tinh Quang Ninh to chuc hoi nghi.\n", count: 400)

  private func repairer() throws -> Repairer { Repairer(models: try #require(models)) }

  @Test func tooManyBytesAreTold() throws {
    let repairer = try repairer()
    let error = #expect(throws: PhucHoiError.self) {
      try repairer.repair(text, limits: WorkLimits(bytes: text.utf8.count - 1))
    }
    #expect(error?.code == .tooLarge)
    let fitting = try repairer.repair(text, limits: WorkLimits(bytes: text.utf8.count))
    #expect(fitting.text == repairer.repair(text).text)
  }

  @Test func timeThatIsUpIsTold() throws {
    let repairer = try repairer()
    let error = #expect(throws: PhucHoiError.self) {
      try repairer.repair(text, limits: WorkLimits(time: .zero))
    }
    #expect(error?.code == .tooSlow)
  }

  /// The question is asked again and again while the text is decoded, and the next call is as good as any.
  @Test(arguments: [1, 3, 8])
  func cancelledInTheMiddle(_ rounds: Int) throws {
    let repairer = try repairer()
    let expected = repairer.repair(text).text
    let asked = Mutex(0)
    let limits = WorkLimits(isCancelled: {
      asked.withLock { count in
        count += 1
        return count >= rounds
      }
    })
    let error = #expect(throws: PhucHoiError.self) { try repairer.repair(text, limits: limits) }
    #expect(error?.code == .cancelled)
    #expect(asked.withLock { $0 } == rounds)
    #expect(repairer.repair(text).text == expected)
  }

  @Test func cancellationOfTheTaskCounts() async throws {
    let repairer = try repairer()
    let task = Task { () throws(PhucHoiError) -> Repair in
      while !Task.isCancelled { await Task.yield() }
      return try repairer.repair("Uy ban nhan dan", limits: .none)
    }
    task.cancel()
    let error = await #expect(throws: PhucHoiError.self) { try await task.value }
    #expect(error?.code == .cancelled)
  }

  /// A stage that looks at nothing is not waited for.
  @Test func theAnswerComesWhileWorkIsStillBusy() throws {
    let isAsked = Mutex(false)
    let (mayEnd, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let limits = WorkLimits(isCancelled: { isAsked.withLock { $0 } })
    let error = #expect(throws: PhucHoiError.self) {
      try limits.answer { signal in
        isAsked.withLock { $0 = true }
        mayEnd.wait()
        // What was given up is told so.
        if signal.isStopped { ended.signal() }
      }
    }
    #expect(error?.code == .cancelled)
    mayEnd.signal()
    ended.wait()
  }

  @Test func withoutLimitsWorkIsDoneHere() throws {
    // Tests are tasks, which can be cancelled; a thread of its own is none.
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let thread = pthread_self()
      #expect(throws: Never.self) {
        try #expect(WorkLimits.none.answer { _ in pthread_equal(pthread_self(), thread) } != 0)
      }
      done.signal()
    }
    done.wait()
    #expect(try WorkLimits(time: .seconds(100)).answer { _ in 7 } == 7)
  }

  @Test func extractionKeepsToItsLimits() throws {
    let extractor = try Extractor(models: try #require(models))
    // Of two lengths: stages over a long text have a thread of their own.
    for text in [text, String(repeating: text, count: 3)] {
      try refuses(AlignedText(source: text), extractor)
    }
  }

  private func refuses(_ aligned: AlignedText, _ extractor: Extractor) throws {
    let limits: [(WorkLimits, PhucHoiError.Code)] = [
      (WorkLimits(bytes: 10), .tooLarge), (WorkLimits(time: .zero), .tooSlow),
      (WorkLimits(isCancelled: { true }), .cancelled),
    ]
    for (limit, code) in limits {
      let error = #expect(throws: PhucHoiError.self) {
        try extractor.record(of: aligned, path: "", sha256: "", limits: limit)
      }
      #expect(error?.code == code)
    }
    #expect(try extractor.record(of: aligned, path: "", sha256: "", limits: .none).documents.count == 1)
  }
}
