import Foundation

/// The built command, run in a folder of its own.
struct CommandRun {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: [UInt8]
    var errors: String
    /// The output as text; invalid bytes become U+FFFD.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Whether the process ended by itself, not by a signal.
    var endedByItself: Bool
  }

  /// The folder of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The fixtures of the checkout.
  static let fixtures = checkout.appendingPathComponent("Fixtures")

  /// The command beside the test runner, or the one that `PHUCHOI_COMMAND` names.
  static let command: URL = {
    if let named = ProcessInfo.processInfo.environment["PHUCHOI_COMMAND"] {
      return URL(fileURLWithPath: named)
    }
    let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent("phuchoi")
    let debug = checkout.appendingPathComponent(".build/debug/phuchoi")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : debug
  }()

  /// Runs the command, or another program, and waits for it. Streams go through files, so that no pipe can fill up.
  /// Standard input is the file at `inputPath`, or `input`.
  static func run(
    _ arguments: [String], input: [UInt8] = [], inputPath: String? = nil, environment: [String: String] = [:],
    command: URL = command
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phuchoi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input).write(to: places[0])
    for place in places.dropFirst() { try Data().write(to: place) }
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.standardInput = try FileHandle(
      forReadingFrom: inputPath.map { URL(fileURLWithPath: $0) } ?? places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    var variables = ProcessInfo.processInfo.environment
    variables["LC_ALL"] = "C"
    process.environment = variables.merging(environment) { $1 }
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: Array(try Data(contentsOf: places[1])),
      errors: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self),
      endedByItself: process.terminationReason == .exit)
  }
  /// The most memory, in bytes, that a run of the command held at once; what it writes is thrown away.
  static func peakMemory(_ arguments: [String]) throws -> Int {
    let text = [command.path] + arguments
    let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
    var (words, environment) = (text.map { strdup($0) } + [nil], variables.map { strdup($0) } + [nil])
    defer { for word in words + environment { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var (process, status, usage) = (pid_t(), Int32(), rusage())
    guard posix_spawn(&process, command.path, &actions, nil, &words, &environment) == 0,
      wait4(process, &status, 0, &usage) == process, status == 0
    else { throw CocoaError(.executableLoad) }
    return usage.ru_maxrss << 10
  }
}
