import Foundation
import PhucHoiArchive
import Testing

/// Places that take no more: a limit on the size of files stands for the full disk.
@Suite(.enabled(if: command != nil, "the command or its models are missing"))
struct FullDiskTests {
  private let input: TemporaryFolder

  init() throws {
    input = try TemporaryFolder()
    for number in 1...4 { try input.write("Số: \(number)/KH-UBND\nke hoach", to: "\(number).txt") }
  }

  /// Runs the command in a shell after `preparation`; gives its status and what it told.
  private func run(_ preparation: String, _ arguments: [String]) throws -> (status: Int32, errors: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", preparation, try #require(command)] + arguments + ["--lang", "en", "--no-model-check"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, pipe)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private func batch(_ output: TemporaryFolder, blocks: Int? = nil) throws -> (status: Int32, errors: String)
  {
    // At its start the thread sanitizer writes half a megabyte to a file, unless it finds no folder for it.
    let limit = blocks.map { "export TMPDIR=/nowhere; trap '' XFSZ; ulimit -f \($0); " } ?? ""
    return try run(limit + #"exec "$0" "$@""#, ["batch", input.path, output.path])
  }

  /// Blocks of 512 bytes: for less than the catalogue, and for less than the largest text.
  @Test(arguments: [40, 400])
  func tellsAndLeavesNothingHalfWritten(blocks: Int) throws {
    try input.write(String(repeating: "0123456789 ", count: 20_000), to: "3.txt")
    let (whole, cut) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try batch(whole).status == 0)
    let outcome = try batch(cut, blocks: blocks)
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("PH-4001"), "\(outcome.errors)")
    let complete = try whole.tree()
    for (name, data) in try cut.tree() { #expect(complete[name] == data, "\(name)") }
    let left = try FileManager.default.contentsOfDirectory(atPath: cut.path + "/.phuchoi")
    #expect(!left.contains { $0.hasPrefix("part") })
    #expect(try batch(cut).status == 0)
    #expect(try cut.tree() == complete)
  }

  @Test func standardOutputThatTakesNothingIsTold() throws {
    let outcome = try run(#"exec "$0" "$@" > /dev/full"#, ["repair", input.path + "/1.txt"])
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("PH-40"), "\(outcome.errors)")
  }
}
