import Foundation
import GRDB
import Testing

@testable import PhucHoiArchive

/// What an archive remembers: settings, inputs that are gone or have another name.
@Suite struct MemoryTests {
  private let input: TemporaryFolder
  private let output: TemporaryFolder

  init() throws { (input, output) = (try TemporaryFolder(), try TemporaryFolder()) }

  @discardableResult
  private func run(
    _ engine: FakeEngine = FakeEngine(), from folder: TemporaryFolder? = nil,
    _ change: (inout BatchOptions) -> Void = { _ in }
  ) throws -> [BatchOutcome: Int] {
    var options = BatchOptions()
    change(&options)
    return try BatchRun(
      engine: engine, input: (folder ?? input).path, output: output.path, options: options
    ).run().counts
  }

  @Test func settingsAreKept() throws {
    try input.write("chinh", to: "1.txt")
    var settings = ArchiveSettings()
    (settings.policy, settings.secret, settings.exclude) = ("eager", "include", ["*.tmp"])
    (settings.minimumConfidence, settings.timeout) = (0.5, 1000)
    try run { $0.settings = settings }
    #expect(try ArchiveSettings(of: output.path) == settings)
    // Another run leaves them as they are.
    try run()
    #expect(try ArchiveSettings(of: output.path) == settings)
    #expect(try ArchiveSettings(of: input.path) == ArchiveSettings())
  }

  @Test(arguments: ["", "{", "{\"schema\":\"x\"}", "{\"schema\":\"phuchoi.archive/1\",\"policy\":\"wild\"}"])
  func settingsThatSayNothingAreToldOf(_ text: String) throws {
    try output.write(text, to: "phuchoi.json")
    #expect(throws: BatchError.self) { try ArchiveSettings(of: output.path) }
  }

  /// Whoever went on without them would repair by another policy, or write the words anew without the old ones.
  @Test func whatIsRememberedAndCannotBeReadIsNotPassedOver() throws {
    let places = [output.path + "/phuchoi.json", output.path + "/.phuchoi/lexicon.tsv"]
    for place in places {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    }
    #expect(throws: BatchError.self) { try ArchiveSettings(of: output.path) }
    #expect(throws: (any Error).self) { try ArchiveLexicon(folder: output.path).add(["Mừu"]) }
  }

  @Test func inputsThatAreGoneAreToldAndDropped() throws {
    for name in ["1.txt", "a/2.txt"] { try input.write("chinh \(name)", to: name) }
    try run()
    try FileManager.default.removeItem(atPath: input.path + "/a/2.txt")
    #expect(try run() == [.skipped: 1, .missing: 1])
    #expect(output.has("a/2.txt"))
    #expect(try dump(output).contains { $0.hasPrefix("inputs") && $0.contains("\"missing\"") })
    #expect(try run { $0.prunes = true } == [.skipped: 1])
    #expect(!output.has("a/2.txt") && !output.has("a/2.record.json") && output.has("1.txt"))
    #expect(try dump(output).filter { $0.hasPrefix("inputs") }.count == 1)
    try input.write("chinh a/2.txt", to: "a/2.txt")
    #expect(try run() == [.done: 1, .skipped: 1])
  }

  @Test func whatComesBackIsDoneAgain() throws {
    try input.write("chinh", to: "1.txt")
    try run()
    try FileManager.default.removeItem(atPath: input.path + "/1.txt")
    #expect(try run() == [.missing: 1])
    try input.write("chinh", to: "1.txt")
    #expect(try run() == [.done: 1])
  }

  @Test func aNewNameIsTheSameInput() throws {
    try input.write("hanh chinh", to: "scan001.txt")
    try run()
    let queue = try DatabaseQueue(path: output.path + "/catalogue.sqlite")
    try queue.write { db in
      let sha = try String.fetchOne(db, sql: "SELECT sha256 FROM inputs")
      try db.execute(
        sql: """
          INSERT INTO decisions (path, sha256, start, "end", field, document, ordinal, text, sheet)
          VALUES ('scan001.txt', ?, 5, 10, '', 0, 0, 'CHỈNH', 1)
          """, arguments: [sha])
    }
    try FileManager.default.moveItem(atPath: input.path + "/scan001.txt", toPath: input.path + "/QD 5.txt")
    #expect(try run() == [.done: 1])
    #expect(output.read("QD 5.txt") == "hanh CHỈNH")
    #expect(!output.has("scan001.txt") && !output.has("scan001.record.json"))
    #expect(try run() == [.skipped: 1])
  }

  @Test func anotherFolderIsRefusedUnlessAskedFor() throws {
    try input.write("chinh", to: "1.txt")
    try run()
    let other = try TemporaryFolder()
    try other.write("khác", to: "1.txt")
    do {
      try run(from: other)
      Issue.record("another folder's files were put in")
    } catch let error as BatchError {
      #expect(error.code == .otherInput)
    }
    #expect(output.read("1.txt") == "chính")
    #expect(try run(from: other) { $0.isMoved = true } == [.done: 1])
    #expect(try run(from: other) == [.skipped: 1])
  }

