import VietText

/// Tables drawn with bars or tabs: their bars are no dirt, and each cell is a text of its own.
enum BarTables {
  private static let bar: UInt32 = 0x7C

  /// Keeps the bars of tables among `units` and parts the cells. O(length of the text + units).
  static func mark(_ units: inout [Unit], _ text: SourceText) {
    let rows = self.rows(text)
    let hasTabs = text.scalars.contains(0x09)
    guard hasTabs || rows.contains(true) else { return }
    let rules = text.lines.indices.map { rows[$0] && isRule(text.scalars[text.lines[$0]]) }
    var start = 0
    for index in units.indices {
      let line = units[index].line
      let isRow = rows[line]
      let isBar = isRow && Self.isBar(units[index], text.scalars)
      if isBar {
        (units[index].kind, units[index].isProtected, units[index].rewrite) = (.fixed, true, nil)
        units[index].lostBlank = .none
      }
      if rules[line] {
        (units[index].kind, units[index].isProtected) = (.fixed, true)
      }
      guard index > 0, units[index - 1].line == line else {
        start = index
        continue
      }
      let between = units[index - 1].range.upperBound..<units[index].range.lowerBound
      let isParted =
        isBar || isRow && Self.isBar(units[index - 1], text.scalars)
        || hasTabs && text.scalars[between].contains(0x09)
      guard isParted else { continue }
      (units[index].gap, units[index].opensSentence) = (.paragraph, true)
      if isRow { keepRight(&units, start..<index, text.scalars) }
      start = index
    }
  }

  private static func isBar(_ unit: Unit, _ scalars: [UInt32]) -> Bool {
    unit.range.count == 1 && scalars[unit.range.lowerBound] == bar
  }

  /// Keeps a cell that shows no damage: syllables only, some of them with marks.
  private static func keepRight(_ units: inout [Unit], _ cell: Range<Int>, _ scalars: [UInt32]) {
    var hasMarks = false
    for index in cell where units[index].kind == .word {
      let word = scalars[units[index].range].map(VietLetter.lowercased)
      guard Syllable.parse(word) != nil else { return }
      hasMarks = hasMarks || word.contains(where: VietLetter.isMarked)
    }
    guard hasMarks else { return }
    for index in cell where units[index].kind == .word { units[index].kind = .fixed }
  }

  /// Which lines are rows: a line of bars and dashes, one between bars at both ends, or one of several with as many bars
  /// beside each other.
  private static func rows(_ text: SourceText) -> [Bool] {
    let counts = text.lines.map { line in text.scalars[line].count { $0 == bar } }
    return text.lines.indices.map { index in
      let count = counts[index]
      guard count > 0 else { return false }
      let line = text.scalars[text.lines[index]]
      if count >= 2, isRule(line) || isFramed(line) { return true }
      let isLike = { (near: Int) in counts.indices.contains(near) && counts[near] == count }
      return isLike(index - 1) || isLike(index + 1)
    }
  }

  /// `|---|:--:|`, `+---+---+`.
  private static func isRule(_ line: ArraySlice<UInt32>) -> Bool {
    line.allSatisfy { $0 == bar || $0 == 0x2D || $0 == 0x3A || $0 == 0x2B || $0 == 0x3D || $0 <= 0x20 }
      && line.contains(0x2D)
  }

  private static func isFramed(_ line: ArraySlice<UInt32>) -> Bool {
    line.first { $0 > 0x20 } == bar && line.last { $0 > 0x20 } == bar
  }
}
