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
      if isStuck { units[index].lacksBlank = true }
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
