import Foundation
import PhucHoi

/// Further readings of doubtful words, for people to pick from.
///
/// A run keeps those that its search weighed; where it found none worth keeping, they are looked for when somebody looks
/// at the place, which happens to few of them.
public final class FurtherReadings: @unchecked Sendable {
  private let load: @Sendable () throws -> Models
  // The lock guards what is below: the models are read when they are first asked for.
  private let lock = NSLock()
  private var models: Models?
  private var last: (line: [UInt8], words: [(range: Range<Int>, readings: [String])]) = ([], [])

  /// So many are told at most.
  private static let most = 8
  /// Longer lines are not looked at.
  private static let longestLine = 4000

  /// Readings by the models that `load` gives.
  public init(_ load: @escaping @Sendable () throws -> Models) { self.load = load }

  /// Readings of the word at `range` of `line` as it was read, UTF-8, the likeliest first, besides what stands there; none
  /// where the place is no word of its own. Throws what the loading of the models throws.
  public func readings(of range: Range<Int>, in line: [UInt8]) throws -> [String] {
    guard line.count <= Self.longestLine, range.upperBound <= line.count else { return [] }
    let words = try words(of: line)
    let seen = String(decoding: line[range], as: UTF8.self)
    let readings = words.first { $0.range == range }?.readings ?? []
    return readings.map { Self.shaped($0, like: seen) }.filter { $0 != seen }
  }

  /// The words of a line with what they may be. The last line is remembered: doubtful words seldom come alone.
  private func words(of line: [UInt8]) throws -> [(range: Range<Int>, readings: [String])] {
    try lock.withLock {
      if last.line == line { return last.words }
      let models = try models ?? load()
      self.models = models
      let tokens = models.explain(
        String(decoding: line, as: UTF8.self), candidateCount: Self.most + 1, pathCount: 1
      ).tokens
      let words = tokens.map { token in
        let texts = token.candidates.filter { $0.kind != .identity && !$0.text.isEmpty }.map(\.text)
        return (range: token.range, readings: Array(texts.prefix(Self.most)))
      }
      last = (line, words)
      return words
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
  /// `rows` with further readings where they have none, for as many places as a person can look at.
  public func adding(
    _ further: FurtherReadings, to rows: [ReviewSheet.Row], folder: String
  ) throws -> [ReviewSheet.Row] {
    let inputs = Dictionary(try reviewInputs(secret: true).map { ($0.path, $0) }) { first, _ in first }
    var (path, text): (String?, ReviewText?) = (nil, nil)
    return try rows.map { row in
      guard row.field.isEmpty, row.alternatives.isEmpty, let key = ReviewKey(row.key),
        let input = inputs[row.path]
      else { return row }
      if path != row.path {
        (path, text) = (row.path, try ReviewText(input, folder: folder, catalogue: self))
      }
      guard let line = text?.line(around: key.range) else { return row }
      var row = row
      row.alternatives = try further.readings(of: line.range, in: line.bytes).filter { $0 != row.now }
        .joined(separator: " | ")
      return row
    }
  }
}
