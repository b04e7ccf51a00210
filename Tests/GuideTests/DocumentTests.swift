import Foundation
import Testing

/// What documents say of files and tests is so.
@Suite struct DocumentTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// All files below `folders` with one of the extensions, in one text.
  private func code(_ folders: [String], _ extensions: [String]) throws -> String {
    var all = ""
    for folder in folders {
      let place = root.appendingPathComponent(folder)
      let files = try #require(FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil))
      for case let file as URL in files where extensions.contains(file.pathExtension) {
        all += try String(contentsOf: file, encoding: .utf8)
      }
    }
    return all
  }

  /// What stands between backquotes.
  private func quoted(_ text: some StringProtocol) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  @Test func testsThatDocumentsNameExist() throws {
    let parts = try text("docs/threat-model.md").components(separatedBy: "## What was found once")
    try #require(parts.count == 2)
    let names = parts[1].split(separator: "\n").flatMap { row in
      row.split(separator: "|").last.map { quoted($0) } ?? []
    }
    #expect(names.count > 30)
    let tests = try code(["Tests"], ["swift"])
    for name in names {
      #expect(
        exists("Fixtures/cli/\(name).json") || tests.contains("func \(name)(")
          || tests.contains("struct \(name) "), "\(name)")
    }
  }

  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/crash-safety.md"])
  func filesThatDocumentsNameExist(_ document: String) throws {
    let names = quoted(try text(document)).filter { name in
      [".swift", ".py", ".tsv", ".bin"].contains(where: name.hasSuffix) && name.contains("/")
        && name.allSatisfy { $0.isLetter || $0.isNumber || "/+._-".contains($0) }
    }
    for name in names where !name.hasPrefix("OUT/") && !name.hasPrefix("report/") {
      #expect(["", "Sources/", "Dictionaries/"].contains { exists($0 + name) }, "\(document): \(name)")
    }
  }

  /// A table that nothing reads, or a model of which nobody knows how it was made, is dead weight.
  @Test func allTablesAreReadAndAllModelsAreDescribed() throws {
    let description = try text("Dictionaries/README.md")
    let readers = try code(["Sources"], ["swift"])
    let tables = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Dictionaries/tables").path)
    for table in tables where table.hasSuffix(".tsv") {
      #expect(description.contains("`\(table)`"), "\(table)")
      #expect(readers.contains("\"\(table)\""), "\(table)")
    }
    let models = root.appendingPathComponent("Dictionaries/models")
    for model in try FileManager.default.contentsOfDirectory(atPath: models.path) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["sha256sum", models.appendingPathComponent(model).path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      try #require(output.count > 64)
      #expect(
        description.contains(output.prefix(64)), "\(model) is another than Dictionaries/README.md describes")
    }
  }
}
