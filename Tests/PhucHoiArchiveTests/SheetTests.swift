import Extraction
import Foundation
import JSON
import Testing

@testable import PhucHoiArchive
@testable import PhucHoiFormats

/// Sheets as clerks bring them back.
@Suite struct SheetTests {
  private let (input, output): (TemporaryFolder, TemporaryFolder)
  private var engine = FakeEngine()

  init() throws {
    (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    engine.documents = { _ in [document(date: "2025-09-16")] }
    try input.write("chinh sách\nhành chinh", to: "a/1.txt")
    try input.write("chinh quyền", to: "2.txt")
    try run()
  }

  private func run() throws {
    _ = try BatchRun(engine: engine, input: input.path, output: output.path).run()
  }

  private func rows() throws -> [ReviewSheet.Row] {
    let catalogue = try Catalogue(reading: output.path)
    return try catalogue.grouped(
      catalogue.doubtfulPlaces(below: 0.99, limit: 1000, lines: ArchiveTexts(folder: output.path).lines),
      below: 1)
  }

  private func decide(
    _ decision: String, _ isMeant: (ReviewSheet.Row) -> Bool, change: (String) -> String = { $0 }
  ) throws -> ReviewOutcome {
    let decided = try rows().filter(isMeant).map { (row: $0, decision: decision) }
    let text = String(decoding: try ReviewSheet.sheet(decided, in: .vietnamese).bytes(.csv), as: UTF8.self)
    return try Catalogue.reviewing(output.path).decide(Array(change(text).utf8))
  }

  private func record(_ name: String) throws -> JSONValue? {
    try run()
    return try JSONParser.parse(Array(try #require(output.read(name)).utf8))["documents"]?.elements.first
  }

  @Test func wordsThatRepeatHaveOneRow() throws {
    let rows = try rows()
    let group = try #require(rows.first)
    #expect(group.places == 3 && group.read == "chinh" && group.key.hasPrefix("*:"))
    #expect(rows.dropFirst().prefix(3).allSatisfy { $0.read == "chinh" && $0.places == 1 })
    #expect(try decide("CHỈNH") { $0.places == 3 }.taken == 1)
    try run()
    #expect(output.read("a/1.txt") == "CHỈNH sách\nhành CHỈNH" && output.read("2.txt") == "CHỈNH quyền")
  }

  @Test func oneOfThemMayBeDecidedOtherwise() throws {
    let group = try #require(try rows().first)
    let one = try #require(try rows().first { $0.path == "2.txt" && $0.field.isEmpty })
    let bytes = try ReviewSheet.sheet([(one, "<"), (group, "CHỈNH")], in: .english).bytes(.csv)
    #expect(try Catalogue.reviewing(output.path).decide(bytes).taken == 2)
    try run()
    #expect(output.read("a/1.txt") == "CHỈNH sách\nhành CHỈNH" && output.read("2.txt") == "chinh quyền")
  }

  @Test func aGroupIsRefusedWhereItsPlacesAreOthers() throws {
    let group = try #require(try rows().first)
    let sheet = try ReviewSheet.sheet([(group, "CHỈNH")], in: .vietnamese).bytes(.csv)
    try input.write("chinh phủ", to: "3.txt")
    try run()
    let outcome = try Catalogue.reviewing(output.path).decide(sheet)
    #expect(outcome.taken == 0 && outcome.refused.map(\.reason) == [.changedGroup])
  }

  @Test func whatSomebodyDecidedMeanwhileHoldsAgainstTheRowOfAll() throws {
    let group = try #require(try rows().first)
    let one = try #require(try rows().first { $0.path == "2.txt" && $0.field.isEmpty })
    let catalogue = try Catalogue.reviewing(output.path)
    let inputs = try catalogue.reviewInputs(secret: true)
    let place = try #require(
      Catalogue.place(one.key) { id in inputs.first { $0.id == id } })
    try catalogue.decide([ReviewChange(place: place, read: "chinh", after: "CHÍNH")], by: "Lan", seen: nil)
    #expect(try rows().first?.places == 2)
    #expect(
      try catalogue.decide(ReviewSheet.sheet([(group, "CHỈNH")], in: .english).bytes(.csv)).taken == 1)
    try run()
    #expect(output.read("a/1.txt") == "CHỈNH sách\nhành CHỈNH" && output.read("2.txt") == "CHÍNH quyền")
  }

  /// Until the files are done again, a place whose decision was taken back stands as it was read.
  @Test func placesThatWereOpenedAgainHaveTheirRowOfAll() throws {
    #expect(try decide("CHỈNH") { $0.places == 3 }.taken == 1)
    try run()
    #expect(try !rows().contains { $0.key.hasPrefix("*") })
    #expect(try Catalogue.reviewing(output.path).takeBack(all: true).count == 2)
    let group = try #require(try rows().first)
    #expect(group.places == 3 && group.key.hasPrefix("*:") && group.now == "chinh")
    #expect(try decide("Chính") { $0.places == 3 }.taken == 1)
    try run()
    #expect(output.read("a/1.txt") == "Chính sách\nhành Chính" && output.read("2.txt") == "Chính quyền")
  }

  @Test(arguments: ["17/09/2025", "17-9-2025", "2025-09-17", "ngày 17 tháng 9 năm 2025", "45917"])
  func datesAreStoredInOneForm(_ date: String) throws {
    #expect(try decide(date) { $0.field == "date" && $0.path == "2.txt" }.taken == 1)
    #expect(try record("2.record.json")?["date"]?["value"]?.string == "2025-09-17")
  }

  @Test(arguments: ["31/02/2025", "hôm qua", "17/09/25"])
  func whatIsNoDateIsRefused(_ date: String) throws {
    let outcome = try decide(date) { $0.field == "date" && $0.path == "2.txt" }
    #expect(outcome.taken == 0 && outcome.refused.map(\.reason) == [.date])
  }

  @Test func missingFieldsHaveRowsAndValuesGo() throws {
    #expect(try rows().contains { $0.path == "2.txt" && $0.field == "document_number" && $0.read.isEmpty })
    #expect(try decide("12/2025/QĐ-UBND") { $0.path == "2.txt" && $0.field == "document_number" }.taken == 1)
    #expect(try decide("(xóa)") { $0.path == "2.txt" && $0.field == "recipients" }.taken == 1)
    let record = try #require(try record("2.record.json"))
    #expect(record["document_number"]?["value"]?.string == "12/2025/QĐ-UBND")
    #expect(record["recipients"]?.elements.isEmpty == true)
  }

  @Test func equalsIsWhatTheCatalogueHolds() throws {
    let outcome = try decide("=") {
      $0.field == "date" && $0.path == "2.txt"
    } change: {
      $0.replacing("2025-09-16", with: "16/09/2025")
    }
    #expect(outcome.taken == 1)
    #expect(try record("2.record.json")?["date"]?["value"]?.string == "2025-09-16")
  }

  @Test func sheetsThatAreNoneAreRefused() throws {
    let sound = String(
      decoding: try ReviewSheet.sheet(try rows(), in: .vietnamese).bytes(.csv), as: UTF8.self)
    let withoutColumn = sound.replacing("Quyết định", with: "")
    let catalogue = try Catalogue.reviewing(output.path)
    for text in [withoutColumn, "", "một,hai\r\nba,bốn\r\n"] {
      #expect(throws: SheetError.self) { try catalogue.decide(Array(text.utf8)) }
    }
    for bytes: [UInt8] in [
      Array("ID,T".utf8) + [0xD6] + Array("p\r\n".utf8), [0x50, 0x4B, 3, 4, 9, 9],
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ] {
      #expect(throws: SheetError.self) { try catalogue.decide(bytes) }
    }
    #expect(try catalogue.decisions().isEmpty)
  }

  @Test func lettersThatWereLostAreNotTaken() throws {
    let outcome = try decide("S? N?i v?") { $0.field == "issuing_body" && $0.path == "2.txt" }
    #expect(outcome.taken == 0 && outcome.refused.map(\.reason) == [.recoded])
  }

  @Test(arguments: ["-", "x", "✓", "OK", "..."])
  func ticksSayNothing(_ tick: String) throws {
    let outcome = try decide(tick) { $0.path == "2.txt" && $0.field.isEmpty }
    #expect(outcome.taken == 0 && outcome.refused.map(\.reason) == [.unclear])
  }

  @Test func workbooksGoOutAndComeBack() throws {
    var rows = try rows()
    rows[0].alternatives = "chỉnh | a, b | CHÍNH"
    let bytes = try ReviewSheet.sheet(
      rows.map { ($0, $0.field == "date" && $0.path == "2.txt" ? "17/09/2025" : "") }, in: .vietnamese
    ).bytes(.xlsx)
    // Decisions can be picked: marks, and other readings.
    let cells = String(decoding: try ZipArchive(bytes).read("xl/worksheets/sheet1.xml"), as: UTF8.self)
    #expect(cells.contains("<formula1>\"=,&lt;,(xóa),chỉnh,CHÍNH\"</formula1>"))
    let decided = try ReviewSheet.decisions(in: bytes)
    #expect(decided.map(\.decision) == ["17/09/2025"])
    #expect(try Catalogue.reviewing(output.path).decide(bytes).taken == 1)
    #expect(try record("2.record.json")?["date"]?["value"]?.string == "2025-09-17")
    for length in stride(from: 4, to: bytes.count, by: 211) {
      #expect(throws: SheetError.self) { try ReviewSheet.decisions(in: Array(bytes.prefix(length))) }
    }
  }

  @Test func onlyWhatCanBeDecidedIsListed() throws {
    var engine = engine
    engine.replacement = "…"
    engine.documents = { _ in [] }
    _ = try BatchRun(
      engine: engine, input: input.path, output: output.path,
      options: {
        var options = BatchOptions(); options.isForced = true; return options
      }()
    ).run()
    #expect(
      try rows().allSatisfy {
        $0.read.contains(where: \.isLetter) || $0.now.contains(where: \.isLetter) || !$0.field.isEmpty
      })
  }
}
