/// A date that a table or a list gives a task, and where the task begins.
struct DeadlineRow {
  var found: DeadlineGrammar.Found
  var lower: Int
}

/// Dates in the column of a table that says by when each row is to be done.
struct DeadlineTable {
  let view: DocumentView

  private static let heads = PhraseTable([
    "thời gian hoàn thành", "thời hạn hoàn thành", "thời hạn", "thời gian thực hiện", "thời gian báo cáo",
    "tiến độ", "hạn hoàn thành", "thời gian trình", "xong trước", "hoàn thành trước", "hạn cuối",
    "ngày hoàn thành",
  ])
  private static let ordinals = WordKey.set("tt stt")
  /// Lines without a date after which a table has ended.
  private static let longestGap = 8

  private var reading: Reading { view.reading }

  /// The rows that have a date, in order; O(words).
  func rows() -> [DeadlineRow] {
    var rows: [DeadlineRow] = []
    // Lines since a head or a row; nil outside of tables.
    var gap: Int?
    for line in lines() {
      if isHead(line) {
        gap = 0
      } else if let lines = gap {
        let row = row(line)
        if let row { rows.append(row) }
        gap = row != nil ? 0 : lines < Self.longestGap ? lines + 1 : nil
      }
    }
    return rows
  }

  /// The pieces of each line that holds running text or stands in an annex.
  private func lines() -> [[Int]] {
    let text = Set(view.indices(.text, .annex).map { view.segments[$0].line })
    return view.range.reduce(into: []) { lines, index in
      let line = view.segments[index].line
      if let last = lines.last?.last, view.segments[last].line == line {
        lines[lines.count - 1].append(index)
      } else if text.contains(line) {
        lines.append([index])
      }
    }
  }

  /// Whether a line has a head of time among others, or is a row of heads that an engine ran together.
  private func isHead(_ line: [Int]) -> Bool {
    let first = view.segments[line[0]].words.lowerBound
    guard line.count > 2 || Self.ordinals.contains(reading.words[first].key) else { return false }
    return line.contains { namesTime(view.segments[$0].words) }
  }

  private func namesTime(_ words: Range<Int>) -> Bool {
    words.contains { Self.heads.match(reading, at: $0, limit: words.upperBound) != nil }
  }

  /// The date that closes the last of a row's cells that has one; a line alone is a row if it is numbered.
  private func row(_ line: [Int]) -> DeadlineRow? {
    let lower = view.segments[line[0]].words.lowerBound
    guard line.count > 1 || reading.words[lower].shape.contains(.digit) else { return nil }
    for index in line.reversed() {
      let words = view.segments[index].words
      for first in words.suffix(Self.longestDate)
      where first > lower && reading.words[first - 1].key != WordKey.of("tuan") {
        if let date = date(at: first, closing: words) {
          return DeadlineRow(
            found: DeadlineGrammar.Found(
              words: first..<words.upperBound, end: date.range.upperBound, date: date, isRecurring: false,
              isStrong: false),
            lower: lower)
        }
      }
    }
    return nil
  }

  private static let longestDate = 7

  /// The date that starts at a word and is the last that stands there.
  private func date(at word: Int, closing words: Range<Int>) -> PrintedDate? {
    guard let last = words.last(where: { !reading.words[$0].isEmpty }), word <= last else { return nil }
    let date = DateGrammar.date(
      in: reading.text.folded, at: Int(reading.words[word].coreStart), limit: Int(reading.words[last].end))
    return date.flatMap { $0.range.upperBound >= Int(reading.words[last].coreEnd) ? $0 : nil }
  }
}
