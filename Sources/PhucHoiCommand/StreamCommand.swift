import ArgumentParser
import JSON
import PhucHoi
import PhucHoiArchive
import Platform

/// `phuchoi stream`: one JSON object a line in, exactly one a line out, in the same order.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Repair JSON lines: one object in, exactly one out, in the same order.",
    discussion: """
      In: {"id": ..., "text": "..."} or {"id": ..., "pages": ["...", ...]}; other keys are passed through. A line \
      that cannot be answered gives {"id": ..., "error": {"code": ..., "message": ...}}. At the end one line of \
      counts goes to standard error.
      """)

  @Option(help: ArgumentHelp("What answers hold: text, record, edits.", valueName: "list"))
  var emit = "text"

  @Option(help: "How many lines are worked on at once.")
  var jobs = 1

  @Option(help: "The longest line that is taken, in bytes.")
  var maxBytes = 16 << 20

  @Option(help: "How long one line may take, in milliseconds.")
  var timeoutMs = 60_000

  @OptionGroup var repair: EngineOptions

  func validate() throws {
    guard jobs <= 1024 else { throw ValidationError("--jobs \(jobs): at most 1024") }
    guard jobs > 0, maxBytes > 0, timeoutMs > 0 else {
      throw ValidationError("--jobs, --max-bytes and --timeout-ms must be positive")
    }
    _ = try fields()
  }

  func run() throws {
    try OutputFile.refuseStandardOutput(
      over: [.standardInput] + repair.lexicon.inputs + repair.location.inputs)
    var stream = StreamRun(engine: try repair.engine(policy: .fixed(.balanced)))
    stream.fields = try fields()
    stream.jobs = jobs
    stream.maxBytes = maxBytes
    stream.timeout = timeoutMs
    let clock = ContinuousClock()
    let start = clock.now
    let counts = try counts(of: stream)
    let seconds = Double((clock.now - start).components.seconds)
    let line = JSONWriter.bytes(counts.json(seconds: seconds))
    StandardStream.error.say(String(decoding: line, as: UTF8.self))
  }

  /// Runs the stream. Throws `CommandFailure` where its input cannot be read, or nobody reads its output.
  private func counts(of stream: StreamRun) throws -> StreamCounts {
    do {
      return try stream.run(input: 0) { try StandardStream.output.write($0) }
    } catch let error as POSIXError {
      let reason = String(cString: strerror(error.code.rawValue))
      throw CommandFailure(
        "PH-1003", Message(vi: "-: không đọc được: \(reason).", en: "-: cannot be read: \(reason)."))
    } catch let failure as CommandFailure where failure.status == .done {
      // Lines were asked for that nobody took.
      throw CommandFailure(
        "PH-4001", status: .output,
        Message(vi: "không ghi được kết quả.", en: "output could not be written: nobody reads it."))
    }
  }

  private func fields() throws -> Set<StreamField> {
    var fields: Set<StreamField> = []
    for name in emit.split(separator: ",") {
      guard let field = StreamField(rawValue: String(name)) else {
        throw ValidationError("--emit \(name): text, record or edits expected")
      }
      fields.insert(field)
    }
    return fields
  }
}
