import PhucHoi
import Platform

/// Further readings of doubtful words, for people to pick from.
///
/// A run keeps those that its search weighed; where it found none worth keeping, they are looked for when somebody looks
/// at the place, which happens to few of them.
public final class FurtherReadings: @unchecked Sendable {
  private let load: @Sendable () throws -> Models
  // The lock guards what is below: the models are read when they are first asked for.
  private let lock = Lock()
  private var models: Models?

  /// The words of a line with what they may be, the likeliest first.
  public struct Line: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate var words: [(range: Range<Int>, readings: [String])] = []

    /// Readings of the word at `range`, UTF-8, besides what stands there; none where the place is no word of its own.
    public func readings(of range: Range<Int>) -> [String] {
      guard range.upperBound <= bytes.count else { return [] }
      let seen = String(decoding: bytes[range], as: UTF8.self)
      let readings = words.first { $0.range == range }?.readings ?? []
      return readings.map { FurtherReadings.shaped($0, like: seen) }.filter { $0 != seen }
    }
  }

  /// So many are told at most.
  private static let most = 8
  /// Longer lines are not looked at.
  private static let longestLine = 4000

  /// Readings by the models that `load` gives.
  public init(_ load: @escaping @Sendable () throws -> Models) { self.load = load }

  /// The words of `bytes`, a line as it was read, UTF-8; none of long lines. Throws what the loading of the models throws.
  /// O(length of the line).
  public func line(_ bytes: [UInt8]) throws -> Line {
    guard bytes.count <= Self.longestLine else { return Line(bytes: bytes) }
    let tokens = try loaded().explain(
      String(decoding: bytes, as: UTF8.self), candidateCount: Self.most + 1, pathCount: 1
    ).tokens
    let words = tokens.map { token in
      let texts = token.candidates.filter { $0.kind != .identity && !$0.text.isEmpty }.map(\.text)
      return (range: token.range, readings: Array(texts.prefix(Self.most)))
    }
    return Line(bytes: bytes, words: words)
  }

  private func loaded() throws -> Models {
    try lock.withLock {
      if let models { return models }
      let new = try load()
      models = new
      return new
    }
  }

  /// A word in small letters with the capitals of what was read.
  static func shaped(_ word: String, like seen: String) -> String {
    let letters = seen.filter(\.isLetter)
    guard let first = letters.first, first.isUppercase else { return word }
    let isAll = letters.count > 1 && letters.allSatisfy(\.isUppercase)
    return isAll ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension ReviewText {
  /// The line that holds `range`, UTF-8, as it was read, and where the range stands in it; nil where it does not lie in
  /// one. O(length of the line).
  public func line(around range: Range<Int>) -> (bytes: [UInt8], range: Range<Int>)? {
    guard range.upperBound <= source.count else { return nil }
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0C || byte == 0x0D }
    let start = source[..<range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = source[range.lowerBound...].firstIndex(where: isEnd) ?? source.count
    guard range.upperBound <= end else { return nil }
    return (Array(source[start..<end]), range.lowerBound - start..<range.upperBound - start)
  }
}

extension Catalogue {
  /// `rows` with further readings where they have none, for as many places as a person can look at: those of the least
  /// sure first, on all cores, until `time` is up; rows that are not reached keep none.
  public func adding(
    _ further: FurtherReadings, to rows: [ReviewSheet.Row], folder: String,
    within time: Duration = .seconds(5)
  ) throws -> [ReviewSheet.Row] {
    let (places, lines) = try linesWithoutReadings(of: rows, folder: folder)
    let end = ContinuousClock.now + time
    var found = [FurtherReadings.Line?](repeating: nil, count: lines.count)
    let order = lines.indices.sorted { lines[$0].confidence < lines[$1].confidence }
    let work = OrderedWork(count: order.count, threads: Surroundings.cores)
    try work.run(
      poll: {},
      work: { number, signal in
        guard !signal.isStopped, ContinuousClock.now < end else { return .success(nil) }
        return Result { try further.line(lines[order[number]].bytes) }
      },
      visit: { (number: Int, line: Result<FurtherReadings.Line?, any Error>) in
        found[order[number]] = try line.get()
      })
    return zip(rows, places).map { row, place in
      guard let place, let line = found[place.line] else { return row }
      var row = row
      row.alternatives = line.readings(of: place.range).filter { $0 != row.now }.joined(separator: " | ")
      return row
    }
  }

  /// A line that has a place without further readings, and how sure the least sure of its words is.
  private struct DoubtfulLine {
    var bytes: [UInt8]
    var confidence: Double
  }

  /// Where each of the `rows` that have no further readings stands in which of the lines.
  private func linesWithoutReadings(
    of rows: [ReviewSheet.Row], folder: String
  ) throws -> (places: [(line: Int, range: Range<Int>)?], lines: [DoubtfulLine]) {
    let inputs = Dictionary(try reviewInputs(secret: true).map { ($0.path, $0) }) { first, _ in first }
    var (path, text): (String?, ReviewText?) = (nil, nil)
    // Doubtful words seldom come alone.
    var (start, lines): (Int?, [DoubtfulLine]) = (nil, [])
    let places = try rows.map { row -> (line: Int, range: Range<Int>)? in
      guard row.field.isEmpty, row.alternatives.isEmpty, let key = ReviewKey(row.key),
        let input = inputs[row.path]
      else { return nil }
      if path != row.path {
        (path, text) = (row.path, try ReviewText(input, folder: folder, catalogue: self))
        start = nil
      }
      guard let place = text?.line(around: key.range) else { return nil }
      if start != key.range.lowerBound - place.range.lowerBound {
        start = key.range.lowerBound - place.range.lowerBound
        lines.append(DoubtfulLine(bytes: place.bytes, confidence: row.confidence))
      }
      lines[lines.count - 1].confidence = min(lines[lines.count - 1].confidence, row.confidence)
      return (lines.count - 1, place.range)
    }
    return (places, lines)
  }
}
