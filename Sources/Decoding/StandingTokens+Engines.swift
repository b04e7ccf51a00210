import ChannelModel
import VietText

extension StandingTokens {
  /// Mends what `engine` made of brackets and of abbreviations with a slash, and lets abbreviations that it may have made
  /// of words be words.
  func mendReading(_ units: inout [Unit], _ line: Range<Int>, _ engine: SourceProfile) {
    for index in line where !units[index].isProtected {
      let unit = units[index]
      switch sign(unit) {
      case 0x7B: (units[index].rewrite, units[index].word) = ("(", words.markID(0x28))
      case 0x7D: (units[index].rewrite, units[index].word) = (")", words.markID(0x29))
      case 0x2F where index > line.lowerBound && index + 1 < line.upperBound:
        if let form = slashed(units[index - 1], unit, units[index + 1], engine) {
          for (place, letter) in [(index - 1, form[0]), (index + 1, form[2])] {
            (units[place].kind, units[place].rewrite) = (.fixed, string([letter]))
          }
        }
      default: if isDoubtful(unit, engine) { units[index].kind = .word }
      }
    }
  }

  /// The abbreviation with a slash that three units are, as `engine` may have read it: `b/e` for `b/c`.
  private func slashed(_ first: Unit, _ slash: Unit, _ last: Unit, _ engine: SourceProfile) -> [UInt32]? {
    guard first.range.count == 1, slash.gap == .none, last.gap == .none, last.range.count == 1,
      first.word != .number, last.word != .number
    else { return nil }
    let seen = [first, last].map { scalars[$0.range.lowerBound] }
    let forms = words.abbreviations.slashed
    guard !forms.contains(where: { $0[0] == seen[0] && $0[2] == seen[1] }) else { return nil }
    let costs = forms.map { engine.table.cost($0[0], seen[0]) + engine.table.cost($0[2], seen[1]) }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }), costs[best] < Self.slashCost else {
      return nil
    }
    return forms[best]
  }

  /// What a reading of an abbreviation with a slash may cost, log10: other pairs of letters are rarer than that.
  private static let slashCost: Float = 2.5

  /// Whether an abbreviation of two capitals may as well be a word of which `engine` took the last letter for a capital:
  /// `BS` for `Bộ`, `SG` for `Sở`.
  private func isDoubtful(_ unit: Unit, _ engine: SourceProfile) -> Bool {
    let text = scalars[unit.range]
    guard unit.kind == .fixed, text.count == 2, unit.rewrite == nil, !unit.isUpperContext,
      text.allSatisfy(VietLetter.isUppercase), !WordIndex.isRoman(text)
    else { return false }
    let list = store.candidates(text, shape: .capitalized, identity: unit.word, profile: engine)
    return unit.shape == .capitalized && list.bestOther < Self.doubtfulCost
  }

  /// What the cheapest word costs that an abbreviation may be, log10.
  private static let doubtfulCost: Float = 2
}
