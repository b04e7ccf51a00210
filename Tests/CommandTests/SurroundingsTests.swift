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
  private static let release = CommandRun.checkout.appendingPathComponent(".build/release/phuchoi")
  private static let hasRelease = FileManager.default.isExecutableFile(atPath: release.path)

  /// As `make test` builds it, the command under test is no release.
  @Test(
    .enabled(if: hasRelease, "no release is built"),
    arguments: [["repair", "--json", "--tokens"], ["extract"]])
  func buildAndCoresChangeNoOutput(_ command: [String]) throws {
    let readings = try ["light-eng", "heavy-eng", "light-vie"].flatMap { name in
      try ["03-ke-hoach-dang", "01-cong-van"].map { folder in
        let place = CommandRun.fixtures.appendingPathComponent("documents/\(folder)/\(name).txt").path
        try #require(FileManager.default.fileExists(atPath: place))
        return place
      }
    }
    let here = try CommandRun.run(command + readings)
    let release = try CommandRun.run(command + readings, command: Self.release)
    let alone = try CommandRun.run(
      ["-c", "0", Self.release.path] + command + readings, command: URL(fileURLWithPath: "/usr/bin/taskset"))
    #expect(here.status == 0 && !here.output.isEmpty)
    #expect(here.output == release.output && release.output == alone.output)
  }
}
