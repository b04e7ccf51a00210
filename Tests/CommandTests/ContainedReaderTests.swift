import Foundation
import Testing

/// The program that reads PDF files does not get out of hand, whatever it does.
@Suite(.enabled(if: hasModels, "models are not there"))
struct ContainedReaderTests {
  /// Calls `body` with a folder that holds `a.pdf` and a program that stands for the reader, and goes by the path.
  private func withReader(_ script: String, _ body: (URL, [String: String]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("pdftotext")
    try Data("#!/bin/sh\necho $$ > \(folder.path)/pid\n\(script)\n".utf8).write(to: program)
    try #require(chmod(program.path, 0o755) == 0)
    try Data("%PDF-1.4".utf8).write(to: folder.appendingPathComponent("a.pdf"))
    try body(folder, ["PATH": "\(folder.path):/usr/bin:/bin"])
  }

  private func run(_ script: String, _ body: (CommandRun.Outcome, URL) throws -> Void) throws {
    try withReader(script) { folder, environment in
      let start = Date()
      let outcome = try CommandRun.run(
        ["repair", "--timeout-ms", "1500", folder.path + "/a.pdf"], environment: environment)
      #expect(Date().timeIntervalSince(start) < 60)
      try body(outcome, folder)
    }
  }

  /// The number of the process that a file names; nil while it is not there.
  private func process(_ name: String, in folder: URL) -> pid_t? {
    (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      .flatMap { $0.hasSuffix("\n") ? pid_t($0.dropLast()) : nil }
  }

  /// Whether a process is no more; whoever adopted it may not have buried it yet.
  private func isGone(_ process: pid_t) -> Bool {
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return kill(process, 0) != 0 || state?.contains(") Z ") != false
  }

  private func waits(_ isDone: () -> Bool) -> Bool {
    for _ in 0..<2_000 {
      if isDone() { return true }
      usleep(10_000)
    }
    return false
  }

  @Test func timeIsUpAndNothingIsLeft() throws {
    try run("trap '' TERM INT\nsleep 600 &\necho $! > \"$(dirname $0)/child\"\nwait\nsleep 600") {
      outcome, folder in
      #expect(outcome.status == 5 && outcome.errors.contains("PH-1102"), "\(outcome.errors)")
      for name in ["pid", "child"] {
        let reader = try #require(process(name, in: folder))
        #expect(isGone(reader), "\(name)")
      }
    }
  }

  /// Runs `body` while the signals that end a program are blocked in this thread, as they are in those of Swift's concurrency.
  private func withSignalsBlocked(_ body: () throws -> Void) rethrows {
    var (ending, before) = (sigset_t(), sigset_t())
    sigemptyset(&ending)
    for signal in [SIGHUP, SIGTERM, SIGINT] { sigaddset(&ending, signal) }
    pthread_sigmask(SIG_BLOCK, &ending, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  /// Whatever ends the command, the program that it waits for goes with it; even where the one that started it had signals
  /// blocked.
  @Test(arguments: [SIGHUP, SIGTERM, SIGINT, SIGKILL])
  func whoIsEndedLeavesNoReaderBehind(_ signal: Int32) throws {
    try withReader("exec sleep 600") { folder, environment in
      let command = Process()
      command.executableURL = CommandRun.command
      command.arguments = ["repair", folder.path + "/a.pdf"]
      command.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      (command.standardOutput, command.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try withSignalsBlocked { try command.run() }
      #expect(waits { process("pid", in: folder) != nil })
      kill(command.processIdentifier, signal)
      #expect(waits { !command.isRunning })
      if command.isRunning { kill(command.processIdentifier, SIGKILL) }
      command.waitUntilExit()
      #expect(command.terminationReason == (signal == SIGINT ? .exit : .uncaughtSignal))
      #expect(command.terminationStatus == (signal == SIGINT ? 130 : signal))
      let reader = try #require(process("pid", in: folder))
      #expect(waits { isGone(reader) })
    }
  }

  @Test func memoryIsBounded() throws {
    try run("ulimit -v > \"$(dirname $0)/limit\"; exit 1") { outcome, folder in
      #expect(outcome.status == 5 && outcome.errors.contains("PH-1307"))
      let limit = try String(contentsOf: folder.appendingPathComponent("limit"), encoding: .utf8)
      #expect(try #require(Int(limit.filter(\.isNumber))) <= 1 << 20)
    }
  }

  @Test func outputIsBounded() throws {
    try run("exec cat /dev/zero") { outcome, _ in
      #expect(outcome.status == 5, "\(outcome.errors)")
      #expect(outcome.errors.contains("PH-1310") || outcome.errors.contains("PH-1102"))
    }
  }
}
