import Foundation
import JSON
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
