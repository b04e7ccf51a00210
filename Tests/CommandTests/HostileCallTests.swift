import Foundation
import JSON
import PhucHoi
import Testing

/// Calls that nobody means well: each an error with a code, none a read without end.
@Suite(.enabled(if: hasModels, "models are not there"))
struct HostileCallTests {
  @Test(arguments: [
    ["repair", "--lexicon", "/dev/zero", "-"], ["explain", "-"], ["repair", "-"], ["extract", "-"],
    ["extract", "--format", "csv", "--profile", "/dev/zero", "-"],
  ])
  func whatIsTooLargeIsNotRead(_ arguments: [String]) throws {
    let input = [UInt8](
      repeating: UInt8(ascii: "a"), count: arguments.contains("/dev/zero") ? 10 : 70_000_000)
    let outcome = try CommandRun.run(arguments + ["--lang", "en"], input: input)
    #expect(outcome.endedByItself)
    #expect([2, 3, 5].contains(outcome.status), "\(outcome.status) \(outcome.errors.prefix(300))")
    #expect(outcome.errors.contains("PH-"))
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: ["1000000", "99999999999999999999", "0", "-1", "x"])
  func whatCannotBeReadOrCountedIsTold(_ jobs: String) throws {
    for command in [["stream"], ["batch", "/nowhere", "/nowhere-else"]] {
      let outcome = try CommandRun.run(command + ["--jobs=" + jobs])
      #expect(outcome.endedByItself && outcome.status == 2)
    }
    let folder = try CommandRun.run(["repair", "--lang", "en", NSTemporaryDirectory()])
    #expect(folder.status == 5 && folder.errors.contains("PH-1002"))
  }

