import ChannelModel
import NgramModel
import VietText

/// Which profile decodes each line, and how dear changes are in it.
///
/// Marked Vietnamese text is told from other sources by its letters; how clean it is shows in the share of
/// its words that no vocabulary knows. Where few are unknown, a change must be worth more.
struct LineSources {
  /// What a change of a known word costs in spotless marked text, log10, and how much less for each unit of dirt.
  private static let changeCost: Float = 2.3
  private static let dirtRelief: Float = 20
  /// What it costs more to change a word with a capital inside a sentence, mostly a name, log10.
  private static let nameCost: Float = 0.8
  /// The same of one beside another with a capital, all marks in their places.
  private static let certainNameCost: Float = 2.3

  private let models: DecoderModels
  /// A profile that was fitted to the text, and the place of the one that it stands for.
  private var fitted: (place: Int, profile: SourceProfile)?
  private let kinds: [Int]
  private let lineKinds: [SourceKind]
  private let dirt: [Float]
  private let foreign: [Bool]
  private let confidences: [EngineConfidence]
  /// What marks the text lost.
  private(set) var damage: TextDamage
  /// Whether names stand with capitals, so that small letters mean something.
  let usesCapitals: Bool

  init(text: SourceText, units: [Unit], models: DecoderModels, marks: MarkStore) {
    self.models = models
    confidences = text.confidences
    var (words, capitals) = (0, 0)
    for index in units.indices where units[index].kind == .word && !units[index].opensSentence {
      words += 1
      capitals += units[index].shape == .capitalized ? 1 : 0
    }
    usesCapitals = Float(capitals) > 0.03 * Float(words)
    foreign = Self.foreign(text, units, models)
    var damage = TextDamage(units, text, marks)
    let places = ProfilePlaces(models)
    var kinds = Self.detected(text, units, &damage, models, places)
    dirt = Self.dirt(lines: text.lines.count, units, damage)
    for line in kinds.indices where places.marked.contains(kinds[line]) {
      if let choice = dirt[line] > 0.15 ? places.heavy ?? places.light : places.light { kinds[line] = choice }
    }
    (self.kinds, self.damage) = (kinds, damage)
    lineKinds = kinds.map { models.profiles[$0].kind }
  }

  /// The sources of the lines of `text`; of its `units`, those are cut that specks join, once it is known which lines an
  /// engine read.
  static func cutting(
    _ units: inout [Unit], of text: SourceText, _ splitter: UnitSplitter, _ models: DecoderModels,
    _ marks: MarkStore
  ) -> LineSources {
    var sources = LineSources(text: text, units: units, models: models, marks: marks)
    guard sources.hasEngine,
      let cut = splitter.cutAtSpecks(units, text.scalars, isEngine: { sources.kind($0) == .engine })
    else { return sources }
    units = cut
    sources.damage = TextDamage(units, text, marks)
    let lines = sources.lineKinds
    let keepsLetters = lines.contains { $0.keepsLetters }
    sources.damage.estimate(units) { !keepsLetters || lines[$0.line].keepsLetters }
    return sources
  }

  /// The profile of each line, by its letters and words; `damage` is what the lines lost that an engine without
  /// Vietnamese did not read.
  private static func detected(
    _ text: SourceText, _ units: [Unit], _ damage: inout TextDamage, _ models: DecoderModels,
    _ places: ProfilePlaces
  ) -> [Int] {
    var words = [WordCounts](repeating: WordCounts(), count: text.lines.count)
    for (index, unit) in units.enumerated() where unit.kind == .word && unit.range.count > 1 {
      if damage.lacksLetters(index) {
        words[unit.line].lacking += 1
      } else if damage.isUnexplained(index) {
        words[unit.line].unexplained += 1
      } else if damage.list(index) != nil {
        words[unit.line].explained += 1
      }
    }
    damage.estimate(units) { _ in true }
    var kinds = models.detector.profiles(of: text, words: words, loss: damage.loss)
    let letters = kinds.map { $0 >= models.profiles.count - 1 || models.profiles[$0].kind.keepsLetters }
    if letters.contains(false), letters.contains(true) { damage.estimate(units) { letters[$0.line] } }
    guard damage.loss != nil, let partly = places.partly, let light = places.light else {
      if let light = places.light { kinds = kinds.map { $0 == places.partly ? light : $0 } }
      return kinds
    }
    var (sums, counts) = (
      [Float](repeating: 0, count: kinds.count), [Float](repeating: 0, count: kinds.count)
    )
    for (index, unit) in units.enumerated() where damage.list(index) != nil {
      sums[unit.line] += damage.prior(index)
      counts[unit.line] += 1
    }
    for line in kinds.indices where letters[line] {
      let whole = counts[line] > 0 ? sums[line] / counts[line] : damage.loss?.wholeWord ?? 0
      let range = damage.range(whole: whole)
      if range.lowerBound > 0.95, let stripped = places.stripped {
        kinds[line] = stripped
      } else {
        kinds[line] = range.upperBound < 0.005 ? light : partly
      }
    }
    return kinds
  }

  /// Where the profiles of text with its letters stand.
  private struct ProfilePlaces {
    let marked: Set<Int>
    let light: Int?
    let heavy: Int?
    let stripped: Int?
    let partly: Int?

