import Foundation
import GRDB
import JSON
import PhucHoiArchive
import Synchronization
import Testing

/// All rows of an archive's catalogue, sorted.
func dump(_ folder: TemporaryFolder) throws -> [String] {
  let queue = try DatabaseQueue(path: folder.path + "/catalogue.sqlite")
  return try queue.read { db in
    let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    return try tables.flatMap { table in
      try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
    }.sorted()
  }
}

@Suite struct BatchTests {
  private let input: TemporaryFolder
  private let output: TemporaryFolder

  init() throws {
    (input, output) = (try TemporaryFolder(), try TemporaryFolder())
  }

  private func run(
    _ engine: FakeEngine = FakeEngine(), into folder: TemporaryFolder? = nil,
    _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> [BatchOutcome: Int] {
    var options = BatchOptions()
    change(&options)
    return try BatchRun(engine: engine, input: input.path, output: (folder ?? output).path, options: options)
      .run().counts
  }

  @Test func mirrorsTheTree() throws {
    try input.write("hanh chinh\nmột", to: "a/1.txt")
    try input.write(
      "<div class='ocr_page'><span class='ocr_line'><span class='ocrx_word'>chinh</span></span></div>",
      to: "a/2.hocr")
    try input.write("chinh", to: "b/3")
    #expect(try run() == [.done: 3])
    #expect(output.read("a/1.txt") == "hanh chính\nmột")
    #expect(
      output.read("a/2.hocr")
        == "<div class='ocr_page'><span class='ocr_line'><span class='ocrx_word'>chính</span></span></div>")
    #expect(output.read("a/2.txt") == "chính\n")
    #expect(output.read("b/3") == "chính")
    #expect(output.read("b/3.txt") == "chính")
    let edits = try JSONParser.parse(Array(try #require(output.read("a/1.edits.json")).utf8))
    #expect(edits["edits"]?.elements.first?["new"]?.string == "chính")
    #expect(edits["source"]?["path"]?.string == "a/1.txt")
    #expect(edits["source"]?["encoding"]?.string == "utf-8")
    let record = try JSONParser.parse(Array(try #require(output.read("a/2.record.json")).utf8))
    #expect(record["schema"]?.string == "phuchoi.record/1")
    #expect(input.read("a/1.txt") == "hanh chinh\nmột")
  }

  @Test func tellsTheEngineWhereWordsStand() throws {
    try input.write("chinh", to: "1.txt")
    try input.write(
      """
      <div class='ocr_page' title='bbox 0 0 99 99'><span class='ocr_line'>\
      <span class='ocrx_word' title='bbox 1 1 9 9'>chinh</span></span></div>
      """, to: "2.hocr")
    let heard = Mutex<[Bool]>([])
    let engine = FakeEngine(sees: { aids in heard.withLock { $0.append(aids.layout != nil) } })
    #expect(try run(engine) == [.done: 2])
    #expect(heard.withLock { $0 } == [false, true])
  }

  @Test func editsNameWhoWantedThem() {
    var change = Change(
      range: 0..<1, page: 1, line: 1, old: "a", new: "á", kind: "diacritics", confidence: 1)
    #expect(change.json()["source"] == nil)
    change.source = "lexicon"
    #expect(change.json()["source"]?.string == "lexicon")
  }

  @Test func skipsWhatIsDoneUntilItChanges() throws {
    try input.write("chinh", to: "1.txt")
    try input.write("chinh", to: "2.txt")
    #expect(try run() == [.done: 2])
    #expect(try run() == [.skipped: 2])
    try input.write("chinh sửa", to: "2.txt")
    #expect(try run() == [.done: 1, .skipped: 1])
    #expect(output.read("2.txt") == "chính sửa")
    #expect(try run { $0.isForced = true } == [.done: 2])
  }

  @Test func redoesForAnotherModelOnlyWhenAsked() throws {
    try input.write("chinh", to: "1.txt")
    _ = try run()
    let newer = FakeEngine(model: "sha256:newer", replacement: "CHÍNH")
    #expect(try run(newer) == [.stale: 1])
    #expect(output.read("1.txt") == "chính")
    var comparisons: [BatchComparison] = []
    try BatchRun(engine: newer, input: input.path, output: output.path).compare { comparisons.append($0) }
    #expect(
      comparisons == [
        BatchComparison(path: "1.txt", lines: [.init(number: 1, before: "chính", after: "CHÍNH")])
      ])
    #expect(output.read("1.txt") == "chính")
    #expect(try run(newer) { $0.redoes = true } == [.done: 1])
    #expect(output.read("1.txt") == "CHÍNH")
  }

  @Test func reportsFailuresAndGoesOn() throws {
    try input.write("chinh", to: "1.txt")
    try input.write("<fail>", to: "2.txt")
    try input.write(String(repeating: "x", count: 2000), to: "3.txt")
    try input.write("\u{7F}ELF\u{2}\u{1}\u{1}\u{0}\u{0}\u{0}\u{0}", to: "4.bin")
    try input.write(String(repeating: "government report strength ", count: 40), to: "5.txt")
    try input.write("<?xml version='1.0'?><alto><String>", to: "6.xml")
    let sparse = input.path + "/7.txt"
    #expect(FileManager.default.createFile(atPath: sparse, contents: nil))
    try #require(truncate(sparse, 2 << 30) == 0)
    #expect(try run { $0.maxBytes = 1500 } == [.done: 1, .failed: 6])
    let rows = try dump(output).filter { $0.hasPrefix("inputs") }
    for (name, code) in [
      ("2.txt", "PH-1505"), ("3.txt", "PH-1101"), ("4.bin", "PH-1309"), ("5.txt", "PH-1501"),
      ("6.xml", "PH-1301"),
      ("7.txt", "PH-1101"),
    ] {
      #expect(rows.contains { $0.contains("\"\(name)\"") && $0.contains(code) }, "\(name)")
    }
    #expect(!output.has("2.txt"))
  }

  @Test func filesWithoutADocumentAreNotDone() throws {
    try input.write("", to: "empty.pdf")
    try input.write(" \n\u{A0}\n", to: "blank.txt")
    try input.write("<div class='ocr_page'></div>", to: "empty.hocr")
    try input.write("<!DOCTYPE html><html><body>404 Not Found</body></html>", to: "error.pdf")
    try input.write("{\"text\":\"Uy ban\"}", to: "a.json")
    try input.write("\u{89}PNG", to: "scan.png")
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]).write(to: URL(fileURLWithPath: input.path + "/scan.png"))
    #expect(try run() == [.failed: 5, .needsOCR: 1])
    let rows = try dump(output).filter { $0.hasPrefix("inputs") }
    for (name, code) in [
      ("empty.pdf", "PH-1307"), ("blank.txt", "PH-1506"), ("empty.hocr", "PH-1506"), ("error.pdf", "PH-1307"),
      ("a.json", "PH-1311"), ("scan.png", "PH-1308"),
    ] {
      #expect(rows.contains { $0.contains("\"\(name)\"") && $0.contains(code) }, "\(name)")
    }
    #expect(try output.tree().isEmpty)
  }

  @Test func tellsOfFilesThatVanishDuringTheRun() throws {
    for name in ["1.txt", "2.txt", "3.txt"] { try input.write("chinh", to: name) }
    let path = input.path
    let engine = FakeEngine(documents: { _ in
      try? FileManager.default.removeItem(atPath: path + "/2.txt")
      return []
    })
    #expect(try run(engine) == [.done: 2, .failed: 1])
    #expect(try dump(output).contains { $0.contains("\"2.txt\"") && $0.contains("PH-1001") })
    #expect(!output.has("2.txt") && output.has("3.txt"))
  }

  @Test(.enabled(if: geteuid() != 0, "everything can be read"))
  func tellsOfFilesThatCannotBeRead() throws {
    for name in ["1.txt", "2.txt"] { try input.write("chinh", to: name) }
    try #require(chmod(input.path + "/2.txt", 0) == 0)
    #expect(try run() == [.done: 1, .failed: 1])
    #expect(try dump(output).contains { $0.contains("\"2.txt\"") && $0.contains("PH-1003") })
  }

  @Test func givesUpOnSlowFiles() throws {
    try input.write("<slow>", to: "1.txt")
    try input.write("chinh", to: "2.txt")
    #expect(try run { $0.timeout = 200 } == [.done: 1, .failed: 1])
  }

  @Test(arguments: ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
  func holdsSecretDocuments(stamp: String) throws {
    try input.write("\(stamp)\nkế hoạch chinh thức", to: "s.txt")
    #expect(try run() == [.held: 1])
    let everything = try output.tree().values.map { String(decoding: $0, as: UTF8.self) } + dump(output)
    #expect(!everything.contains { $0.contains("chinh") || $0.contains("chính") })
    #expect(!output.has("s.txt"))
    #expect(try run { $0.secret = .include } == [.done: 1])
    #expect(try run { ($0.secret, $0.isForced) = (.include, true) } == [.done: 1])
    #expect(try run { $0.isForced = true } == [.held: 1])
    #expect(!output.has("s.txt"))
  }

  /// The engine makes another word of the stamp, or it was read without its marks.
  @Test(arguments: ["MẬT", "TOI MAT"]) func holdsDocumentsWhoseStampWasMisread(stamp: String) throws {
    var engine = FakeEngine()
    engine.word = "MẬT"
    engine.replacement = "MỘT"
    try input.write("\(stamp)\nkế hoạch", to: "s.txt")
    let run = BatchRun(engine: engine, input: input.path, output: output.path)
    #expect(try run.run().counts == [.held: 1])
    try input.write("MẮT\nkế hoạch", to: "s.txt")
    #expect(try run.run().counts == [.done: 1])
  }

  @Test func refusesFoldersInsideEachOther() throws {
    for folder in [input.path, input.path + "/out", input.path + "/a/../out"] {
      #expect(throws: BatchError.self) {
        try BatchRun(engine: FakeEngine(), input: input.path, output: folder).run()
      }
    }
    let inner = input.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    #expect(throws: BatchError.self) {
      try BatchRun(engine: FakeEngine(), input: inner, output: input.path).run()
    }
  }

