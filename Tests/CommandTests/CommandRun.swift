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
  /// The most memory, in bytes, that a run of the command held at once, as the system told until its end; what it writes is
  /// thrown away. What `wait4` tells counts what the test runner held as well.
  static func peakMemory(_ arguments: [String]) throws -> Int {
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
      usleep(1_000)
    }
    return peak << 10
  }
}
