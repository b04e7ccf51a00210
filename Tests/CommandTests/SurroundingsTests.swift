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
}
