import VietText

/// The roman numerals that number a document's parts: `I-`, `II-`, `III-` at the heads of lines.
///
/// Engines drop strokes of them (`I-` for `II-`). The numerals of a document form lists that begin with I and
/// go up by one, so the cheapest lists that explain all of them show which strokes are missing. A text whose
/// numerals cannot be explained so is left alone.
struct RomanLabels {
  /// What a dropped stroke costs.
  private static let dropCost: Float = 1.6
  /// What a new list costs, one after a list of a single part, and one that is the first below a letter.
  private static let restartCost: (usual: Float, afterOne: Float, underLetter: Float) = (1, 4, 0)
  /// More labels are no document's.
  private static let limit = 60

  /// Gives the labels among `units` that lost a stroke their numeral. O(units).
  static func mend(_ units: inout [Unit], _ scalars: [UInt32]) {
    let labels = units.indices.filter { isLabel($0, units, scalars) }
    guard labels.count > 1, labels.count <= limit else { return }
    let seen = labels.map { value(units[$0], scalars) }
    let isUnderLetter = zip([0] + labels, labels).map { opensPart(units[$0..<$1], scalars) }
    guard !seen.contains(0), let meant = lists(seen, isUnderLetter) else { return }
    for (number, index) in labels.enumerated() where meant[number] != seen[number] {
      units[index].rewrite = string(WordIndex.romanNumerals[meant[number] - 1])
      units[index].isSureRewrite = true
    }
  }

  /// A numeral at the head of a line, before a mark and a word with a capital.
  private static func isLabel(_ index: Int, _ units: [Unit], _ scalars: [UInt32]) -> Bool {
    let unit = units[index]
    guard unit.kind == .fixed, unit.gap >= .line, index + 2 < units.count, units[index + 1].range.count == 1,
      unit.word != .number, VietLetter.isUppercase(scalars[units[index + 2].range.lowerBound])
    else { return false }
    switch scalars[units[index + 1].range.lowerBound] {
    case 0x2E, 0x2D, 0x2013: break
    default: return false
    }
    return value(unit, scalars) > 0
  }

  /// Whether one of `units` is the letter of a part that is above numerals: `B.` at the head of a line.
  private static func opensPart(_ units: ArraySlice<Unit>, _ scalars: [UInt32]) -> Bool {
    zip(units, units.dropFirst()).contains { unit, next in
      guard unit.gap >= .line, unit.range.count == 1, next.range.count == 1, next.gap == .none else {
        return false
      }
      let letter = scalars[unit.range.lowerBound]
      return VietLetter.isUppercase(letter) && !WordIndex.romanNumerals.contains([letter])
        && scalars[next.range.lowerBound] == 0x2E
    }
  }

  /// The number that a label says, 0 where it is no numeral.
  private static func value(_ unit: Unit, _ scalars: [UInt32]) -> Int {
    let text = unit.isSureRewrite ? unit.rewrite.map { $0.unicodeScalars.map(\.value) } : nil
    let numeral = text ?? Array(scalars[unit.range])
    return (WordIndex.romanNumerals.firstIndex(of: numeral) ?? -1) + 1
  }

  /// The numbers meant by `seen`: dynamic programming over what number each label has. A new list is expected where a
  /// label is the first below a letter.
  static func lists(_ seen: [Int], _ isUnderLetter: [Bool]) -> [Int]? {
    var costs: [[Int: (cost: Float, previous: Int)]] = []
    for (index, value) in seen.enumerated() {
      var next: [Int: (cost: Float, previous: Int)] = [:]
      for meant in [value, value + 1] where meant == value || lostStroke(value) {
        let drop: Float = meant == value ? 0 : dropCost
        if index == 0 {
          if meant == value { next[meant] = (drop, 0) }
          continue
        }
        for (before, known) in costs[index - 1].sorted(by: { $0.key < $1.key }) {
          let step: Float
          if meant == before + 1 {
            step = 0
          } else if meant == 1 {
            step =
              isUnderLetter[index]
              ? restartCost.underLetter : before == 1 ? restartCost.afterOne : restartCost.usual
          } else {
            continue
          }
          let cost = known.cost + step + drop
          if cost < next[meant]?.cost ?? .infinity { next[meant] = (cost, before) }
        }
      }
      costs.append(next)
    }
    guard var last = costs.last?.min(by: { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) })?.key else {
      return nil
    }
    var meant: [Int] = []
    for column in costs.reversed() {
      meant.append(last)
      last = column[last]?.previous ?? 1
    }
    return meant.reversed()
  }

  /// Whether the next number has just one more stroke: I of II, VII of VIII, not III of IV.
  private static func lostStroke(_ value: Int) -> Bool {
    guard value < WordIndex.romanNumerals.count else { return false }
    return WordIndex.romanNumerals[value] == WordIndex.romanNumerals[value - 1] + [0x49]
  }
}