    init(_ models: DecoderModels) {
      let profiles = models.profiles
      marked = Set(profiles.indices.filter { profiles[$0].kind == .marked })
      light = profiles.firstIndex { $0.name == "vietnamese" }
      heavy = profiles.firstIndex { $0.name == "vietnamese-heavy" }
      stripped = profiles.firstIndex { $0.kind == .stripped }
      partly = profiles.firstIndex { $0.kind == .partly }
    }
  }

  /// The profile that decodes `unit`, before anything is known of the unit itself.
  func base(_ unit: Unit) -> SourceProfile {
    let kind = kinds[unit.line]
    if let fitted, fitted.place == kind { return fitted.profile }
    return models.profiles[kind]
  }

  /// The place of the profile by which an engine without Vietnamese read most of the `units`, if it read most of them.
  func engine(of units: [Unit]) -> Int? {
    var counts = [Int](repeating: 0, count: models.profiles.count)
    for unit in units { counts[kinds[unit.line]] += 1 }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
    return models.profiles[most].isEngine && 2 * counts[most] > units.count ? most : nil
  }

  /// Uses the profile at `place` fitted to `pairs` from now on.
  mutating func fit(_ place: Int, to pairs: [WordPair]) {
    fitted = (place, models.profiles[place].fitted(to: pairs))
  }

  /// How the line of `unit` came to be as it is.
  func kind(_ unit: Unit) -> SourceKind { lineKinds[unit.line] }

  /// Whether an engine without Vietnamese read any line.
  var hasEngine: Bool { lineKinds.contains(.engine) }

  /// Whether any line has its marks.
  var hasMarked: Bool { lineKinds.contains(.marked) }

  /// Whether `unit` stands in text of another language, which is left alone.
  func isForeign(_ unit: Unit) -> Bool { foreign[unit.line] }

  /// Whether `unit` stands in a reading of a dirty page, although by an engine that knows Vietnamese.
  func isSpeckled(_ unit: Unit) -> Bool {
    dirt[unit.line] > 0.02 && base(unit).isVietnamese
  }

  /// The share of unknown words around `unit`.
  func dirt(_ unit: Unit) -> Float { dirt[unit.line] }

  /// The profile of `unit`, and what any change of a known word costs in it.
  func profile(_ unit: Unit) -> (SourceProfile, Float) {
    let profile = base(unit)
    return (
      profile, profile.isVietnamese || profile.kind == .partly ? changeCost(unit) : profile.changePenalty
    )
  }

  /// What any change of a known word costs in text with its marks.
  func changeCost(_ unit: Unit) -> Float {
    let name =
      unit.isName
      ? Self.certainNameCost : unit.shape == .capitalized && !unit.opensSentence ? Self.nameCost : 0
    return max(0.3, Self.changeCost - Self.dirtRelief * dirt[unit.line]) + name
  }

  /// What the engine's own confidence adds to the cost of a change of `unit`; 0 where none is known.
  func trust(_ unit: Unit) -> Float {
    guard let value = confidences.least(in: unit.range) else { return 0 }
    return ConfidenceCost.cost(value, losesMarks: base(unit).losesMarks)
  }

  /// The share of unknown words around each line.
  private static func dirt(lines: Int, _ units: [Unit], _ damage: TextDamage) -> [Float] {
    var known = [Float](repeating: 0, count: lines)
    var unknown = known
    for (index, unit) in units.enumerated() where unit.kind == .word && !damage.lacksLetters(index) {
      let isUnknown = unit.word == .unknownWord && (damage.loss == nil || damage.isUnexplained(index))
      if isUnknown { unknown[unit.line] += 1 } else { known[unit.line] += 1 }
    }
    let (allKnown, allUnknown) = (known.reduce(0, +), unknown.reduce(0, +))
    let whole = allUnknown / max(1, allKnown + allUnknown)
    return (0..<lines).map { line in
      var (k, u): (Float, Float) = (20 * (1 - whole), 20 * whole)
      for near in max(0, line - 4)...min(lines - 1, line + 4) {
        k += known[near]
        u += unknown[near]
      }
      return u / max(1, k + u)
    }
  }

  /// Lines in another language: around them, most bare words of three letters and more are the bare form of no
  /// Vietnamese syllable. Even bad readings of Vietnamese keep more than half of theirs.
  private static func foreign(_ text: SourceText, _ units: [Unit], _ models: DecoderModels) -> [Bool] {
    var native = [Float](repeating: 0, count: text.lines.count)
    var other = native
    for unit in units where unit.kind == .word && unit.range.count >= 3 {
      let scalars = text.scalars[unit.range]
      guard scalars.allSatisfy({ $0 < 0x80 && VietLetter.isLetter($0) }) else { continue }
      if models.words.isBareSyllable(scalars) {
        native[unit.line] += 1
      } else {
        other[unit.line] += 1
      }
    }
    return text.lines.indices.map { line in
      var (n, o) = (native[line], other[line])
      if n + o < 8 {
        for near in max(0, line - 2)...min(text.lines.count - 1, line + 2) where near != line {
          n += native[near]
          o += other[near]
        }
      }
      return o >= 4 && o > 2 * n
    }
  }
}
