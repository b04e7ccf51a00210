import VietText

extension UnitSplitter {
  /// Marks the units that an engine ran together with what follows them: a word and a number or code
  /// (`luan100-KL/TW`), the label of a heading and its first word (`I.BOI`).
  static func findLostBlanks(_ units: inout [Unit], from first: Int, _ scalars: [UInt32]) {
    for index in units.indices.dropFirst(first).dropLast() where units[index + 1].gap == .none {
      let isStuck =
        units[index].kind == .word
        ? isWordBeforeNumber(units[index], units[index + 1], scalars)
        : index == first + 1 && isLabelBeforeWord(units[first], units[index], units[index + 1], scalars)
      if isStuck { units[index].lostBlank = .ifRead }
      if isQuoteBeforeBracket(index, units, scalars) { units[index].lostBlank = .sure }
    }
  }

  /// Takes the second mark of `2..Về`, `1.-Công` for a speck where the blank was.
  static func mendLabels(_ units: inout [Unit], from first: Int, _ scalars: [UInt32]) {
    for index in units.indices.dropFirst(first).dropLast(3)
    where units[index].word == .number && units[index + 1].range.count == 1 {
      let marks = units[index + 1].range.lowerBound..<units[index + 2].range.upperBound
      guard labelMarks(scalars, units[index].range.lowerBound..<units[index + 3].range.upperBound) == marks
      else { continue }
      units[index + 2].rewrite = " "
    }
  }

  /// A quotation that ends right before a bracket: `“…”(số 12)`.
  private static func isQuoteBeforeBracket(_ index: Int, _ units: [Unit], _ scalars: [UInt32]) -> Bool {
    guard index > units.startIndex, index + 2 < units.endIndex, units[index].gap == .none,
      units[index - 1].kind == .word, units[index + 1].gap == .none, units[index + 2].kind == .word,
      scalars[units[index + 1].range.lowerBound] == 0x28
    else { return false }
    let quote = scalars[units[index].range.lowerBound]
    return units[index].range.count == 1 && (quote == 0x201D || quote == 0x22)
  }

  /// Marks the labels of headings (`2-Tiêu chuẩn`) that lack the blank which most others of the document have
  /// behind the same mark. O(units).
  static func findLabelBlanks(_ units: inout [Unit], _ scalars: [UInt32]) {
    var marks: [UInt32: (spaced: Int, stuck: [Int])] = [:]
    for index in units.indices.dropLast(2) where units[index].gap >= .line {
      let (mark, next) = (units[index + 1], units[index + 2])
      guard mark.gap == .none, mark.range.count == 1, next.kind == .word, next.gap < .line,
        VietLetter.isUppercase(scalars[next.range.lowerBound]),
        scalars[units[index].range].allSatisfy(isRomanOrDigit)
      else { continue }
      let sign = scalars[mark.range.lowerBound]
      guard sign == 0x2D || sign == 0x2E || sign == 0x29 else { continue }
      if next.gap == .none {
        marks[sign, default: (0, [])].stuck.append(index + 1)
      } else {
        marks[sign, default: (0, [])].spaced += 1
      }
    }
    findDashBlanks(&units, scalars)
    for (spaced, stuck) in marks.values where spaced >= 2 && spaced >= 3 * stuck.count {
      for index in stuck { units[index].lostBlank = .sure }
    }
  }

  /// Marks the dashes at the heads of lines (`-Lưu`) that lack the blank which most others have. O(units).
  private static func findDashBlanks(_ units: inout [Unit], _ scalars: [UInt32]) {
    let heads = units.indices.dropLast(1).filter {
      units[$0].gap >= .line && units[$0].range.count == 1 && scalars[units[$0].range.lowerBound] == 0x2D
        && units[$0 + 1].kind == .word && VietLetter.isUppercase(scalars[units[$0 + 1].range.lowerBound])
    }
    let stuck = heads.filter { units[$0 + 1].gap == .none }
    guard heads.count > 2, heads.count >= 4 * stuck.count else { return }
    for index in stuck { units[index].lostBlank = .ifRead }
  }

  /// `units` with the words cut that a speck joins where the blank was (`hoach's6`, `toan.cudi`), of those that
  /// `isEngine` tells an engine without Vietnamese read; nil where there are none. O(length).
  func cutAtSpecks(_ units: [Unit], _ scalars: [UInt32], isEngine: (Unit) -> Bool) -> [Unit]? {
    var cut: [Unit] = []
    var done = 0
    for (index, unit) in units.enumerated() where unit.kind == .word && unit.word == .unknownWord {
      guard let speck = Self.speckBetween(scalars, unit.range), isEngine(unit) else { continue }
      cut += units[done..<index]
      done = index + 1
      var context = ChunkContext(
        line: unit.line, isUpperLine: unit.isUpperContext, isFirst: false, opens: unit.opensSentence)
      splitCore(
        scalars, unit.range.lowerBound..<speck, scalars[speck], context, unit.gap, into: &cut)
      cut.append(mark(scalars, speck, .none, context))
      context.opens = false
      let next = index + 1 < units.count && units[index + 1].gap == .none ? units[index + 1] : nil
      splitCore(
        scalars, speck + 1..<unit.range.upperBound, next.map { scalars[$0.range.lowerBound] }, context, .none,
        into: &cut)
    }
    guard done > 0 else { return nil }
    return cut + units[done...]
  }

  /// The sign between two parts of a word, each of two signs or more; nil where there are several, as in addresses, or
  /// none.
  private static func speckBetween(_ scalars: [UInt32], _ word: Range<Int>) -> Int? {
    let signs = word.filter { isBetweenWords(scalars[$0]) }
    guard signs.count == 1, let sign = signs.first, sign - word.lowerBound >= 2, word.upperBound - sign > 2,
      !domains.contains(scalars[(sign + 1)..<word.upperBound].map(VietLetter.lowercased))
    else { return nil }
    return sign
  }

  /// What specks between words look like, where words are not cut anyway.
  static func isBetweenWords(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2E, 0x5F, 0x60, 0x7E, 0xB0, 0xB7, 0x2018, 0x2019: true
    default: false
    }
  }

  private static func isWordBeforeNumber(_ unit: Unit, _ next: Unit, _ scalars: [UInt32]) -> Bool {
    unit.range.count >= 2 && ModelTokenizer.isDigit(scalars[next.range.lowerBound])
      && scalars[unit.range].allSatisfy(VietLetter.isLetter)
      && !VietLetter.isUppercase(scalars[unit.range.upperBound - 1])
  }

  private static func isLabelBeforeWord(_ label: Unit, _ mark: Unit, _ next: Unit, _ scalars: [UInt32])
    -> Bool
  {
    guard mark.range.count == 1, scalars[mark.range.lowerBound] == 0x2E, next.kind == .word,
      next.range.count >= 2, VietLetter.isUppercase(scalars[next.range.lowerBound])
    else { return false }
    return scalars[label.range].allSatisfy { isRomanOrDigit($0) }
  }

  private static func isRomanOrDigit(_ scalar: UInt32) -> Bool {
    ModelTokenizer.isDigit(scalar) || scalar == 0x49 || scalar == 0x56 || scalar == 0x58
  }
}
