import Foundation
import PhucHoi
import Testing

/// Whether this checkout or the environment has models.
let hasModels = (try? ModelLocator.find()) != nil

/// The command line as scripts rely on it, each case a file.
@Suite(.enabled(if: hasModels, "models are not there"))
struct CommandCaseTests {
  @Test(arguments: try CommandCase.all())
  func behaves(_ expected: CommandCase) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in expected.files ?? [:] {
      let place = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    let corrupt = CommandRun.fixtures.appendingPathComponent("corrupt").path
    let arguments = expected.args.map {
      $0.replacingOccurrences(of: "{dir}", with: folder.path).replacingOccurrences(
        of: "{corrupt}", with: corrupt)
    }
    let outcome = try CommandRun.run(arguments, input: Array((expected.stdin ?? "").utf8))
    check(outcome, expected)
    for (name, pieces) in expected.written ?? [:] {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for piece in pieces { #expect(text.contains(piece), "\(name)") }
    }
    for name in expected.unchanged ?? [] {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(bytes == Array((expected.files?[name] ?? "").utf8), "\(name)")
    }
  }

  private func check(_ outcome: CommandRun.Outcome, _ expected: CommandCase) {
    #expect(outcome.endedByItself)
    #expect(outcome.status == expected.status, "\(outcome.errors)")
    // Bytes are compared: equal strings may be written in different normal forms.
    if let stdout = expected.stdout { #expect(outcome.output == Array(stdout.utf8), "\(outcome.text)") }
    if let stderr = expected.stderr { #expect(outcome.errors == stderr) }
    for piece in expected.stdoutContains ?? [] { #expect(outcome.text.contains(piece)) }
    for piece in expected.stderrContains ?? [] { #expect(outcome.errors.contains(piece)) }
    if let lines = expected.stdoutLines { #expect(outcome.output.count { $0 == 0x0A } == lines) }
  }
}