  @Test func severalFoldersHaveNames() throws {
    let other = try TemporaryFolder()
    for (folder, text) in [(input, "chinh một"), (other, "chinh hai")] {
      try folder.write(text, to: "a/1.txt")
    }
    let folders = [("2022", input.path), ("2023", other.path)].map { InputFolders.Folder(name: $0, path: $1) }
    func run(_ folders: [InputFolders.Folder], isMoved: Bool = false) throws -> [BatchOutcome: Int] {
      var options = BatchOptions()
      options.isMoved = isMoved
      let inputs = try InputFolders(folders).joined(to: output.path, isMoved: isMoved)
      return try BatchRun(engine: FakeEngine(), inputs: inputs, output: output.path, options: options).run()
        .counts
    }
    #expect(try run(folders) == [.done: 2])
    #expect(output.read("2022/a/1.txt") == "chính một" && output.read("2023/a/1.txt") == "chính hai")
    // The archive knows its folders, by name or by place, and takes further ones.
    #expect(try run([folders[0]]) == [.skipped: 2])
    #expect(try run([InputFolders.Folder(path: other.path)]) == [.skipped: 2])
    let third = try TemporaryFolder()
    try third.write("chinh ba", to: "1.txt")
    #expect(try run([InputFolders.Folder(name: "2024", path: third.path)]) == [.done: 1, .skipped: 2])
    // A name that means another folder, and a folder without a name, are refused.
    for wrong in [InputFolders.Folder(name: "2022", path: third.path), .init(path: output.path)] {
      #expect(throws: BatchError.self) { try run([wrong]) }
    }
    #expect(
      try run([.init(name: "2022", path: third.path)], isMoved: true) == [.done: 1, .skipped: 2, .missing: 1])
    let catalogue = try Catalogue(reading: output.path)
    let last = try #require(try catalogue.reviewInputs(secret: false).first { $0.path == "2024/1.txt" })
    #expect(ReviewText.page(of: last, folder: output.path)?.text == "chinh ba")
    #expect(ArchiveGuard.forbids(third.path + "/x.csv", archive: output.path))
  }

  @Test func foldersOfOneNameAreRefused() throws {
    let folders = InputFolders([.init(path: "/a/scan"), .init(path: "/b/scan")])
    #expect(throws: BatchError.self) { try folders.joined(to: output.path, isMoved: false) }
    #expect(InputFolders.Folder(argument: "2022=/a").name == "2022")
    #expect(InputFolders.Folder(argument: "/a/b=c/d").name.isEmpty)
  }

  @Test func aLoneFolderWithoutANameTakesNoOtherBesideIt() throws {
    try input.write("chinh", to: "1.txt")
    try run()
    let folders = InputFolders([.init(path: input.path), .init(name: "2023", path: "/b")])
    do {
      _ = try folders.joined(to: output.path, isMoved: true)
      Issue.record("two folders without names of their own are in one archive")
    } catch {
      #expect(error.code == .unnamedInput)
      // What is told names the archive's folder by its place, not by a name that it never had.
      #expect(error.message.contains(input.path) && error.place.contains(input.path))
    }
  }

  @Test func picturesBesideTheirTextAreNoInputs() throws {
    for name in ["a.txt", "b/Thư.hocr.txt", "c.txt"] { try input.write("chinh", to: name) }
    for name in ["a.png", "b/Thư-2.jpg", "c/1.tif", "c_02.tif", "d.png", "c12.png", "a-x.png"] {
      try input.write("x", to: name)
      try Data([0x89, 0x50, 0x4E, 0x47]).write(to: URL(fileURLWithPath: input.path + "/" + name))
    }
    let progress = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run()
    #expect(progress.counts == [.done: 3, .needsOCR: 3])
    let names = progress.named[.needsOCR]?.map { $0.prefix { $0 != " " } }
    #expect(names == ["a-x.png", "c12.png", "d.png"])
  }

  @Test func whatIsPutAsideCanBeAskedForLater() throws {
    try input.write("MẬT\nchinh", to: "1.txt")
    #expect(try run() == [.held: 1])
    #expect(try run { $0.secret = .include } == [.done: 1])
    #expect(try run { $0.secret = .include } == [.skipped: 1])
    #expect(output.has("1.txt"))
    #expect(try run() == [.held: 1])
    #expect(!output.has("1.txt") && !output.has("1.record.json"))
    #expect(try run() == [.skipped: 1])
  }

  @Test func litterIsNoInput() throws {
    for name in [
      ".DS_Store", "a/Thumbs.db", "a/._1.txt", "~$1.docx", "desktop.ini", "nháp/1.txt", "a/b/nháp/2.txt",
      "3.bak",
    ] {
      try input.write("chinh", to: name)
    }
    try input.write("# what is no input\nnháp/\n*.bak\n\n", to: ".phuchoiignore")
    try input.write("chinh", to: "a/1.txt")
    #expect(try run() == [.done: 1])
    #expect(output.has("a/1.txt"))
  }

  @Test func filesToSeeToAreNamed() throws {
    try input.write("<fail>", to: "bad.txt")
    try input.write("MẬT\nchinh", to: "secret.txt")
    try Data([0x89, 0x50, 0x4E, 0x47]).write(to: URL(fileURLWithPath: input.path + "/scan.png"))
    let progress = try BatchRun(engine: FakeEngine(), input: input.path, output: output.path).run()
    #expect(progress.named[.failed] == ["bad.txt (PH-1505)"])
    #expect(progress.named[.held] == ["secret.txt"])
    #expect(progress.named[.needsOCR] == ["scan.png (PH-1308)"])
    try ArchiveReport(folder: output.path).write(in: .vietnamese)
    #expect(try #require(output.read("report/held-1.html")).contains("secret.txt"))
    #expect(try #require(output.read("report/failures-1.html")).contains("không xử lý được văn bản"))
  }

  @Test func watchingTakesInWhatHasStoppedGrowing() throws {
    try input.write("chinh", to: "1.txt")
    let all = BatchRun(engine: FakeEngine(), input: input.path, output: output.path)
    _ = try all.run()
    var watch = BatchWatch(run: all)
    watch.interval = 0.01
    try input.write("chinh 2", to: "2.txt")
    var told: [[BatchOutcome: Int]] = []
    try watch.follow(rounds: 4) { told.append(try $0.run().counts) }
    #expect(told == [[.done: 1]])
    #expect(output.read("2.txt") == "chính 2")
  }
}
