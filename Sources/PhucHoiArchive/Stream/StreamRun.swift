import JSON
import Platform

/// What a stream did.
public struct StreamCounts: Sendable, Equatable {
  /// Lines in, and lines out.
  public var lines = 0
  /// Lines out that are errors.
  public var errors = 0
  /// Bytes out.
  public var bytes = 0

  /// The line of counts at the end.
  public func json(seconds: Double) -> JSONValue {
    .object([
      .init("lines", .integer(lines)), .init("repaired", .integer(lines - errors)),
      .init("errors", .integer(errors)),
      .init("bytes", .integer(bytes)), .init("seconds", .decimal(seconds)),
    ])
  }
}

/// A stream of JSON objects: one line in, exactly one line out, in the same order.
public struct StreamRun: Sendable {
  /// What repairs the texts.
  public var engine: any TextEngine
  /// What answers hold.
  public var fields: Set<StreamField> = [.text]
  /// How many lines are worked on at once.
  public var jobs = 1
  /// The longest line that is taken, in bytes.
  public var maxBytes = 16 << 20
  /// How long one line may take, in milliseconds.
  public var timeout = 60_000
  /// How long output is kept back while the next answer is not ready, in seconds.
  static let patience = 0.002
  /// How much output is gathered before it is written.
  static let blockSize = 1 << 16

  /// A stream over `engine`.
  public init(engine: any TextEngine) { self.engine = engine }

  /// Answers all lines of `input`, a file descriptor, through `write`, until the input ends.
  ///
  /// Memory is bounded by the lines in flight. Throws what `write` throws, and `POSIXError` for unreadable input.
  public func run(input: Int32, write: ([UInt8]) throws -> Void) throws -> StreamCounts {
    let answerer = StreamAnswer(engine: engine, fields: fields, limit: maxBytes, timeout: timeout)
    let board = Board(window: 64 * max(1, jobs), byteWindow: max(maxBytes, 32 << 20))
    Self.startReader(LineReader(descriptor: input, limit: maxBytes), board)
    for _ in 0..<max(1, jobs) { Self.startWorker(answerer, board) }
    var counts = StreamCounts()
    var block: [UInt8] = []
    while true {
      switch try board.next(patience: block.isEmpty ? 3600 : Self.patience, timeout: Double(timeout) / 1000) {
      case .answer(let line):
        counts.add(line.bytes.count, isError: line.isError)
        block.append(contentsOf: line.bytes)
      case .overdue(let line):
        // The engine keeps its time by itself; this is for one that does not. Nobody waits for its worker, and
        // another takes its place.
        let bytes = answerer.failure(.tooSlow(timeout), line.bytes)
        Self.startWorker(answerer, board)
        counts.add(bytes.count, isError: true)
        block.append(contentsOf: bytes)
      case .notYet:
        if !block.isEmpty { try write(block) }
        block.removeAll(keepingCapacity: true)
      case .end:
        if !block.isEmpty { try write(block) }
        return counts
      }
      if block.count >= Self.blockSize {
        try write(block)
        block.removeAll(keepingCapacity: true)
      }
    }
  }

  private typealias Board = OrderedBoard<InputLine, StreamAnswer.Line>

  private static func startReader(_ reader: LineReader, _ board: Board) {
    startThread {
      var reader = reader
      do {
        while let line = try reader.next() { board.submit(line, byteCount: line.bytes.count) }
        board.close()
      } catch {
        board.close(error)
      }
    }
  }

  private static func startWorker(_ answerer: StreamAnswer, _ board: Board) {
    startThread {
      while let (number, line) = board.take() {
        guard board.finish(number, answerer.answer(line)) else { return }
      }
    }
  }
}

extension StreamCounts {
  fileprivate mutating func add(_ count: Int, isError: Bool) {
    lines += 1
    bytes += count
    if isError { errors += 1 }
  }
}
