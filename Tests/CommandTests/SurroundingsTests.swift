import Foundation
import Testing

/// The same input gives the same bytes wherever the command runs.
@Suite(.enabled(if: hasModels, "models are not there"))
struct SurroundingsTests {
  private static let surroundings = [
    ["LC_ALL": "C", "TZ": "UTC"],
    ["LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"],
    ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"],
    ["LC_ALL": "no-such-locale", "TZ": "no/such/zone", "HOME": "/nonexistent"],
  ]

  @Test(arguments: [["repair"], ["repair", "--json"], ["extract"], ["normalize"]])
  func surroundingsChangeNoOutput(_ command: [String]) throws {
    let reading = CommandRun.fixtures.appendingPathComponent("documents/03-ke-hoach-dang/heavy-eng.txt").path
    let outputs = try Self.surroundings.map { surroundings in
      let run = try CommandRun.run(command + [reading], environment: surroundings)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    #expect(!outputs[0].isEmpty && Set(outputs).count == 1)
  }

  private static let taskset = URL(fileURLWithPath: "/usr/bin/taskset")

  /// Another build of the command, as a release; `make determinism` names it.
  private static let otherBuild = ProcessInfo.processInfo.environment["PHUCHOI_RELEASE"].map {
    CommandRun.checkout.appendingPathComponent($0)
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: taskset.path), "no taskset"),
    arguments: [["repair", "--json", "--tokens"], ["extract"]])
  func buildAndCoresChangeNoOutput(_ command: [String]) throws {
    let readings = ["light-eng", "heavy-eng", "light-vie"].flatMap { name in
      ["03-ke-hoach-dang", "01-cong-van"].map { folder in
        CommandRun.fixtures.appendingPathComponent("documents/\(folder)/\(name).txt").path
      }
    }
    let first = try #require(
      try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
        .first { $0.hasPrefix("Cpus_allowed_list:") }?.drop { !$0.isNumber }.prefix { $0.isNumber })
    let arguments = command + readings
    let runs = try [CommandRun.command, Self.otherBuild].compactMap { $0 }.flatMap { build in
      [
        try CommandRun.run(arguments, command: build),
        try CommandRun.run(["-c", String(first), build.path] + arguments, command: Self.taskset),
      ]
    }
    #expect(runs.allSatisfy { $0.status == 0 && !$0.output.isEmpty })
    #expect(Set(runs.map(\.output)).count == 1)
  }
}