  /// Whatever the shell gives as standard input is an input as well.
  @Test func whatStandardInputReadsIsNotWrittenOver() throws {
    let path = NSTemporaryDirectory() + "input-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("Uy ban nhan dan\n".utf8).write(to: URL(fileURLWithPath: path))
    let outcome = try CommandRun.run(["repair", "--html", path, "--force", "-"], inputPath: path)
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2001"), "\(outcome.errors)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "Uy ban nhan dan\n")
  }

  private static let script = URL(fileURLWithPath: "/usr/bin/script")

  /// On a terminal a text is shown, in a pipe it is handed on as it is.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script.path), "nothing gives a terminal"))
  func textsCannotSteerTheTerminal() throws {
    let path = NSTemporaryDirectory() + "text-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("a\u{1B}]0;b\u{7} c\u{9B}2J \u{202E}d\u{1B}[8m\r\n".utf8).write(to: URL(fileURLWithPath: path))
    let shown = try CommandRun.run(
      ["-qec", "'\(CommandRun.command.path)' normalize '\(path)'", "/dev/null"],
      environment: ["SHELL": "/bin/sh"], command: Self.script
    ).text
    #expect(shown.contains("\\u{1b}]0;b\\u{7}") && shown.contains("\\u{202e}d"), "\(shown)")
    #expect(!shown.unicodeScalars.contains { ["\u{1B}", "\u{9B}", "\u{202E}"].contains($0) })
    #expect(!shown.contains("\\u{d}"))
    #expect(try CommandRun.run(["normalize", path]).text.contains("\u{1B}]0;b"))
  }

  /// What is read beside the texts is an input as well.
  @Test(arguments: [
    ["repair", "--html", "WORDS", "--lexicon", "WORDS", "--force", "-"],
    ["evaluate", "--svg", "WORDS", "--lexicon", "WORDS", "--force", "TEXT", "--gold", "TEXT"],
    ["repair", "--models", "MODELS", "--html", "MODELS/models/channel.bin", "--force", "-"],
  ])
  func whatIsReadBesideIsNotWrittenOver(_ arguments: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("beside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = ["WORDS", "TEXT"].map { folder.appendingPathComponent($0) }
    for place in places { try Data("Mừu\n".utf8).write(to: place) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("MODELS"), withDestinationURL: ModelLocator.find())
    let outcome = try CommandRun.run(
      arguments.map { word in
        ["WORDS", "TEXT", "MODELS"].contains { word.hasPrefix($0) } ? "\(folder.path)/\(word)" : word
      })
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2001"), "\(outcome.errors)")
    for place in places { #expect(try Data(contentsOf: place) == Data("Mừu\n".utf8)) }
  }

  /// A redirection is an output as well.
  @Test(arguments: ["repair --models \"$1\" -", "stream --models \"$1\"", "explain --models \"$1\" -"])
  func tablesThatAreReadAreNotWrittenOver(_ call: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let good = try ModelLocator.find()
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("models"), withDestinationURL: good.appendingPathComponent("models"))
    try FileManager.default.copyItem(
      at: good.appendingPathComponent("tables"), to: folder.appendingPathComponent("tables"))
    let outcome = try CommandRun.run(
      ["-c", "\"$0\" \(call) >> \"$1/tables/document_types.tsv\"", CommandRun.command.path, folder.path],
      input: Array("{\"text\":\"a\"}\n".utf8), command: URL(fileURLWithPath: "/bin/sh"))
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2001"), "\(outcome.errors)")
  }

  /// Nobody reads answers to its own answers without end.
  @Test func aStreamDoesNotFeedItself() throws {
    let path = NSTemporaryDirectory() + "stream-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("{\"text\":\"a\"}\n".utf8).write(to: URL(fileURLWithPath: path))
    let outcome = try CommandRun.run(
      ["-c", "\"$0\" stream < \"$1\" >> \"$1\"", CommandRun.command.path, path],
      command: URL(fileURLWithPath: "/bin/sh"))
    #expect(outcome.status == 2 && outcome.errors.contains("PH-2001"), "\(outcome.errors)")
  }

  /// Numbers without sense are wrong usage or wrong options, never a trap.
  @Test(arguments: [
    ["review", "export", "/nowhere", "/nowhere/x.csv", "--limit=-5"],
    ["review", "export", "/nowhere", "/nowhere/x.csv", "--below", "nan"],
    ["train", "TEXT", "-o", "TEXT.bin", "--hold-out-every", "0"],
    ["train", "TEXT:99999999999999999", "-o", "TEXT.bin", "--minimum-word-count", "1"],
    ["train", "TEXT:-3", "-o", "TEXT.bin"], ["train", "TEXT", "-o", "TEXT.bin", "--ngrams=-5"],
    ["train", "TEXT", "-o", "TEXT.bin", "--cutoffs=-1,1,1"],
    ["train", "TEXT", "-o", "TEXT.bin", "--plain-loss-weight", "nan"],
    ["train", "TEXT", "-o", "TEXT.bin", "--arpa", "TEXT.bin"],
    ["calibrate", "/nowhere", "-o", "TEXT.bin", "--leaves=-1"],
  ])
  func numbersWithoutSenseAreTold(_ arguments: [String]) throws {
    let path = NSTemporaryDirectory() + "corpus-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("Ủy ban nhân dân\n".utf8).write(to: URL(fileURLWithPath: path))
    let outcome = try CommandRun.run(
      arguments.map { $0.hasPrefix("TEXT") ? path + $0.dropFirst(4) : $0 })
    #expect(outcome.endedByItself && ![0, 1].contains(outcome.status), "\(outcome)")
    #expect(!outcome.errors.isEmpty && !FileManager.default.fileExists(atPath: path + ".bin"))
  }

  @Test func pagesCarryAPolicy() throws {
    let path = NSTemporaryDirectory() + "page-\(UUID().uuidString).html"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outcome = try CommandRun.run(
      ["repair", "--html", path], input: Array("<script>Uy ban nhan dan\n".utf8))
    #expect(outcome.status == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("Content-Security-Policy") && page.contains("default-src 'none'"))
    #expect(!page.contains("<script>Uy"))
  }

  /// What is written in blocks is one line and one value all the same.
  @Test func tokensAreWrittenPieceByPiece() throws {
    let text = Array(String(repeating: "Ủy ban nhân dân tỉnh\n", count: 4_000).utf8)
    let outcome = try CommandRun.run(["repair", "--json", "--tokens", "--no-model-check"], input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output.count > 4 << 16)
    #expect(outcome.output.count { $0 == 0x0A } == 1 && outcome.output.last == 0x0A)
    let value = try JSONParser.parse(outcome.output)
    #expect(value["tokens"]?.elements.count == 20_000)
    #expect(value["edits"]?.elements.isEmpty == true)
  }
}
