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

  @Test func lexiconsAmongTheOutputsAreRefused() throws {
    try input.write("Uy ban nhan dan", to: "a.txt")
    try output.write("Mừu\n", to: "a.txt")
    let outcome = try phuchoi([
      "batch", input.path, output.path, "--lexicon", output.path + "/a.txt", "--force",
    ])
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2001"), "\(outcome.errors)")
    #expect(output.read("a.txt") == "Mừu\n")
  }

  @Test func aFolderWithOtherThingsIsNoPlaceForAnArchive() throws {
    try input.write("ke hoach", to: "1.txt")
    try output.write("mine", to: "1.txt")
    let outcome = try phuchoi(["batch", input.path, output.path])
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2103"))
    #expect(output.read("1.txt") == "mine")
  }
}

/// What `find` takes and tells.
@Suite(.enabled(if: command != nil, "the command or its models are missing"))
struct FindCommandTests {
  private let output: TemporaryFolder

  init() throws {
    let input = try TemporaryFolder()
    output = try TemporaryFolder()
    for (number, day) in [(1, "05"), (2, "06"), (3, "07")] {
      try input.write(
        """
        ỦY BAN NHÂN DÂN
        TỈNH HÀ GIANG
        Số: \(number)/KH-UBND
        Hà Giang, ngày \(day) tháng 8 năm 2021
        KẾ HOẠCH
        Kiểm tra công tác lưu trữ
        Nơi nhận:
        - Lưu: VT.
        """, to: "\(number).txt")
    }
    _ = try phuchoi(["batch", input.path, output.path])
  }

  @Test(arguments: ["06/08/2021", "6-8-2021", "2021-08-06", "ngày 6 tháng 8 năm 2021"])
  func takesDatesAsPeopleWriteThem(_ date: String) throws {
    let outcome = try phuchoi(["find", output.path, "--from", date, "--to", date])
    #expect(outcome.status == 0 && outcome.output.hasPrefix("2.txt\t"), "\(outcome)")
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["31/02/2021", "tomorrow", "06/08/21", "2021-13", "08/06/2021x"])
  func refusesWhatIsNoDate(_ date: String) throws {
    let outcome = try phuchoi(["find", output.path, "--to", date])
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2006"))
  }

  @Test func takesWordsAndTellsItsLimit() throws {
    let all = try phuchoi(["find", output.path, "cong", "tac", "luu", "tru"])
    #expect(all.output.split(separator: "\n").count == 3 && all.errors.isEmpty)
    let some = try phuchoi(["find", output.path, "luu tru", "--limit", "2"])
    #expect(some.output.split(separator: "\n").count == 2 && some.errors.contains("--limit"))
  }

  @Test func aReaderThatHasSeenEnoughIsNoError() throws {
    let text = try TemporaryFolder()
    try text.write(String(repeating: "Ủy ban nhân dân tỉnh\n", count: 20_000), to: "a.txt")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c", #"set -o pipefail; "$0" normalize "$1" 2>"$2" | head -1 >/dev/null"#, try #require(command),
      text.path + "/a.txt", text.path + "/err",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.read("err") == "")
  }

  /// Neither what `find` prints nor what it says carries escapes, C1 controls or marks of direction out of names.
  @Test func foundNamesCannotSteerTheTerminal() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("Số: 5/KH-UBND\nKẾ HOẠCH\n", to: "a\u{9B}31m\u{202E}b\u{1B}[2J.txt")
    #expect(try phuchoi(["batch", input.path, output.path]).status == 0)
    for arguments in [[output.path], [output.path, "--check"]] {
      let outcome = try phuchoi(["find"] + arguments)
      let scalars = (outcome.output + outcome.errors).unicodeScalars
      #expect(outcome.status == 0 && !scalars.contains { ["\u{9B}", "\u{202E}", "\u{1B}"].contains($0) })
    }
  }

  @Test func namesCannotSteerTheTerminal() throws {
    let outcome = try phuchoi(["repair", "/none/\u{1B}[2Jx\u{202E}y\nphuchoi: done"])
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("\u{202E}"))
  }
}
