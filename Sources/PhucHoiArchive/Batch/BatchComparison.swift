/// What a run with the engine of today would change in an archive made before.
public struct BatchComparison: Sendable, Equatable {
  /// The input.
  public var path: String
  /// Lines that would come out otherwise: number, as they are, as they would be.
  public var lines: [Line]

  /// A line that would change.
  public struct Line: Sendable, Equatable {
    /// 1-based.
    public var number: Int
    /// As it is in the archive.
    public var before: String
    /// As it would be.
    public var after: String

    /// Makes a line from its parts.
    public init(number: Int, before: String, after: String) {
      self.number = number
      self.before = before
      self.after = after
    }
  }

  /// Makes a comparison from its parts.
  public init(path: String, lines: [Line]) {
    self.path = path
    self.lines = lines
  }
}

extension BatchRun {
  /// Compares what is in the archive with what the engine would make today; writes nothing.
  ///
  /// `tell` hears of every input that was done before, in order.
  public func compare(_ tell: (BatchComparison) throws -> Void) throws {
    let (files, names) = try plan()
    let journal = try Catalogue(reading: output).journal().filter { $0.value.outcome == .done }
    var forced = options
    forced.isForced = true
    let worker = FileWorker(
      engine: engine, options: forced, reader: InputReader(inputs, limit: options.maxBytes),
      journal: journal,
      stamp: stamp)
    let known = zip(files, names).filter { journal[$0.0.path.display] != nil }
    let archive = InputReader(root: output, limit: .max)
    try work(known.map(\.0), known.map(\.1), worker) { result in
      guard let reading = result.reading, let bytes = try? archive.read(result.names.text) else { return }
      let (before, after) = (Self.lines(String(decoding: bytes, as: UTF8.self)), Self.lines(reading.text))
      var lines: [BatchComparison.Line] = []
      for number in 0..<max(before.count, after.count) {
        let (old, new) = (
          number < before.count ? before[number] : "", number < after.count ? after[number] : ""
        )
        if old != new { lines.append(.init(number: number + 1, before: old, after: new)) }
      }
      try tell(BatchComparison(path: result.input.path.display, lines: lines))
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }
}
