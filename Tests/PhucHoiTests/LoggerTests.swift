import Foundation
import Logging
import PhucHoi
import Synchronization
import Testing

/// Keeps everything that it is told.
private struct RecordingHandler: LogHandler {
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let lines: Lines
  var logLevel = Logger.Level.trace
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)")
  }
}

/// The logger is told what happens, and never what anybody wrote.
@Suite(.enabled(if: models != nil, "models are not there"))
struct LoggerTests {
  private func logger() -> (Logger, RecordingHandler.Lines) {
    let lines = RecordingHandler.Lines()
    return (Logger(label: "test") { _ in RecordingHandler(lines: lines) }, lines)
  }

  @Test func repairsAreToldWithoutTheirText() throws {
    let (logger, lines) = logger()
    let directory = try #require(models).directory
    let lexicon = UserLexicon("Zyxwkq Mừu\npin\tQwvzj\nrule\tJjqx\tXxqj\nrule\tJjqx\tVvqj\nkind\tWwqj")
    var repairer = Repairer(models: try Models(directory: directory, logger: logger), lexicon: lexicon)
    let reading = try #require(try FixtureDocuments.readings(of: FixtureDocuments.names[0]).first)
    let text = reading.seen + "\nZyxwkq Mừu, Qwvzj va Jjqx.\n"
    repairer.options.sectionLength = 1000
    let repair = repairer.repair(text)
    _ = try Extractor(models: try #require(models))
      .record(of: repair.aligned, path: "", sha256: "", limits: .none, logger: logger)
    #expect(throws: PhucHoiError.self) { try repairer.repair(text, limits: WorkLimits(time: .zero)) }
    let told = lines.all
    for message in [
      "models loaded", "lexicon ready", "lexicon line left out", "text repaired", "fields read",
      "repair ended",
    ] {
      #expect(told.contains { $0.contains(message) }, "\(message)")
    }
    #expect(told.contains { $0.contains("PH-1102") })
    let words = (text + " " + repair.text).split { !$0.isLetter && !$0.isNumber }.filter {
      $0.utf8.count >= 5
    }
    let path = directory.path
    for line in told {
      let line = line.replacing(path, with: "")
      for word in Set(words) { #expect(!line.contains(word), "a word of the document in a log line") }
    }
  }

  @Test func aLoggerOfItsOwnComesFirst() throws {
    let (logger, lines) = logger()
    _ = Repairer(models: try #require(models), logger: logger).repair("Uy ban nhan dan")
    #expect(lines.all.count == 1)
    #expect(lines.all[0].contains("text repaired"))
    #expect(lines.all[0].contains("edits"))
  }

  @Test func missingModelsAreTold() {
    let (logger, lines) = logger()
    #expect(throws: PhucHoiError.self) {
      try Models(directory: URL(fileURLWithPath: "/nowhere"), logger: logger)
    }
    #expect(lines.all.contains { $0.contains("models not loaded") })
  }
}
