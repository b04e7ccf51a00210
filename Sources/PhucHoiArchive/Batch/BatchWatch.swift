import Platform

/// Follows an input folder: files are taken in as they come, once they have stopped growing.
public struct BatchWatch {
  /// The run that takes in all.
  public let run: BatchRun
  /// Seconds between two looks at the folder.
  public var interval = 2.0
  private static let longestWait = 3600.0
  /// Size and time of each file when it was taken in, and at the last look.
  private var known: [RelativePath: Stamp]
  private var seen: [RelativePath: Stamp]

  private struct Stamp: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Follows the input folder of `run`, whose files are in the archive as they are now.
  public init(run: BatchRun) {
    self.run = run
    known = Self.stamps(run.inputs)
    seen = known
  }

  /// Looks at the folder again and again, for ever unless `rounds` are told, and has `take` run over the files that are
  /// new or changed and have not changed since the last look.
  public mutating func follow(rounds: Int = .max, _ take: (BatchRun) throws -> Void) throws {
    var round = 0
    while round < rounds {
      round += 1
      usleep(UInt32(min(max(0, interval), Self.longestWait) * 1e6))
      let now = Self.stamps(run.inputs)
      let ready = now.filter { known[$0.key] != $0.value && seen[$0.key] == $0.value }
      seen = now
      guard !ready.isEmpty else { continue }
      var options = run.options
      options.only = Set(ready.keys.map(\.display))
      try take(BatchRun(engine: run.engine, inputs: run.inputs, output: run.output, options: options))
      known.merge(ready) { $1 }
    }
  }

  private static func stamps(_ folders: InputFolders) -> [RelativePath: Stamp] {
    var stamps: [RelativePath: Stamp] = [:]
    for file in (try? folders.files()) ?? [] {
      var status = stat()
      guard let place = folders.place(of: file.path),
        place.path.with(root: place.root, { stat($0, &status) }) == 0
      else { continue }
      stamps[file.path] = Stamp(
        size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }
    return stamps
  }
}
