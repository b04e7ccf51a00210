import Testing

@testable import Platform

/// What the system says of the run.
@Suite struct SurroundingsTests {
  @Test func variablesAreReadOneByOne() {
    setenv("PHUCHOI_TEST_VARIABLE", "một", 1)
    defer { unsetenv("PHUCHOI_TEST_VARIABLE") }
    #expect(Surroundings.variable("PHUCHOI_TEST_VARIABLE") == "một")
    #expect(Surroundings.variable("PHUCHOI_TEST_VARIABLE_THAT_IS_NOT_SET") == nil)
  }

  @Test func thereIsACoreAndNoneThatTheProcessMayNotUse() {
    #expect(Surroundings.cores >= 1)
    #expect(Surroundings.cores <= ProcessInfo.processInfo.activeProcessorCount)
  }

  @Test func whatIsDeferredIsMadeOnce() {
    let counter = Lock()
    nonisolated(unsafe) var calls = 0
    let value = Deferred {
      counter.withLock {
        calls += 1
        return calls
      }
    }
    #expect(calls == 0)
    #expect(value.value == 1)
    #expect(value.value == 1)
  }
}
