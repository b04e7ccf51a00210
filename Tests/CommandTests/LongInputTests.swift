import Foundation
import Testing

/// Inputs that are long in one way or another.
@Suite(.enabled(if: hasModels, "models are not there"))
struct LongInputTests {
  /// Sanitizers keep what is freed, and so take memory of their own.
  private static let isSanitized = ProcessInfo.processInfo.environment["PHUCHOI_SANITIZER"] != nil

  /// 300 MB for a megabyte of words of one letter, which take the most of all shapes that were tried.
  @Test(.disabled(if: isSanitized), arguments: [["repair", "--json", "--tokens"], ["extract"]])
  func aMegabyteTakesBoundedMemory(_ command: [String]) throws {
    let path = NSTemporaryDirectory() + "megabyte-\(UUID().uuidString).txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(String(repeating: "a b ", count: 250_000).utf8).write(to: URL(fileURLWithPath: path))
    let peak = try CommandRun.peakMemory(command + [path])
    #expect(peak > 50_000_000 && peak < 300_000_000)
  }

  @Test func longLineWithoutBlanks() throws {
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: 300_000) + [0x0A]
    let outcome = try CommandRun.run(["repair"], input: line)
    #expect(outcome.status == 0)
    #expect(outcome.output == line)
  }

  @Test func longLineOfMarks() throws {
    let line = Array(String(repeating: "-/.,(\"", count: 20_000).utf8)
    let outcome = try CommandRun.run(["repair"], input: line)
    #expect(outcome.status == 0)
    #expect(outcome.output.count == line.count)
  }

  @Test func manyWordsOnOneLine() throws {
    let line = Array((String(repeating: "uy ban nhan dan tinh ", count: 2_000) + "\n").utf8)
    let outcome = try CommandRun.run(["repair"], input: line)
    #expect(outcome.status == 0)
    #expect(outcome.output.count { $0 == 0x0A } == 1)
    #expect(outcome.text.split(separator: " ").count == 10_001)
  }

  /// Joints at which a word comes apart must not nest without bound.
  @Test(arguments: ["a,b-c/", "abc-", "12/QD.", "(a"])
  func longLineOfPieces(_ piece: String) throws {
    let line = Array((String(repeating: piece, count: 30_000) + "\n").utf8)
    let outcome = try CommandRun.run(["repair"], input: line)
    #expect(outcome.endedByItself)
    #expect(outcome.status == 0)
    #expect(outcome.output.count { $0 == 0x0A } == 1)
  }

  /// What is looked for in a whole line is looked for once, not once a word.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["|", "| a ", "Cá»™ng hÃ²a xÃ£ há»™i ", "a\t", "**a** _b_ ", "I.", "\"", "Số: "])
  func longLineOfSignsTakesNoLongerThanItsWords(_ piece: String) throws {
    let line = Array((String(repeating: piece, count: 60_000 / piece.utf8.count) + "\n").utf8)
    for command in ["repair", "extract"] {
      let outcome = try CommandRun.run([command], input: line)
      #expect(outcome.endedByItself && outcome.status == 0)
      if command == "repair" { #expect(outcome.output.count { $0 == 0x0A } == 1) }
    }
  }

  /// Marks in an order that normalising sorts: quadratic work for whoever compares strings by their normal forms.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "Số: ", "QuyÕt ®Þnh vÒ viÖc thµnh lËp\n", "QUYẾT ĐỊNH\n", "Nơi nhận:\n- ", "Căn cứ ", "KT. ",
      "Kính gửi: ", "",
    ])
  func endlessMarksTakeNoTime(_ head: String) throws {
    let marks = String(repeating: "\u{301}\u{323}", count: 60_000)
    let text = Array((head + "a" + marks + "\n" + head + marks + " b\n").utf8)
    for command in ["repair", "extract"] {
      let outcome = try CommandRun.run([command], input: text)
      #expect(outcome.endedByItself && outcome.status == 0)
    }
  }

  @Test func longLineIsRepairedInPieces() throws {
    let line = Array((String(repeating: "Ủy ban nhân dân tỉnh Quảng Ninh. ", count: 9_000) + "\n").utf8)
    let outcome = try CommandRun.run(["repair"], input: line)
    #expect(outcome.status == 0)
    #expect(outcome.output == line)
  }

  @Test func timeThatIsUpIsTold() throws {
    let line = Array((String(repeating: "uy ban nhan dan tinh ", count: 20_000) + "\n").utf8)
    for command in ["repair", "extract"] {
      let outcome = try CommandRun.run(
        [command, "--lang", "en", "--timeout-ms", "1", "--no-model-check"], input: line)
      #expect(outcome.status == 5)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("PH-1102"))
      #expect(outcome.errors.contains("--timeout-ms"))
    }
  }
}
