import Foundation
import Testing

/// The commands of the README files, run as they stand.
@Suite(.enabled(if: hasModels, "models are not there"))
struct ReadmeTests {
  /// The fenced blocks of `kind` below the heading `title`; of the whole file for nil.
  private func blocks(_ file: String, _ kind: String, below title: String? = nil) throws -> [[String]] {
    let url = CommandRun.checkout.appendingPathComponent(file)
    var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")[...]
    if let title {
      let start = try #require(lines.firstIndex(of: "## " + title))
      lines = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    }
    let parts = lines.split(separator: "```" + kind, omittingEmptySubsequences: false)
    return parts.dropFirst().map { Array($0.prefix { $0 != "```" }) }
  }

  @Test(arguments: ["README.md", "README.vi.md"])
  func theExampleIsWhatTheCommandPrints(_ file: String) throws {
    let block = try #require(try blocks(file, "console").first)
    let calls = block.split(separator: "$ cat scan.txt").flatMap {
      $0.split(separator: "$ phuchoi repair scan.txt")
    }
    try #require(calls.count == 2)
    let outcome = try CommandRun.run(["repair"], input: Array((calls[0].joined(separator: "\n") + "\n").utf8))
    #expect(outcome.text == calls[1].joined(separator: "\n") + "\n")
  }

  @Test(arguments: [("README.md", "A day's work"), ("README.vi.md", "Một ngày làm việc")])
  func theDayIsDoneAsDescribed(_ file: String, _ title: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("day-\(UUID().uuidString)")
    let tools = folder.appendingPathComponent("tools")
    try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try standIns(in: tools)
    let commands = try #require(try blocks(file, "sh", below: title).first)
    #expect(commands.count >= 5)
    for command in commands {
      let isServer = command.hasPrefix("phuchoi serve")
      // The page is there until it is told to go.
      let outcome = try shell(isServer ? "timeout -k 5 5 " + command : command, in: folder, tools)
      #expect(isServer || outcome.status == 0, "\(command): \(outcome.output)")
      if command.hasPrefix("phuchoi find") {
        #expect(outcome.output.contains("page.hocr"), "\(outcome.output)")
      }
      if isServer { #expect(outcome.output.contains("http://"), "\(outcome.output)") }
    }
  }

  /// What takes hours or papers of one's own is not run, but every command and option that is named is there.
  @Test(arguments: ["Sources/PhucHoi/PhucHoi.docc/TrainOnYourOwnPapers.md", "Dictionaries/README.md"])
  func longCommandsNameWhatThereIs(_ file: String) throws {
    let lines = try blocks(file, "sh").flatMap { $0 }.joined(separator: "\n")
      .replacingOccurrences(of: "\\\n", with: " ").components(separatedBy: "\n")
    let commands = lines.map { $0.split(separator: " ").map(String.init) }.filter { $0.first == "phuchoi" }
    #expect(commands.count >= 5)
    for command in commands {
      let help = try CommandRun.run([try #require(command.dropFirst().first), "--help"])
      #expect(help.status == 0, "\(command)")
      for word in command where word.hasPrefix("-") {
        let option = word == "-o" ? "-o, --output" : word
        #expect(help.text.contains(option + " ") || help.text.contains(option + "\n"), "\(command): \(word)")
      }
    }
  }

  /// A scanner and an engine, and the command under its name.
  private func standIns(in tools: URL) throws {
    let words = "KẾ HOẠCH bồi dưỡng nghiệp vụ công tác đảng viên".split(separator: " ")
    let spans = words.enumerated().map { index, word in
      "<span class='ocrx_word' title='bbox \(index * 90) 10 \(index * 90 + 80) 40; x_wconf 91'>\(word)</span>"
    }
    let page = "<html><body><div class='ocr_page' title='bbox 0 0 900 900'><span class='ocr_line'>"
    let hocr = page + spans.joined(separator: " ") + "</span></div></body></html>"
    try Data(hocr.utf8).write(to: tools.appendingPathComponent("sample"))
    let scripts = [
      "scanimage": "printf picture > scans/page.png",
      "tesseract": "cp \"$(dirname \"$0\")/sample\" \"$2.hocr\"",
    ]
    for (name, line) in scripts {
      let url = tools.appendingPathComponent(name)
      try Data("#!/bin/sh\n\(line)\n".utf8).write(to: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
    try FileManager.default.createSymbolicLink(
      at: tools.appendingPathComponent("phuchoi"), withDestinationURL: CommandRun.command)
  }

  private func shell(_ line: String, in folder: URL, _ tools: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = tools.path + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    variables["LC_ALL"] = "C.UTF-8"
    process.environment = variables
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
