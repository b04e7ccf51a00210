import Foundation
import JSON
import Testing

/// What a run of the built command left behind.
struct CommandOutcome {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs the built command, in English, and waits for it.
func phuchoi(_ arguments: [String], language: String = "C") throws -> CommandOutcome {
  let folder = try TemporaryFolder()
  let places = ["out", "err"].map { URL(fileURLWithPath: folder.path + "/" + $0) }
  for place in places { try Data().write(to: place) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: try #require(command))
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: places[0])
  process.standardError = try FileHandle(forWritingTo: places[1])
  var environment = ProcessInfo.processInfo.environment
  environment["LC_ALL"] = language
  process.environment = environment
  try process.run()
  process.waitUntilExit()
  return CommandOutcome(
    status: process.terminationStatus, output: folder.read("out") ?? "", errors: folder.read("err") ?? "")
}

/// The readings of the composed documents.
let documentFixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Fixtures/documents")

/// Folder runs of the built command with its models.
@Suite(.enabled(if: command != nil, "the command or its models are missing"))
struct CommandArchiveTests {
  private let input: TemporaryFolder
  private let output: TemporaryFolder

  init() throws { (input, output) = (try TemporaryFolder(), try TemporaryFolder()) }

  @Test func readsRecordsFromTheBestTextAndTellsThePolicyOfEachFile() throws {
    let names = ["light-eng", "heavy-eng", "light-vie"]
    for name in names {
      let place = documentFixtures.appendingPathComponent("01-cong-van/\(name).txt")
      try input.write(try String(contentsOf: place, encoding: .utf8), to: "\(name).txt")
    }
    #expect(try phuchoi(["batch", input.path, output.path]).status == 0)
    for name in names {
      let record = try JSONParser.parse(Array(try #require(output.read("\(name).record.json")).utf8))
      let alone = try phuchoi(["extract", "--format", "json", "\(input.path)/\(name).txt"])
      #expect(alone.status == 0)
      #expect(record["documents"] == (try JSONParser.parse(Array(alone.output.utf8))["documents"]), "\(name)")
      let edits = try JSONParser.parse(Array(try #require(output.read("\(name).edits.json")).utf8))
      #expect(edits["policy"]?.string == (name == "light-vie" ? "careful" : "balanced"))
      let policy = name == "light-vie" ? "careful" : "balanced"
      let text = try phuchoi(["repair", "--policy", policy, "\(input.path)/\(name).txt"])
      #expect(output.read("\(name).txt") == text.output)
    }
    #expect(try dump(output).contains { $0.hasPrefix("inputs") && $0.contains("policy:\"careful\"") })
  }

  @Test func forcedPolicyIsThatOfTheText() throws {
    let place = documentFixtures.appendingPathComponent("01-cong-van/light-eng.txt")
    try input.write(try String(contentsOf: place, encoding: .utf8), to: "1.txt")
    #expect(try phuchoi(["batch", "--policy", "careful", input.path, output.path]).status == 0)
    let text = try phuchoi(["repair", "--policy", "careful", "\(input.path)/1.txt"])
    #expect(output.read("1.txt") == text.output)
    let record = try JSONParser.parse(Array(try #require(output.read("1.record.json")).utf8))
    let alone = try phuchoi(["extract", "--format", "json", "\(input.path)/1.txt"])
    #expect(record["documents"] == (try JSONParser.parse(Array(alone.output.utf8))["documents"]))
  }

  /// Neither the catalogue nor an input nor a sheet with decisions is ever lost to an export.
  @Test(arguments: [["review", "export"], ["find", "--export"]], [true, false])
  func exportsReplaceNothing(_ export: [String], _ isForced: Bool) throws {
    try input.write("Số: 1/KH-UBND\nke hoach", to: "1.csv")
    #expect(try phuchoi(["batch", input.path, output.path]).status == 0)
    let places = try TemporaryFolder()
    try places.write("a day's work", to: "sheet.csv")
    try FileManager.default.linkItem(atPath: input.path + "/1.csv", toPath: places.path + "/linked.csv")
    let before = try Data(contentsOf: URL(fileURLWithPath: output.path + "/catalogue.sqlite"))
    let never = ["\(output.path)/catalogue.sqlite", "\(input.path)/1.csv", "\(input.path)/new.csv"]
    for target in never + (isForced ? [] : ["\(places.path)/sheet.csv", "\(places.path)/linked.csv"]) {
      let arguments =
        export[0] == "review" ? export + [output.path, target] : ["find", output.path, "--export", target]
      let outcome = try phuchoi(arguments + (isForced ? ["--force"] : []))
      #expect(outcome.status != 0 && outcome.errors.contains("PH-"), "\(target): \(outcome.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: output.path + "/catalogue.sqlite")) == before)
    #expect(input.read("1.csv") == "Số: 1/KH-UBND\nke hoach" && !input.has("new.csv"))
    #expect(isForced || places.read("sheet.csv") == "a day's work")
  }

  @Test func aFolderWithOtherThingsIsNoPlaceForAnArchive() throws {
    try input.write("ke hoach", to: "1.txt")
    try output.write("mine", to: "1.txt")
    let outcome = try phuchoi(["batch", input.path, output.path])
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2103"))
    #expect(output.read("1.txt") == "mine")
  }
}
