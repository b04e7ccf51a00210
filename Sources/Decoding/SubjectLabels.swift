import VietText

/// The label `V/v` at the head of a subject, which engines without Vietnamese read as `Vv`, `Viv`, `Vn`.
enum SubjectLabels {
  /// How many lines below a document's number the subject may begin.
  private static let reach = 3
  /// How many units may stand before a document's own number: `Số` and a colon, or what they were read as.
  private static let longestLabel = 3
  private static let label: [UInt32] = [0x56, 0x2F, 0x76]

  /// Gives such labels among `units` their letters where marks were lost. O(units).
  static func mend(_ units: inout [Unit], _ scalars: [UInt32], _ words: WordIndex) {
    var (numberLine, lineStart) = (Int.min, 0)
    var merged: [Range<Int>] = []
    for index in units.indices {
      if units[index].gap >= .line { lineStart = index }
      // A number that the text cites stands behind more than `Số:`.
      if units[index].kind == .code, (1...longestLabel).contains(index - lineStart) {
        numberLine = units[index].line
      }
      guard units[index].gap >= .line, units[index].line > numberLine,
        units[index].line <= numberLine + reach,
        let end = labelEnd(units, index, scalars)
      else { continue }
      merged.append(index..<end)
    }
    guard !merged.isEmpty else { return }
    for range in merged {
      let end = units[range.upperBound - 1].range.upperBound
      units[range.lowerBound].range = units[range.lowerBound].range.lowerBound..<end
      (units[range.lowerBound].kind, units[range.lowerBound].rewrite) = (.fixed, "V/v")
      units[range.lowerBound].word = words.id(label[2...])
    }
    let gone = Set(merged.flatMap { $0.dropFirst() })
    units = units.indices.lazy.filter { !gone.contains($0) }.map { units[$0] }
  }

  /// The end of the units at the head of a line that may be a label that was misread, before a word in small letters.
  private static func labelEnd(_ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Int? {
    var end = index + 1
    while end < units.count, units[end].gap == .none { end += 1 }
    guard end < units.count, units[end].line == units[index].line, units[end].kind == .word,
      VietLetter.isLetter(scalars[units[end].range.lowerBound]),
      !VietLetter.isUppercase(scalars[units[end].range.lowerBound])
    else { return nil }
    let text = scalars[units[index].range.lowerBound..<units[end - 1].range.upperBound]
    return MisreadSubjectMark.isOne(text) && !text.elementsEqual(label) ? end : nil
  }
}
