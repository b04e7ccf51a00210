import Foundation
import PhucHoiArchive
import Testing

/// What the built command says of decisions that cannot be taken or taken back, and that nothing is changed then.
@Suite(.enabled(if: command != nil, "the command or its models are missing"))
struct ReviewCommandTests {
  private let (input, output, other): (TemporaryFolder, TemporaryFolder, TemporaryFolder)
  private var sheet: String { other.path + "/sheet.csv" }

  init() throws {
    (input, output, other) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    let reading = documentFixtures.appendingPathComponent("01-cong-van/heavy-eng.txt")
    try input.write(try String(contentsOf: reading, encoding: .utf8), to: "1.txt")
    #expect(try phuchoi(["batch", input.path, output.path]).status == 0)
    #expect(try phuchoi(["review", "export", output.path, sheet, "--below", "1"]).status == 0)
  }

  /// Writes a decision into the last cell of the first row that is about one place of a text.
  private func decide() throws {
    // A carriage return and a line end are one character.
    var lines = try #require(other.read("sheet.csv")).unicodeScalars.split(separator: "\n").map { String($0) }
    let row = try #require(lines.indices.dropFirst().first { !lines[$0].hasPrefix("*:") })
    #expect(lines[row].hasSuffix(",\r"))
    lines[row].removeLast()
    lines[row] += "PHUCHOI\r"
    try other.write(lines.joined(separator: "\n"), to: "sheet.csv")
  }

  @Test func anArchiveThatAnotherRunHoldsIsLeftAlone() throws {
    try decide()
    #expect(try phuchoi(["review", "apply", output.path, sheet]).status == 0)
    let before = try output.tree()
    let lock = try ArchiveLock(output.path)
    for arguments in [["undo", output.path], ["apply", output.path, sheet]] {
      let outcome = try phuchoi(["review"] + arguments)
      #expect(outcome.status != 0 && outcome.errors.contains("PH-4101"), "\(outcome.errors)")
    }
    lock.release()
    #expect(try output.tree() == before)
    #expect(try phuchoi(["review", "undo", output.path]).status == 0)
    #expect(try output.tree() != before)
  }

  @Test func aSheetThatIsTooLargeIsNotRead() throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: sheet))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    let outcome = try phuchoi(["review", "apply", output.path, sheet])
    #expect(outcome.status != 0 && outcome.errors.contains("PH-1101"), "\(outcome.errors)")
  }

  @Test func decisionsAboutInputsThatAreGoneAreKept() throws {
    try decide()
    try input.write("Ủy ban nhân dân", to: "2.txt")
    let reading = try #require(input.read("1.txt"))
    try FileManager.default.removeItem(atPath: input.path + "/1.txt")
    let outcome = try phuchoi(["review", "apply", output.path, sheet])
    #expect(outcome.status == 1 && outcome.errors.contains("PH-1604"), "\(outcome.errors)")
    try input.write(reading, to: "1.txt")
    #expect(try phuchoi(["batch", input.path, output.path]).status == 0)
    #expect(output.read("1.txt")?.contains("PHUCHOI") == true)
  }
}
