import GRDB
import PhucHoiFormats
import Platform

/// The text of an input as the review shows it: what was read, and the changes of the last run.
public struct ReviewText: Sendable {
  /// The source text, UTF-8.
  let source: [UInt8]
  /// What the last run changed, in order; decisions that went into it are among them.
  let changes: [Change]
  /// Doubtful words that it left, in order.
  let doubts: [Doubt]

  /// A piece of a line.
  public enum Piece: Sendable, Equatable {
    /// Text that nobody doubts.
    case text(String)
    /// A mark, by its place in the list of marks.
    case mark(Int)
  }

  /// A line of the source.
  public struct Line: Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int
    /// What stands in it now.
    public var pieces: [Piece]
  }

  /// A place that is marked.
  public struct Mark: Sendable, Equatable {
    /// What it is.
    public enum State: String, Sendable {
      /// A change of the last run.
      case change
      /// A word that was left as it was.
      case doubt
      /// A person decided about it.
      case decided
    }

    /// What it is.
    public var state: State
    /// UTF-8 range in the source.
    public var range: Range<Int>
    /// What was read.
    public var read: String
    /// What stands there now.
    public var now: String
    /// How sure that is.
    public var confidence: Double
    /// Other readings.
    public var alternatives: [String]
  }

  /// A stretch of the text.
  public struct View: Sendable, Equatable {
    /// Its lines.
    public var lines: [Line] = []
    /// The marks in it.
    public var marks: [Mark] = []
    /// How many pages the text has.
    public var pages = 1
    /// The page of the stretch, from 1.
    public var page = 1
  }

  /// The page `page`, with what `decisions` say in place of the changes; at most `most` lines, around line `line`.
  /// O(text).
  public func view(page: Int, line: Int?, decisions: [ReviewDecision], most: Int = 400) -> View {
    let starts = pageStarts()
    let page = min(max(1, page), starts.count)
    let range = starts[page - 1].offset..<(page < starts.count ? starts[page].offset : source.count)
    var view = View(pages: starts.count, page: page)
    var writer = LineWriter(source: source, number: starts[page - 1].line)
    writer.write(
      range,
      marks(decisions).filter {
        $0.range.lowerBound >= range.lowerBound
          && $0.range.lowerBound < max(range.upperBound, range.lowerBound + 1)
      })
    (view.lines, view.marks) = (writer.lines, writer.marks)
    if view.lines.count > most {
      let target = line.flatMap { line in view.lines.firstIndex { $0.number >= line } } ?? 0
      let first = min(max(0, target - most / 2), view.lines.count - most)
      view.lines = Array(view.lines[first..<first + most])
    }
    return view
  }

  /// All marks, in order, none over another.
  func marks(_ decisions: [ReviewDecision]) -> [Mark] {
    var marks = decisions.filter { $0.range.upperBound <= source.count && !$0.range.isEmpty }.map {
      decision in
      Mark(
        state: .decided, range: decision.range, read: piece(decision.range), now: decision.text,
        confidence: 1,
        alternatives: alternatives(at: decision.range))
    }
    let decided = RangeSet(marks.map(\.range))
    marks += doubts.filter { !decided.touches($0.range) && $0.range.upperBound <= source.count }.map {
      doubt in
      Mark(
        state: .doubt, range: doubt.range, read: piece(doubt.range), now: doubt.text,
        confidence: doubt.confidence, alternatives: doubt.alternatives)
    }
    let taken = RangeSet(marks.map(\.range))
    marks += changes.filter { !taken.touches($0.range) }.map { change in
      // The last run went by a decision that was taken back since: what the engine thinks is not known.
      let isOpen = change.kind == "review"
      return Mark(
        state: isOpen ? .doubt : .change, range: change.range, read: change.old,
        now: isOpen ? change.old : change.new, confidence: isOpen ? 0 : change.confidence,
        alternatives: isOpen ? [change.new] : change.alternatives.map(\.text))
    }
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
    return marks
  }

  private func alternatives(at range: Range<Int>) -> [String] {
    changes.first { $0.range == range }?.alternatives.map(\.text) ?? doubts.first { $0.range == range }?
      .alternatives
      ?? []
  }

  private func piece(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  private func pageStarts() -> [(offset: Int, line: Int)] {
    var starts = [(offset: 0, line: 1)]
    var line = 1
    for (offset, byte) in source.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte == 0x0C, offset + 1 < source.count { starts.append((offset + 1, line)) }
    }
    return starts
  }
}

/// Ranges that can be asked whether they touch another.
private struct RangeSet {
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

  func touches(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < max(range.upperBound, range.lowerBound + 1)
  }
}

/// Cuts text and marks into lines.
private struct LineWriter {
  let source: [UInt8]
  var number: Int
  private(set) var lines: [ReviewText.Line] = []
  private(set) var marks: [ReviewText.Mark] = []
  private var pieces: [ReviewText.Piece] = []

  init(source: [UInt8], number: Int) { (self.source, self.number) = (source, number) }

  mutating func write(_ range: Range<Int>, _ marks: [ReviewText.Mark]) {
    var cursor = range.lowerBound
    for mark in marks where mark.range.lowerBound >= cursor {
      text(cursor..<mark.range.lowerBound)
      pieces.append(.mark(self.marks.count))
      self.marks.append(mark)
      cursor = max(cursor, mark.range.upperBound)
      // A mark over a line end keeps its lines together.
      let breaks = source[mark.range].count { $0 == 0x0A }
      if breaks > 0 { skipped += breaks }
    }
    if cursor < range.upperBound { text(cursor..<range.upperBound) }
    if !pieces.isEmpty { end() }
  }

  private var skipped = 0

  private mutating func text(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = source[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let bytes = source[start..<end].filter { $0 != 0x0C && $0 != 0x0D }
      if !bytes.isEmpty { pieces.append(.text(String(decoding: bytes, as: UTF8.self))) }
      if end < range.upperBound { self.end() }
      start = end + 1
    }
  }

  private mutating func end() {
    lines.append(ReviewText.Line(number: number, pieces: pieces))
    pieces = []
    number += 1 + skipped
    skipped = 0
  }
}
