import VietText

/// Lines that stand between the lines of a text without belonging to it: page numbers.
enum RunningLines {
  private static let longest = 20
  private static let pageWords: Set<[UInt32]> = Set(
    ["trang", "page", "tr"].map { $0.unicodeScalars.map(\.value) })

  /// Whether `line` is nothing but a page number: `3`, `- 3 -`, `[3]`, `Trang 3/12`. O(1).
  static func isPageNumber(_ scalars: [UInt32], _ line: Range<Int>) -> Bool {
    var (letters, digits, groups, dashes, last): ([UInt32], Int, Int, Int, UInt32) = ([], 0, 0, 0, 0x20)
    var length = 0
    for index in line {
      let scalar = scalars[index]
      if ModelTokenizer.isBlank(scalar) {
        last = 0x20
        continue
      }
      length += 1
      guard length <= longest else { return false }
      if ModelTokenizer.isDigit(scalar) {
        if !ModelTokenizer.isDigit(last) { groups += 1 }
        digits += 1
      } else if VietLetter.isLetter(scalar) {
        guard digits == 0 else { return false }
        letters.append(VietLetter.lowercased(scalar))
      } else if scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014 || scalar == 0x5B || scalar == 0x5D {
        dashes += 1
      } else if scalar != 0x2F || digits == 0 || groups > 1 {
        return false
      }
      last = scalar
    }
    guard digits > 0, digits <= 6, last != 0x2F else { return false }
    if !letters.isEmpty { return pageWords.contains(letters) && groups <= 2 && dashes == 0 }
    if dashes > 0 { return groups == 1 && digits <= 4 && dashes == 2 }
    return groups == 2 ? digits <= 6 : digits <= 3
  }
}

extension [Unit] {
  /// Puts the units of running lines behind the paragraph that they stand in, so that its words follow one another;
  /// false where there are none. O(units).
  mutating func putRunningLinesAside() -> Bool {
    guard contains(where: \.isAside) else { return false }
    var (ordered, held): ([Unit], [Unit]) = ([], [])
    ordered.reserveCapacity(count)
    for unit in self {
      if unit.isAside {
        held.append(unit)
        continue
      }
      if unit.gap == .paragraph {
        ordered += held
        held.removeAll(keepingCapacity: true)
      }
      ordered.append(unit)
    }
    self = ordered + held
    return true
  }
}
