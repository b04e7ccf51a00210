import ChannelModel
import VietText

/// Tells line by line which kind of source a text comes from, by the letters that are seen.
///
/// A naive Bayes classifier over single letters; a line's own letters count fully, those of its neighbours by
/// half, and those of the whole document as much as one long line. Linear in the text.
struct SourceDetector {
  private let letterCosts: [[Float]]
  private let documentWeight: Float = 120
  private let reach = 3

  /// A detector among `profiles`.
  init(profiles: [ChannelProfile]) { letterCosts = profiles.map(\.letterCosts) }

  /// The most likely profile of each line of `text`, by place in the list of profiles.
  func profiles(of text: SourceText) -> [Int] {
    let kinds = letterCosts.count
    var lines = [Float](repeating: 0, count: text.lines.count * kinds)
    var document = [Float](repeating: 0, count: kinds)
    var letters = 0
    for (number, range) in text.lines.enumerated() {
      for index in range {
        let scalar = text.scalars[index]
        guard scalar > 0x40 else { continue }
        letters += 1
        let code = Int(SeenLetter.code(scalar))
        for kind in 0..<kinds { lines[number * kinds + kind] += letterCosts[kind][code] }
      }
      for kind in 0..<kinds { document[kind] += lines[number * kinds + kind] }
    }
    let share = min(1, documentWeight / Float(max(1, letters)))
    return text.lines.indices.map { line in
      var best = (kind: 0, cost: Float.infinity)
      for kind in 0..<kinds {
        var cost = lines[line * kinds + kind] + share * document[kind]
        for near in max(0, line - reach)...min(text.lines.count - 1, line + reach) where near != line {
          cost += 0.5 * lines[near * kinds + kind]
        }
        if cost < best.cost { best = (kind, cost) }
      }
      return best.kind
    }
  }
}
