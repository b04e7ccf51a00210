import Foundation
import TestSupport
import Testing

@Suite struct ResumeTests {
  private let input: TemporaryFolder

  init() throws {
    input = try TemporaryFolder()
    // Several transactions of the catalogue.
    for number in 0..<128 {
      var lines = ["ỦY BAN NHÂN DÂN", "Số: \(number)/KH-UBND", "Hà Nội, ngày 3 tháng 5 năm 2020", "KẾ HOẠCH"]
      for line in 0..<12 {
        lines.append("Căn cứ kê hoach so \(line * number) cua Uy ban nhan dân tinh vê viêc triên khai")
      }
      try input.write(lines.joined(separator: "\n"), to: "\(number % 4)/\(number).txt")
    }
  }

  private func start(_ output: TemporaryFolder, jobs: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(command))
    process.arguments = [
      "batch", input.path, output.path, "--jobs", "\(jobs)", "--lang", "vi", "--no-model-check",
    ]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    return process
  }

  @Test(.enabled(if: command != nil, "the command or its models are missing"))
  func goesOnAfterKills() throws {
    let (whole, killed) = (try TemporaryFolder(), try TemporaryFolder())
    let undisturbed = try start(whole, jobs: 1)
    undisturbed.waitUntilExit()
    #expect(undisturbed.terminationStatus == 0)
    var random = SeededGenerator(seed: 88)
    for _ in 0..<10 {
      let run = try start(killed, jobs: 2)
      Thread.sleep(forTimeInterval: Double.random(in: 0.1...1.6, using: &random))
      kill(run.processIdentifier, SIGKILL)
      run.waitUntilExit()
      // Whatever is there is whole: the same as in the end.
      let complete = try whole.tree()
      for (name, data) in try killed.tree() {
        #expect(complete[name] == data || name.hasPrefix("report/"), "\(name)")
      }
    }
    let last = try start(killed, jobs: 2)
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    #expect(try whole.tree() == killed.tree())
    #expect(try dump(whole) == dump(killed))
  }
}
