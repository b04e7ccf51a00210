import Foundation
import GRDB
import Testing

@testable import PhucHoiArchive

/// Folders and catalogues that somebody else had a hand in: names that cannot be written, links, lost files, hostile
/// values.
@Suite struct HardFolderTests {
  private let input: TemporaryFolder
  private let output: TemporaryFolder

  init() throws { (input, output) = (try TemporaryFolder(), try TemporaryFolder()) }

  @discardableResult
  private func run(
    _ engine: FakeEngine = FakeEngine(), _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> [BatchOutcome: Int] {
    var options = BatchOptions()
    change(&options)
    return try BatchRun(engine: engine, input: input.path, output: output.path, options: options).run().counts
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: output.path + "/catalogue.sqlite")
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
  }

  @Test func oneNameThatCannotBeWrittenCostsOneRow() throws {
    try input.write("chinh", to: "1.txt")
    try run()
    try output.write("in the way", to: "2.txt/x")
    for name in ["2.txt", "3.txt"] { try input.write("chinh", to: name) }
    #expect(try run() == [.skipped: 1, .failed: 1, .done: 1])
    #expect(try dump(output).contains { $0.contains("\"2.txt\"") && $0.contains("PH-4004") })
    #expect(output.has("3.txt") && !output.has("2.record.json") && output.has("2.txt/x"))
  }

  @Test(arguments: [240, 243, 244, 246, 251])
  func longNamesAreCut(_ length: Int) throws {
    let name = String(repeating: "ệ", count: length / 3) + String(repeating: "x", count: length % 3)
    for name in [name + ".txt", name + ".hocr"] where name.utf8.count <= 255 {
      try input.write("<div class='ocr_page'><span class='ocrx_word'>chinh</span></div>", to: name)
    }
    try input.write("chinh", to: "z.txt")
    let counts = try run()
    #expect(counts[.done] ?? 0 >= 2 && counts.count == 1)
    #expect(try run().keys.map { $0 } == [.skipped])
  }

