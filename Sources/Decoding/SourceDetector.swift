import ChannelModel
import Platform
import VietText

/// What the words of a line tell about its source: how many are words, their marks aside, and how many are not.
struct WordCounts {
  var explained: Float = 0
  var unexplained: Float = 0
  /// Words of which letters are known to be missing.
  var lacking: Float = 0
}

/// Tells line by line which kind of source a text comes from, by the letters that are seen and by how many of its
/// words are words at all.
///
/// A naive Bayes classifier over single letters; a line's own letters count fully, those of its neighbours by
/// half, and those of the whole document as much as one long line. Linear in the text.
struct SourceDetector {
  private let letterCosts: [[Float]]
  private let kinds: [SourceKind]
  /// How often each letter is seen in text that kept its marks.
  private let clean: [Float]
  /// What a word that is one, and what is none, cost in each profile.
  private let wordCosts: [(explained: Float, unexplained: Float)]
  /// What it costs to take a text for one of each profile before anything is seen of it.
  private let rarities: [Float]
  private let documentWeight: Float = 120
  private let documentWords: Float = 25
  private let reach = 3
  /// What a word with a sign in the place of a letter costs where an engine read it, log10.
  private static let lackingCost: Float = 3
  /// The share of words that are none where a neural engine read letters well but no marks.
  private static let neuralShare: Float = 0.06
  /// What it costs to take a text for a neural engine's reading, log10; where the engine knows no mark, the reading looks
  /// like text that lost them, and long lines of foreign names like many slips.
  private static let neuralRarity: Float = 6
  private static let bareNeuralRarity: Float = 9

  /// A detector among `profiles`.
  init(profiles: [ChannelProfile]) {
    letterCosts = profiles.map(\.letterCosts)
    kinds = profiles.map { SourceKind(profile: $0.name) }
    // Engines that drop letters would explain any short text.
    rarities = profiles.map { profile in
      profile.name == "neural"
        ? Self.bareNeuralRarity
        : profile.name.hasPrefix("neural") ? Self.neuralRarity : SourceKind(profile: profile.name).rarity
    }
    let costs = profiles.first { $0.name == "clean" }?.letterCosts
    clean = costs?.map { Platform.pow(10, -$0) } ?? Array(repeating: 0, count: SeenLetter.count)
    wordCosts = profiles.map { profile in
      let kind = SourceKind(profile: profile.name)
      let unexplained = profile.name == "neural" ? Self.neuralShare : kind.unexplainedShare
      return (-Platform.log10(1 - unexplained), -Platform.log10(unexplained))
    }
  }

  /// The most likely profile of each line of `text`, by place in the list of profiles; the number of profiles stands
  /// for text that lost marks as `loss` tells. `words`: what the words of each line tell.
  func profiles(of text: SourceText, words: [WordCounts], loss: MarkLoss?) -> [Int] {
    let letterCosts = self.letterCosts + (loss.map { [lossy($0)] } ?? [])
    let kindCount = letterCosts.count
    var lines = [Float](repeating: 0, count: text.lines.count * kindCount)
    var document = [Float](repeating: 0, count: kindCount)
    var letters = 0
    // Eight profiles at a time, the costs of a letter side by side.
    for first in stride(from: 0, to: kindCount, by: 8) {
      let kinds = first..<min(first + 8, kindCount)
      let costs = (0..<SeenLetter.count).map { code in
        var row = SIMD8<Float>.zero
        for kind in kinds { row[kind - first] = letterCosts[kind][code] }
        return row
      }
      letters = 0
      for (number, range) in text.lines.enumerated() {
        let (sum, count) = Self.sum(text.scalars, range, costs)
        letters += count
        for kind in kinds {
          lines[number * kindCount + kind] = sum[kind - first]
          document[kind] += sum[kind - first]
        }
      }
    }
    let wordEvidence = weigh(words, kindCount)
    let share = min(1, documentWeight / Float(max(1, letters)))
    return text.lines.indices.map { line in
      var best = (kind: 0, cost: Float.infinity)
      for kind in 0..<kindCount {
        var cost = lines[line * kindCount + kind] + share * document[kind]
        for near in max(0, line - reach)...min(text.lines.count - 1, line + reach) where near != line {
          cost += 0.5 * lines[near * kindCount + kind]
        }
        cost +=
          wordEvidence[line * kindCount + kind]
          + (kind < kinds.count ? rarities[kind] : SourceKind.partly.rarity)
        if cost < best.cost { best = (kind, cost) }
      }
      return best.kind
    }
  }

