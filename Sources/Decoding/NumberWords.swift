import NgramModel
import VietText

/// Sums and terms in words, where single words mean something else than in running text: `đồng chẵn`, `trăm linh hai`,
/// `36 tháng tù`.
enum NumberWords {
  private static func set(_ words: String) -> Set<[UInt32]> {
    Set(words.split(separator: " ").map { $0.unicodeScalars.map(\.value) })
  }

  /// The bare forms of the words that numbers are told in.
  private static let numerals = set(
    "khong mot hai ba bon tu nam lam sau bay tam chin muoi tram nghin ngan trieu ty ti linh le ruoi")
  private static let hundred = set("tram khong")

  /// Fixes such words among `units` where they stand bare; they are rewritten where marks were lost. O(units).
  static func fix(_ units: inout [Unit], _ scalars: [UInt32], _ vocabulary: WordIndex) {
    for index in units.indices.dropFirst(2) where units[index].kind == .word && units[index].gap <= .line {
      let text = scalars[units[index].range]
      guard let word = words.first(where: { text.elementsEqual($0) }), isMeant(word, units, index, scalars)
      else {
        continue
      }
      let meant = word == chan ? "chẵn" : word == linh ? "linh" : "tù"
      (units[index].kind, units[index].rewrite) = (.fixed, meant)
      units[index].word = vocabulary.id(meant.unicodeScalars.map(\.value)[...])
    }
  }

  private static let (chan, linh, tu) = (scalars("chan"), scalars("linh"), scalars("tu"))
  private static let (dong, thang, day) = (scalars("dong"), scalars("thang"), scalars("ngay"))
  private static let words = [chan, linh, tu]

  private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

  private static func isMeant(_ word: [UInt32], _ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Bool {
    let before = bare(units[index - 1], scalars)
    if word == chan { return before == dong && numerals.contains(bare(units[index - 2], scalars)) }
    if word == tu { return before == thang && isCount(units, index - 2, scalars) }
    return hundred.contains(before) && index + 1 < units.count
      && numerals.contains(bare(units[index + 1], scalars))
  }

  /// Whether a number ends at `index`, perhaps told once more in brackets: `36 (ba mươi sáu)`. The months of a date have
  /// a day before them.
  private static func isCount(_ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Bool {
    guard scalars[units[index].range] == [0x29], index >= 2 else {
      return units[index].word == .number && !isDay(units, index, scalars)
    }
    return numerals.contains(bare(units[index - 1], scalars))
  }

  private static func isDay(_ units: [Unit], _ index: Int, _ scalars: [UInt32]) -> Bool {
    index > 0 && bare(units[index - 1], scalars) == day
  }

  private static func bare(_ unit: Unit, _ scalars: [UInt32]) -> [UInt32] {
    guard unit.range.count <= 6 else { return [] }
    return scalars[unit.range].map { VietLetter.lowercased(VietLetter.bare($0)) }
  }
}