  @Test func aRedoThatFailsKeepsWhatWasThere() throws {
    try input.write("chinh", to: "1.txt")
    try run()
    let before = try output.tree()
    try input.write("<fail>", to: "1.txt")
    #expect(try run() == [.failed: 1])
    #expect(try output.tree() == before)
    #expect(
      try dump(output).contains { $0.hasPrefix("inputs") && $0.contains("done") && $0.contains("PH-1505") })
    try input.write("chinh", to: "1.txt")
    #expect(try run() == [.skipped: 1])
  }

  @Test func aRunThatGaveUpOnAFileLetsGoOfTheFolder() throws {
    try input.write("<slow>", to: "1.txt")
    try run { $0.timeout = 100 }
    try ArchiveReport(folder: output.path).write(in: .english)
    try run { $0.timeout = 100 }
  }

  @Test func lostAndCutOutputsAreMadeAgain() throws {
    for name in ["1.txt", "2.txt", "3.txt"] { try input.write("chinh \(name)", to: name) }
    try run()
    let whole = try output.tree()
    try FileManager.default.removeItem(atPath: output.path + "/1.record.json")
    try output.write("", to: "2.txt")
    try output.write("chình 3.txt", to: "3.txt")
    let found = try Catalogue(reading: output.path).check(in: output.path)
    #expect(
      found.map { "\($0.kind.rawValue) \($0.value) \($0.detail)" }.sorted() == [
        "output 1.record.json gone", "output 2.txt not as it was written",
        "output 3.txt not as it was written",
      ])
    #expect(try run() == [.done: 2, .skipped: 1])
    #expect(try output.tree().filter { $0.key != "3.txt" } == whole.filter { $0.key != "3.txt" })
  }

  @Test func placesOutsideTheArchiveAreNeverTouched() throws {
    let outside = try TemporaryFolder()
    try outside.write("mine", to: "victim.txt")
    try outside.write("mine", to: "victim.record.json")
    try input.write("chinh", to: "1.txt")
    try run()
    let up = "../\((outside.path as NSString).lastPathComponent)/victim"
    try change("UPDATE inputs SET stem = '\(up)'; UPDATE outputs SET path = '\(up).txt'")
    #expect(ArchiveTexts(folder: output.path).lines(up).isEmpty)
    try run { $0.isForced = true }
    try change("UPDATE inputs SET stem = '\(up)', path = 'gone.txt'; UPDATE outputs SET path = '\(up).txt'")
    try run { $0.prunes = true }
    #expect(outside.read("victim.txt") == "mine" && outside.read("victim.record.json") == "mine")
  }

  @Test func linksInsideTheArchiveAreNotFollowed() throws {
    let outside = try TemporaryFolder()
    try input.write("chinh", to: "1.txt")
    try run()
    try FileManager.default.createSymbolicLink(atPath: output.path + "/a", withDestinationPath: outside.path)
    try input.write("chinh", to: "a/2.txt")
    #expect(try run() == [.skipped: 1, .failed: 1])
    #expect(try outside.tree().isEmpty)
  }

  @Test(arguments: [
    "UPDATE inputs SET attention = 1e300", "UPDATE inputs SET attention = 'x', pages = 'y', tokens = x'00'",
    "UPDATE inputs SET path = x'FF00', stem = x'FF', status = 'done'",
    "UPDATE inputs SET id = 2000000000000000000",
    "UPDATE inputs SET pages = 9e18, changes = -9e18, doubtful = 1e308",
    "UPDATE documents SET record = x'00'",
    "INSERT INTO decisions (path, sha256, start, \"end\", field, document, ordinal, text, sheet) SELECT path, sha256, 9, 2, '', -1, -1, 'x', 1 FROM inputs",
    "INSERT INTO decisions (path, sha256, start, \"end\", field, document, ordinal, text, sheet) SELECT path, sha256, -5, 'x', x'00', 'y', 1e300, x'FF', 'z' FROM inputs",
    "INSERT INTO doubts SELECT id, 0, 'x', NULL, NULL, -3, NULL, 'y', NULL FROM inputs",
    "INSERT INTO edits SELECT id, 0, NULL, 1e300, 9, 2, x'FF', NULL, NULL, 0.1, 5 FROM inputs",
    "INSERT INTO fields SELECT 10000, 'date', 'x', x'00', 5, 'y', NULL, 1e300, -1, -9 FROM inputs",
    "INSERT INTO citations SELECT 10000, 0, 1, 2, x'00', NULL, 5, 1e300, 'z' FROM inputs",
    "UPDATE outputs SET path = x'00', bytes = 'x', sha256 = 7", "DROP TABLE outputs", "DROP TABLE fulltext",
  ])
  func hostileValuesAreErrorsAtWorst(_ sql: String) throws {
    try input.write("chinh", to: "1.txt")
    let engine = FakeEngine(documents: { _ in [document(number: "12", date: "2019-05-30")] })
    try run(engine)
    try? change(sql)
    let catalogue = try Catalogue(reading: output.path)
    _ = try? catalogue.find(CatalogueQuery())
    _ = try? catalogue.check(in: output.path)
    _ = try? catalogue.records(CatalogueQuery()) { _, _ in }
    _ = try? catalogue.doubtfulPlaces(below: 1, limit: 100, lines: ArchiveTexts(folder: output.path).lines)
    _ = try? catalogue.decisions()
    try? ArchiveReport(folder: output.path).write(in: .english)
    _ = try? run(engine)
    _ = try? run(engine) { $0.isForced = true }
  }
}

/// Decisions and what is made of them stand or fall together.
@Suite struct AllOrNothingTests {
  @Test func decisionsAreTakenBackWhereTheRunFails() throws {
    let (input, output) = (try TemporaryFolder(), try TemporaryFolder())
    try input.write("hanh chinh", to: "1.txt")
    _ = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run()
    let catalogue = try Catalogue.reviewing(output.path)
    let row = try #require(try catalogue.doubtfulPlaces(below: 1, limit: 9, lines: { _ in [] }).first)
    let sheet = Array(
      "ID;File;Page;Line;Field;Read;Now;Confidence;Other readings;Context;Decision\n\(row.key);1.txt;1;1;;\(row.read);\(row.now);0;;;CHỈNH\n"
        .utf8)
    struct Full: Error {}
    #expect(throws: Full.self) {
      try catalogue.orNothing {
        #expect(try catalogue.decide(sheet).taken == 1)
        throw Full()
      }
    }
    #expect(try catalogue.decisions().isEmpty)
    // Nobody decides while a run has the folder.
    let lock = try ArchiveLock(output.path)
    defer { lock.release() }
    #expect(throws: BatchError.self) { try ArchiveLock(output.path) }
  }
}
