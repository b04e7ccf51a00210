import Foundation

/// A run of the command as data: `Fixtures/cli/NAME.json`.
///
/// In `args`, `{dir}` is a folder that holds `files`, `{corrupt}` the damaged inputs of the fixtures.
struct CommandCase: Decodable, Sendable, CustomStringConvertible {
  var about: String?
  var args: [String]
  var stdin: String?
  var files: [String: String]?
  var status: Int32
  /// The whole of standard output.
  var stdout: String?
  /// The whole of standard error.
  var stderr: String?
  var stdoutContains: [String]?
  var stderrContains: [String]?
  /// Number of line ends on standard output.
  var stdoutLines: Int?
  /// Files that the run writes, and what they hold.
  var written: [String: [String]]?
  /// Files that the run leaves as they were.
  var unchanged: [String]?
  /// Name of the case; not in the file.
  var name = ""

  var description: String { name }

  private enum CodingKeys: String, CodingKey {
    case about, args, stdin, files, status, stdout, stderr, written, unchanged
    case stdoutContains = "stdout_contains"
    case stderrContains = "stderr_contains"
    case stdoutLines = "stdout_lines"
  }

  /// All cases, by name; a file that cannot be read is an error of the tests.
  static func all() throws -> [CommandCase] {
    let folder = CommandRun.fixtures.appendingPathComponent("cli")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".json")
    }
    return try names.sorted().map { name in
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      var found = try JSONDecoder().decode(CommandCase.self, from: data)
      found.name = String(name.dropLast(5))
      return found
    }
  }
}
