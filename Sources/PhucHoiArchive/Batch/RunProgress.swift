import JSON
import Platform

/// How far a run over an archive is, for those who look on: a small file in the archive, written now and then.
public struct RunProgress: Sendable, Equatable {
  /// How many inputs there are.
  public var total: Int
  /// How many are behind.
  public var finished: Int
  /// How many of them failed.
  public var failed: Int
  /// Seconds since the run began.
  public var seconds: Double

  private static let name = RelativePath(".phuchoi/progress.json")

  /// The run that is at work on the archive in `folder` now; nil where there is none.
  public static func current(of folder: String) -> RunProgress? {
    guard let bytes = try? InputReader(root: folder, limit: 1 << 16).read(name),
      let json = try? JSONParser.parse(bytes), let process = json["process"]?.int, process > 0,
      kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM,
      let total = json["total"]?.int, let finished = json["finished"]?.int
    else { return nil }
    return RunProgress(
      total: total, finished: finished, failed: json["failed"]?.int ?? 0,
      seconds: json["seconds"]?.double ?? 0)
  }

  /// Tells of a run into the file.
  final class Teller {
    private let folder: OutputFolder
    private let start = Date()
    private var last = Date.distantPast

    /// A teller for a run over the archive in `folder`.
    init(folder: OutputFolder) { self.folder = folder }

    /// Writes how far the run is, if the last time is half a second ago. That it cannot be written stops no run.
    func tell(_ progress: BatchProgress) {
      let now = Date()
      guard now.timeIntervalSince(last) > 0.5 else { return }
      last = now
      let json = JSONValue.object([
        ("process", .integer(Int(getpid()))), ("total", .integer(progress.total)),
        ("finished", .integer(progress.finished)), ("failed", .integer(progress.counts[.failed] ?? 0)),
        ("seconds", .decimal(now.timeIntervalSince(start))),
      ])
      try? folder.write(JSONWriter.bytes(json), to: RunProgress.name)
    }

    deinit { folder.remove(RunProgress.name) }
  }
}
