import VietText

/// The label `V/v` at the head of a subject, which engines without Vietnamese read as `Vv`, `Viv`, `Vn`.
enum SubjectLabels {
  /// How many lines below a document's number the subject may begin.
  private static let reach = 3
  private static let label: [UInt32] = [0x56, 0x2F, 0x76]

  /// Gives such labels among `units` their letters where marks were lost. O(units).
  static func mend(_ units: inout [Unit], _ scalars: [UInt32], _ words: WordIndex) {
    var numberLine = Int.min
    var merged: [Range<Int>] = []
    for index in units.indices {
      if units[index].kind == .code, units[index].gap < .line { numberLine = units[index].line }
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
    var gone = merged.flatMap { $0.dropFirst() }[...]
    units = units.indices.lazy.filter {
      guard $0 == gone.first else { return true }
      gone.removeFirst()
      return false
    }.map { units[$0] }
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
    guard (2...4).contains(text.count), text.first == 0x56, !text.elementsEqual(label),
      let last = text.last, isHook(last), text.dropFirst().dropLast().allSatisfy(isStroke)
    else { return nil }
    return end
  }

  /// What a small v is read as: `Vy`, `VW`, `Vn`.
  private static func isHook(_ scalar: UInt32) -> Bool {
    switch VietLetter.lowercased(scalar) {
    case 0x76, 0x79, 0x77, 0x6E: true
    default: false
    }
  }

  /// What a slash is read as.
  private static func isStroke(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x7C, 0x5C, 0x21, 0x31, 0x49, 0x4A, 0x69, 0x6C, 0x74: true
    default: false
    }
  }
}