  @Test func followsNoLinkOutOfTheTree() throws {
    let outside = try TemporaryFolder()
    try outside.write("bí mật chinh", to: "x.txt")
    try input.write("chinh", to: "1.txt")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: input.path + "/2.txt", withDestinationPath: outside.path + "/x.txt")
    try files.createSymbolicLink(atPath: input.path + "/loop", withDestinationPath: input.path)
    try files.createSymbolicLink(atPath: input.path + "/3.txt", withDestinationPath: "1.txt")
    #expect(try run() == [.done: 2, .failed: 2])
    #expect(!output.has("2.txt"))
    #expect(output.read("3.txt") == "chính")
  }

  @Test func givesTheSameArchiveWhateverTheJobs() throws {
    for number in 0..<60 {
      let text =
        number % 7 == 3
        ? "<fail>"
        : number % 11 == 5
          ? "MẬT\nchinh" : String(repeating: "kế hoạch chinh \(number)\n", count: 1 + number % 9)
      try input.write(text, to: "năm \(number % 5)/\(number).txt")
    }
    let other = try TemporaryFolder()
    let engine = FakeEngine(documents: { _ in
      [.object([.init("subject", .object([.init("value", .string("=1+1"))]))])]
    })
    #expect(try run(engine) == (try run(engine, into: other) { $0.jobs = 5 }))
    #expect(try output.tree() == other.tree())
    #expect(try dump(output) == dump(other))
  }

  @Test func takesWhatGlobsName() throws {
    for name in ["a/1.txt", "a/2.hocr", "b/3.txt", "b/c/4.txt"] { try input.write("chinh", to: name) }
    #expect(try run { ($0.include, $0.exclude) = (["*.txt"], ["b/c/*"]) } == [.done: 2])
    #expect(output.has("a/1.txt") && output.has("b/3.txt") && !output.has("b/c/4.txt"))
  }

  @Test func rehearsesWithoutWriting() throws {
    try input.write("chinh", to: "10.txt")
    try input.write("chinh", to: "2.txt")
    var told: [String] = []
    let folder = output.path + "/new"
    try BatchRun(engine: FakeEngine(), input: input.path, output: folder).rehearse {
      told.append("\($0) \($1.rawValue)")
    }
    #expect(told == ["2.txt done", "10.txt done"])
    #expect(!output.has("new"))
  }

  @Test func refusesAFolderThatCannotBeWritten() throws {
    try input.write("chinh", to: "1.txt")
    try output.write("", to: "file")
    #expect(throws: BatchError.self) {
      try BatchRun(engine: FakeEngine(), input: input.path, output: output.path + "/file").run()
    }
  }
}
