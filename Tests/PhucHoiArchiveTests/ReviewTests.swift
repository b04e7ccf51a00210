import Extraction
import Foundation
import JSON
import Testing

@testable import PhucHoiArchive

@Suite struct ReviewTests {
  private let (input, output): (TemporaryFolder, TemporaryFolder)
  private var engine = FakeEngine()

  init() throws {
    (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    engine.documents = { _ in
      let span: [(key: String, value: JSONValue)] = [
        ("page", .integer(1)), ("line", .integer(1)), ("start", .integer(0)), ("end", .integer(5)),
      ]
      return [
        .object([
          (
            "document_number",
            .object([
              ("value", .string("1/KH")), ("number", .string("1")), ("year", .null),
              ("symbol", .string("KH")),
              ("raw", .string("1/KH")), ("confidence", .decimal(0.4)), ("span", .object(span)),
            ])
          )
        ])
      ]
    }
    try input.write("chinh sách\nhành chinh", to: "a/1.txt")
    try input.write("chinh quyền", to: "2.txt")
    _ = try run()
  }

  private func run() throws -> [BatchOutcome: Int] {
    try BatchRun(engine: engine, input: input.path, output: output.path).run().counts
  }

  private func places(below limit: Double = 1) throws -> [ReviewSheet.Row] {
    try Catalogue(reading: output.path).doubtfulPlaces(
      below: limit, limit: 100, lines: ArchiveTexts(folder: output.path).lines
    ).filter { $0.field.isEmpty || !$0.read.isEmpty }
  }

  /// A sheet that decides `text` about the places that `isMeant` picks, as a spreadsheet saves it.
  private func sheet(_ text: String, _ isMeant: (ReviewSheet.Row) -> Bool) throws -> [UInt8] {
    let lines = try places().filter(isMeant).map { row in
      "\(row.key);\(row.path);1;1;\(row.field);\(row.read);\(row.now);0;;;\"\(text)\""
    }
    return Array(
      (["ID;File;Page;Line;Field;Read;Now;Confidence;Other readings;Context;Decision"] + lines).joined(
        separator: "\r\n"
      ).utf8)
  }

  @Test func listsDoubtfulPlacesWithTheirLines() throws {
    let rows = try places()
    #expect(rows.count == 5)
    #expect(rows.contains { $0.path == "a/1.txt" && $0.line == 2 && $0.context == "hành chính" })
    #expect(try places(below: 0.5).map(\.field) == ["document_number", "document_number"])
    let csv = try ReviewSheet.sheet(rows, in: .english).bytes(.csv)
    #expect(CSVReader.rows(csv).count == 6)
  }

  @Test func decisionsHoldUntilTheyAreTakenBack() throws {
    let before = try output.tree()
    let outcome = try Catalogue.reviewing(output.path).decide(sheet("CHỈNH") { $0.line == 2 })
    #expect(outcome == ReviewOutcome(paths: ["a/1.txt"], taken: 1, refused: []))
    #expect(try run() == [.done: 1, .skipped: 1])
    #expect(output.read("a/1.txt") == "chính sách\nhành CHỈNH")
    #expect(try run() == [.skipped: 2])
    #expect(try places().count == 4)
    #expect(try Catalogue.reviewing(output.path).takeBack(all: false) == ["a/1.txt"])
    #expect(try run() == [.done: 1, .skipped: 1])
    #expect(try output.tree() == before)
  }

  @Test func equalsSignKeepsAndLessThanTakesBack() throws {
    _ = try Catalogue.reviewing(output.path).decide(sheet("<") { $0.line == 2 })
    _ = try Catalogue.reviewing(output.path).decide(sheet("=") { $0.path == "2.txt" && $0.field.isEmpty })
    #expect(try run() == [.done: 2])
    #expect(output.read("a/1.txt") == "chính sách\nhành chinh")
    #expect(output.read("2.txt") == "chính quyền")
    #expect(try places().map(\.path).filter { $0 == "2.txt" }.count == 1)
  }

  @Test func fieldsAreDecidedAsWell() throws {
    _ = try Catalogue.reviewing(output.path).decide(
      sheet("12a/2020/NĐ-CP") { $0.path == "2.txt" && !$0.field.isEmpty })
    _ = try run()
    let record = try JSONParser.parse(Array(try #require(output.read("2.record.json")).utf8))
    let number = try #require(record["documents"]?.elements.first?["document_number"])
    #expect(number["value"]?.string == "12a/2020/NĐ-CP")
    #expect(number["number"]?.string == "12a")
    #expect(number["year"]?.string == "2020")
    #expect(number["symbol"]?.string == "NĐ-CP")
    #expect(number["confidence"]?.double == 1)
  }

  @Test func changedInputsForgetDecisions() throws {
    _ = try Catalogue.reviewing(output.path).decide(sheet("CHỈNH") { $0.line == 2 })
    try input.write("chinh sách\nhành chinh mới", to: "a/1.txt")
    _ = try run()
    #expect(output.read("a/1.txt") == "chính sách\nhành chính mới")
  }

  @Test(arguments: [
    "", "x", "1:2", "1:9-3::0:0", "1:SHA:9-3::0:0", "1:SHA:-4-9::0:0", "7:00000000:0-5::0:0", "1:0-5::0:0",
    "1:SHA:0-99999999999999999999::0:0",
  ])
  func refusesPlacesThatAreNotThere(_ key: String) throws {
    let key = key.replacing("SHA", with: try content(of: "2.txt"))
    let sheet =
      "ID;File;Page;Line;Field;Read;Now;Confidence;Other readings;Context;Decision\r\n\(key);2.txt;1;1;;r;n;0;;;x\r\n"
    let outcome = try Catalogue.reviewing(output.path).decide(Array(sheet.utf8))
    #expect(outcome.taken == 0)
    #expect(outcome.refused == [ReviewRefusal(row: 2, key: key, reason: .noPlace)])
  }

  @Test func decisionsHoldInAnotherArchiveOfTheSameInputs() throws {
    _ = try Catalogue.reviewing(output.path).decide(sheet("CHỈNH") { $0.path == "2.txt" && $0.field.isEmpty })
    let rows = try Catalogue(reading: output.path).decidedRows()
    let (inputs, other) = (try TemporaryFolder(), try TemporaryFolder())
    // The same file has another number there.
    try inputs.write("chính", to: "0.txt")
    try inputs.write("chinh sách", to: "1.txt")
    try inputs.write("chinh quyền", to: "2.txt")
    _ = try BatchRun(engine: engine, input: inputs.path, output: other.path).run()
    let outcome = try Catalogue.reviewing(other.path).decide(
      try ReviewSheet.sheet(rows, in: .vietnamese).bytes(.csv))
    #expect(outcome == ReviewOutcome(paths: ["2.txt"], taken: 1, refused: []))
    _ = try BatchRun(engine: engine, input: inputs.path, output: other.path).run()
    #expect(other.read("2.txt") == "CHỈNH quyền")
  }

  /// The digits that keys of an input hold.
  private func content(of path: String) throws -> String {
    let row = try #require(try places().first { $0.path == path })
    return String(row.key.split(separator: ":")[1])
  }

  @Test func refusesPlacesOfAnotherInput() throws {
    let row = try #require(try places().first { $0.path == "2.txt" })
    let sheet = Array(
      "ID;File;Page;Line;Field;Read;Now;Confidence;Other readings;Context;Decision\n\(row.key);a/1.txt;1;1;;r;n;0;;;x\n"
        .utf8)
    #expect(
      try Catalogue.reviewing(output.path).decide(sheet).refused == [
        ReviewRefusal(row: 2, key: row.key, reason: .otherInput)
      ])
  }

  @Test func refusesPlacesOfAnInputThatChangedAfterTheExport() throws {
    let sheet = try sheet("CHỈNH") { $0.field.isEmpty }
    let rows = try ReviewSheet.decisions(in: sheet)
    try input.write("quyền chinh của", to: "2.txt")
    #expect(try run() == [.done: 1, .skipped: 1])
    let outcome = try Catalogue.reviewing(output.path).decide(sheet)
    #expect(outcome.paths == ["a/1.txt"])
    #expect(outcome.taken == 2)
    #expect(
      outcome.refused
        == rows.filter { $0.path == "2.txt" }.map {
          ReviewRefusal(row: $0.number, key: $0.key, reason: .changedInput)
        })
    #expect(outcome.refused.count == 1)
    #expect(try run() == [.done: 1, .skipped: 1])
    #expect(output.read("2.txt") == "quyền chính của")
    #expect(output.read("a/1.txt") == "CHỈNH sách\nhành CHỈNH")
  }

  @Test func placesAreOpenAgainWhenTheInputChanges() throws {
    _ = try Catalogue.reviewing(output.path).decide(sheet("CHỈNH") { $0.path == "2.txt" && $0.field.isEmpty })
    try input.write("chinh phủ", to: "2.txt")
    _ = try run()
    #expect(try places().contains { $0.path == "2.txt" && $0.field.isEmpty })
  }

  @Test(arguments: [(0, 5), (3, 8), (6, 2000), (11, 13), (1, 1)])
  func oddRangesNeverBreakATextApart(_ start: Int, _ end: Int) throws {
    let source = Array("chinh sách chinh".utf8)
    let change = Change(range: 11..<16, page: 1, line: 1, old: "chinh", new: "chính", kind: "", confidence: 1)
    let decision = ReviewDecision(path: "", sha256: "", range: start..<end, text: "x")
    let merged = DecidedChanges(source: Array(source), changes: [change]).deciding([decision])
    let ranges = merged.map(\.range)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(ranges.allSatisfy { $0.upperBound <= source.count })
  }

  @Test(arguments: [
    ("a,b\r\n\"c\"\"d\",\"e\nf\"\r\n", [["a", "b"], ["c\"d", "e\nf"]]),
    ("a\tb\n'=1\t'x\n", [["a", "b"], ["=1", "'x"]]),
    ("a;b\n;\"unclosed", [["a", "b"], ["", "unclosed"]]),
    ("", []),
  ])
  func readsWhatSpreadsheetsWrite(_ text: String, _ rows: [[String]]) {
    #expect(CSVReader.rows(Array(text.utf8)) == rows)
  }
}
