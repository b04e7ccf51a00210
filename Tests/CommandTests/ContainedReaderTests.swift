import Foundation
import Testing

/// The program that reads PDF files does not get out of hand, whatever it does.
@Suite(.enabled(if: hasModels, "models are not there"))
struct ContainedReaderTests {
  private func run(_ script: String, _ body: (CommandRun.Outcome, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("pdftotext")
    try Data("#!/bin/sh\necho $$ > \(folder.path)/pid\n\(script)\n".utf8).write(to: program)
    try #require(chmod(program.path, 0o755) == 0)
    try Data("%PDF-1.4".utf8).write(to: folder.appendingPathComponent("a.pdf"))
    let start = Date()
    let outcome = try CommandRun.run(
      ["repair", "--timeout-ms", "1500", folder.path + "/a.pdf"],
      environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    #expect(Date().timeIntervalSince(start) < 60)
    try body(outcome, folder)
  }

  @Test func timeIsUpAndNothingIsLeft() throws {
    try run("trap '' TERM INT\nsleep 600 &\necho $! > \"$(dirname $0)/child\"\nwait\nsleep 600") {
      outcome, folder in
      #expect(outcome.status == 5 && outcome.errors.contains("PH-1102"), "\(outcome.errors)")
      for name in ["pid", "child"] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let process = try #require(pid_t(text.filter(\.isNumber)))
        // Whoever adopted it may not have buried it yet.
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        #expect(kill(process, 0) != 0 || state?.contains(") Z ") != false, "\(name)")
      }
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
