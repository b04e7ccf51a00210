import ArgumentParser
import Foundation
import PhucHoi

/// Measures repair on one core, and the command's start-up time and peak memory.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Speed of repair, start-up time, peak memory, or how late limits answer; one JSON object.")

  @Option(help: "The built command.")
  var command: String

  @Option(help: "The folder of composed documents.")
  var fixtures: String

  @Option(help: "Counted runs of each measurement.")
  var runs = 10

  @Flag(help: "Measure how long after its time is up a call on 64 MB answers, and nothing else.")
  var limits = false

  func run() throws {
    try print(limits ? Lateness.series() : speedSeries())
  }

  private func speedSeries() throws -> [Series] {
    // First, while this process is small: a child's peak memory counts what its parent held at the start.
    var series = try commandSeries()
    for sample in try Sample.all(in: fixtures) { series += try speed(of: sample) }
    return series
  }

  private func print(_ series: [Series]) throws {
    let report = Report(
      date: ISO8601DateFormatter().string(from: Date()), cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString, series: series)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    Swift.print(String(decoding: try encoder.encode(report), as: UTF8.self))
  }

  /// Syllables a second: the text alone with fresh models, whose decoder remembers nothing yet, and with warm ones;
  /// with all edits and confidences.
  private func speed(of sample: Sample) throws -> [Series] {
    let syllables = Double(sample.syllableCount)
    func rate(_ repair: (String) -> String) -> Double {
      let start = ContinuousClock.now
      for text in sample.texts { _ = repair(text) }
      return syllables / ((ContinuousClock.now - start) / .seconds(1))
    }
    let unit = "syllables/s"
    let first = try Series.measure("\(sample.name), first pass", unit: unit, warmUps: 1, runs: runs) {
      let repairer = Repairer(models: try Models.located())
      return rate(repairer.repairedText)
    }
    let repairer = Repairer(models: try Models.located())
    let warm = Series.measure("\(sample.name), warm", unit: unit, warmUps: 2, runs: runs) {
      rate(repairer.repairedText)
    }
    let whole = Series.measure("\(sample.name), warm, with edits", unit: unit, warmUps: 2, runs: runs) {
      rate { repairer.repair($0).text }
    }
    return [first, warm, whole]
  }

  private func commandSeries() throws -> [Series] {
    let line = FileManager.default.temporaryDirectory.appendingPathComponent("line-\(getpid()).txt")
    try Data("Uy ban nhan dan tinh\n".utf8).write(to: line)
    defer { try? FileManager.default.removeItem(at: line) }
    let documents = try FileManager.default.contentsOfDirectory(atPath: fixtures).sorted().map {
      "\(fixtures)/\($0)/heavy-eng.txt"
    }.filter(FileManager.default.fileExists)
    var (starts, small, large): ([Double], [Double], [Double]) = ([], [], [])
    for run in 0..<runs + 2 {
      let one = try CommandTiming.run(command, ["repair", line.path])
      let all = try CommandTiming.run(command, ["repair"] + documents)
      guard run >= 2 else { continue }
      starts.append(one.firstOutput * 1000)
      small.append(one.peakMemory / 1e6)
      large.append(all.peakMemory / 1e6)
    }
    return [
      Series(name: "start to first output, one line", unit: "ms", values: starts),
      Series(name: "peak memory, one line", unit: "MB", values: small),
      Series(name: "peak memory, heavy-eng documents", unit: "MB", values: large),
    ]
  }
}

/// What is printed.
struct Report: Encodable {
  var date: String
  var cores: Int
  var system: String
  var series: [Series]
}
