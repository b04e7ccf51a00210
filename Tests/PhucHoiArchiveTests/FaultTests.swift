import Foundation
import Testing

private let hasTools = ["cc", "python3"].allSatisfy { tool in
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/" + tool)
  }
}

/// A few of the system calls and allocations that `make faults` makes fail in all kinds of runs, one by one.
@Suite(.enabled(if: command != nil && hasTools, "command, models, cc or python3 are not there"))
struct FaultTests {
  @Test(arguments: ["batch", "apply", "find"])
  func noCallThatFailsDamagesAnArchive(_ run: String) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scripts/fault-injection")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path, try #require(command), "--most", "1", "--runs", run]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.contains("; 0 archives damaged"))
  }
}
