import Extraction
import SequenceTraining

/// Texts as typists and converters write them: a paragraph on a line, columns as rows of a table, marks of emphasis.
extension LabelledText {
  /// What stands on a line, by the place where it begins.
  private var marksOfLine: [[FieldExample.Mark]] {
    var result = [[FieldExample.Mark]](repeating: [], count: lines.count)
    for mark in marks where lines.indices.contains(mark.line) { result[mark.line].append(mark) }
    return result.map { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
  }

  /// Whether two lines or more hold two columns.
  var hasColumns: Bool {
    marksOfLine.lazy.filter { split($0) != nil }.prefix(2).count == 2
  }

  /// The text with what wraps on one line: lines that serve one purpose and go on with the sentence above.
  func unwrapped() -> LabelledText {
    let marks = marksOfLine
    var result = LabelledText(lines: [], marks: [], isRead: isRead)
    var before: (label: FieldLabel?, isBlank: Bool) = (nil, true)
    for (number, line) in lines.enumerated() {
      let isBlank = line.allSatisfy { $0 == " " }
      let labels = Set(marks[number].map(\.label))
      let label = labels.count == 1 ? labels.first ?? nil : nil
      let text = Array(line.drop { $0 == " " })
      let indent = line.count - text.count
      if !isBlank, !before.isBlank, let label, label == before.label, let last = result.lines.last,
        Self.goesOn(text, last, label)
      {
        let shift = last.count + 1 - indent
        result.lines[result.lines.count - 1] = last + [" "] + text
        result.append(marks[number], line: result.lines.count - 1, shift: shift)
      } else {
        result.lines.append(line)
        result.append(marks[number], line: result.lines.count - 1, shift: 0)
      }
      before = (label, isBlank)
    }
    return result
  }

  /// The text with the first recipient on the line of `Nơi nhận:`.
  func headed() -> LabelledText {
    let marks = marksOfLine
    var result = LabelledText(lines: [], marks: [], isRead: isRead)
    for (number, line) in lines.enumerated() {
      if number > 0, marks[number].map(\.label) == [.recipient],
        marks[number - 1].map(\.label) == [.recipientHead],
        let last = result.lines.last
      {
        let text = line.drop { " -+*\u{2013}".unicodeScalars.contains($0) }
        result.lines[result.lines.count - 1] = last + [" "] + text
        let shift = last.count + 1 - (line.count - text.count)
        result.append(marks[number], line: result.lines.count - 1, shift: shift)
      } else {
        result.lines.append(line)
        result.append(marks[number], line: result.lines.count - 1, shift: 0)
      }
    }
    return result
  }

  private mutating func append(_ marks: [FieldExample.Mark], line: Int, shift: Int) {
    self.marks += marks.map {
      let low = max(0, $0.range.lowerBound + shift)
      return .init(line: line, range: low..<max(low, $0.range.upperBound + shift), label: $0.label)
    }
  }

  private static func goesOn(_ line: [Unicode.Scalar], _ above: [Unicode.Scalar], _ label: FieldLabel) -> Bool
  {
    guard let first = line.first, !"-\u{2013}+*".unicodeScalars.contains(first) else { return false }
    switch label {
    case .subject, .issuer, .type: return true
    case .body, .basis, .annex, .recipient, .addressee, .archive, .enactor, .junk:
      return first.properties.isLowercase
        || above.count > 55 && !(above.last.map { ".;:".unicodeScalars.contains($0) } ?? true)
    default: return false
    }
  }

  /// The text with columns side by side as a table: a row for each line, or one for all of them.
  func tabled(joined: Bool) -> LabelledText {
    let marks = marksOfLine
    var result = LabelledText(lines: [], marks: [], isRead: isRead)
    var number = 0
    while number < lines.count {
      guard let split = split(marks[number]) else {
        result.lines.append(lines[number])
        result.append(marks[number], line: result.lines.count - 1, shift: 0)
        number += 1
        continue
      }
      var (end, column) = (number + 1, split)
      while end < lines.count, !marks[end].isEmpty, end - number < 40 {
        let own = self.split(marks[end])
        if own == nil, marks[end].contains(where: { $0.label?.isBeside != true }) { break }
        column = min(column, own ?? column)
        end += 1
      }
      result.appendTable(self, number..<end, marks, column, joined: joined)
      number = end
    }
    return result
  }

  /// Where the second column begins on a line of two.
  private func split(_ marks: [FieldExample.Mark]) -> Int? {
    zip(marks, marks.dropFirst()).first { $1.range.lowerBound - $0.range.upperBound >= 2 }.map {
      $0.1.range.lowerBound
    }
  }

  private mutating func appendTable(
    _ text: LabelledText, _ range: Range<Int>, _ marks: [[FieldExample.Mark]], _ column: Int, joined: Bool
  ) {
    var cells: [[(line: Int, mark: FieldExample.Mark)]] = [[], []]
    func flush(_ result: inout LabelledText) {
      var row: [Unicode.Scalar] = ["|"]
      for cell in cells {
        for (line, mark) in cell {
          row.append(" ")
          let scalars = text.lines[line]
          let range = mark.range.clamped(to: 0..<scalars.count)
          result.marks.append(
            .init(line: result.lines.count, range: row.count..<row.count + range.count, label: mark.label))
          row += scalars[range]
        }
        row += [" ", "|"]
      }
      result.lines.append(row)
      cells = [[], []]
    }
    for line in range {
      for mark in marks[line] { cells[mark.range.lowerBound >= column - 6 ? 1 : 0].append((line, mark)) }
      if !joined { flush(&self) }
    }
    if joined { flush(&self) }
  }

  /// The text with marks of emphasis around a share of its headings, as Markdown has them: one pair around the lines of
  /// a heading, each of which but the last may end in two blanks.
  func emphasized(_ share: Double, _ random: inout SplitMix) -> LabelledText {
    var result = self
    let labels = marksOfLine.map { marks in
      marks.allSatisfy { $0.label == marks[0].label } ? marks.first?.label ?? nil : nil
    }
    var shifted = Set<Int>()
    var start = 0
    while start < lines.count {
      var end = start + 1
      guard let label = labels[start], label.isHeading,
        lines[start].first.map({ $0 != " " && $0 != "|" }) == true
      else {
        start = end
        continue
      }
      while end < lines.count, labels[end]?.heading == label.heading,
        lines[end].first.map({ $0 != " " }) == true
      { end += 1 }
      if random.chance(share) {
        shifted.insert(start)
        result.lines[start] = ["*", "*"] + result.lines[start]
        if random.chance(0.5) { for line in start..<end - 1 { result.lines[line] += [" ", " "] } }
        result.lines[end - 1] += ["*", "*"]
      }
      start = end
    }
    result.marks = marks.map { mark in
      let shift = shifted.contains(mark.line) ? 2 : 0
      return .init(
        line: mark.line, range: mark.range.lowerBound + shift..<mark.range.upperBound + shift,
        label: mark.label)
    }
    return result
  }
}

extension FieldLabel {
  /// Whether it is printed in bold type (Nghị định 30/2020/NĐ-CP, phụ lục I).
  fileprivate var isHeading: Bool { heading != nil }

  /// What is printed as one heading with it.
  fileprivate var heading: Int? {
    switch self {
    case .issuer: 0
    case .nation: 1
    case .type: 2
    case .subject: 3
    case .enactor: 4
    case .authority, .title: 5
    case .rank, .name: 6
    case .recipientHead: 7
    default: nil
    }
  }

  /// Whether it may stand beside another column.
  fileprivate var isBeside: Bool {
    switch self {
    case .issuer, .nation, .number, .placeDate, .subject, .stamp, .recipientHead, .recipient,
      .archive,
      .authority, .title, .rank, .name:
      true
    default: false
    }
  }
}
