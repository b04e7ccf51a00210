import Foundation
import Testing

@testable import PhucHoiFormats

/// Programs of the system do no more than they may.
@Suite struct BoundedProgramTests {
  private static func program(_ name: String, patience: Double = 20, memory: UInt64 = 1 << 30)
    -> BoundedProgram
  {
    BoundedProgram(name, patience: patience, memory: memory, output: 1 << 20)
  }

  @Test func whatTheyPrintIsTheAnswer() throws {
    let bytes = Array("một hai".utf8)
    #expect(try Self.program("cat").run(["-"], input: bytes) == bytes)
    #expect(try Self.program("cat").run(["/dev/stdin"], input: bytes) == bytes)
    #expect(try Self.program("printf").run(["%s|%s", "a b", ""]) == Array("a b|".utf8))
  }

  @Test func boundsHold() {
    #expect(throws: BoundedProgram.Failure.tooSlow) { try Self.program("sleep", patience: 0.05).run(["60"]) }
    #expect(throws: BoundedProgram.Failure.tooMuch) { try Self.program("cat").run(["/dev/zero"]) }
    #expect(throws: BoundedProgram.Failure.notThere) { try Self.program("no-such-program").run([]) }
    #expect(throws: BoundedProgram.Failure.status(3)) { try Self.program("sh").run(["-c", "exit 3"]) }
    #expect(throws: BoundedProgram.Failure.killed) { try Self.program("sh").run(["-c", "kill -9 $$"]) }
    // A gigabyte in a variable, of 64 MB.
    #expect(throws: BoundedProgram.Failure.self) {
      try Self.program("sh", memory: 64 << 20).run([
        "-c", "x=$(head -c 1000000000 /dev/zero | tr '\\0' a); echo $x",
      ])
    }
  }

  /// A child of a shell does not outlive it.
  @Test func whatTheyStartEndsWithThem() throws {
    let lines = try Self.program("sh").run(["-c", "sleep 50 >/dev/null & echo $!"])
    let id = try #require(Int32(String(decoding: lines, as: UTF8.self).split(separator: "\n")[0]))
    // Gone, or waiting for its new parent to take note.
    func isOver() -> Bool {
      let state = try? Self.program("cat").run(["/proc/\(id)/stat"])
      return state.map { String(decoding: $0, as: UTF8.self).contains(") Z") } ?? true
    }
    let end = ContinuousClock.now + .seconds(20)
    while !isOver(), ContinuousClock.now < end { usleep(10_000) }
    #expect(isOver())
  }
}