  /// What the letters of a line cost in eight profiles, and how many they are.
  private static func sum(
    _ scalars: [UInt32], _ line: Range<Int>, _ costs: [SIMD8<Float>]
  ) -> (costs: SIMD8<Float>, letters: Int) {
    var (sum, letters) = (SIMD8<Float>.zero, 0)
    for index in line where scalars[index] > 0x40 {
      letters += 1
      sum += costs[Int(SeenLetter.code(scalars[index]))]
    }
    return (sum, letters)
  }

  /// What the words tell against each kind at each line, weighed as its letters are.
  private func weigh(_ words: [WordCounts], _ kindCount: Int) -> [Float] {
    var all = WordCounts()
    for line in words {
      all.explained += line.explained
      all.unexplained += line.unexplained
    }
    let share = min(1, documentWords / max(1, all.explained + all.unexplained))
    var costs = [Float](repeating: 0, count: words.count * kindCount)
    for line in words.indices {
      var (explained, unexplained) = (share * all.explained, share * all.unexplained)
      var lacking: Float = 0
      for near in max(0, line - reach)...min(words.count - 1, line + reach) {
        let weight: Float = near == line ? 1 : 0.5
        explained += weight * words[near].explained
        unexplained += weight * words[near].unexplained
        lacking += weight * words[near].lacking
      }
      for kind in 0..<kindCount {
        let cost = kind < kinds.count ? wordCosts[kind] : Self.lossyCosts
        costs[line * kindCount + kind] = cost.explained * explained + cost.unexplained * unexplained
        // Converters leave signs where letters were, engines none.
        if kind < kinds.count, !kinds[kind].keepsLetters {
          costs[line * kindCount + kind] += Self.lackingCost * lacking
        }
      }
    }
    return costs
  }

  private static let lossyCosts: (explained: Float, unexplained: Float) = {
    let share = SourceKind.partly.unexplainedShare
    return (-Platform.log10(1 - share), -Platform.log10(share))
  }()

  /// -log10 of how often each letter is seen in clean text that lost marks so.
  private func lossy(_ loss: MarkLoss) -> [Float] {
    var seen = [Float](repeating: 0, count: SeenLetter.count)
    for code in clean.indices where clean[code] > 0 {
      guard let scalar = SeenLetter.scalar(UInt16(code)), VietLetter.isMarked(scalar) else {
        seen[code] += clean[code]
        continue
      }
      let chance = { (mark: MarkPattern.MarkClass?) -> Float in
        mark.map { loss.wholeWord + (1 - loss.wholeWord) * loss.classes[$0.rawValue] } ?? 0
      }
      let letter = MarkSearch.marks(of: scalar)
      let bare = VietLetter.bare(scalar)
      let tone = VietLetter.tone(scalar)
      let (loseTone, loseShape) = (chance(tone > 0 ? .tone : nil), chance(letter))
      let untoned = VietLetter.untoned(scalar)
      let forms: [(UInt32, Float)] = [
        (scalar, (1 - loseTone) * (1 - loseShape)), (untoned, loseTone * (1 - loseShape)),
        (VietLetter.withTone(bare, tone), (1 - loseTone) * loseShape), (bare, loseTone * loseShape),
      ]
      for (form, share) in forms { seen[Int(SeenLetter.code(form))] += clean[code] * share }
    }
    let floor = clean.filter { $0 > 0 }.min() ?? 1e-7
    return seen.map { -Platform.log10(max($0, floor)) }
  }
}
