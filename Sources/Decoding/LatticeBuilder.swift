import ChannelModel
import NgramModel
import VietText

/// Fills a lattice with the candidates of a stretch of units: single words, merges of torn words, splits of
/// words run together.
struct LatticeBuilder {
  let text: SourceText
  let store: CandidateStore
  let words: WordIndex
  let language: NgramModel
  /// Whether names stand with capitals in the text.
  let usesCapitals: Bool
  /// What a user's lexicon offers.
  var offers: OwnOffers?
  /// The words that stay as they are, by number of their unit.
  var closed = ClosedUnits()
  /// What a blank that should not be there costs.
  let tornPenalty: Float = 2.2
  /// What a blank that is missing costs.
  let gluedPenalty: Float = 2.2
  /// What it costs that a mark between two words without a blank is dirt, where the channel does not know.
  let gluedSpeckCost: Float = 2

  /// What it costs that a mark is dirt where it would join two words of an engine's reading.
  let joinedSpeckCost: Float = 0.5

  /// Adds `units`, whose numbers in the text are their indices; `sources` gives the profile of a unit and what any
  /// change of it costs on top.
  func fill(_ lattice: Lattice, _ units: ArraySlice<Unit>, sources: LineSources) {
    lattice.removeAll()
    var previous: (unit: Unit, list: CandidateList)?
    for (offset, unit) in units.enumerated() {
      if closed[units.startIndex + offset] != nil {
        lattice.addFixed(unit.word)
        previous = nil
        continue
      }
      let (source, penalty) = sources.profile(unit)
      guard mayChange(unit, source, sources) else {
        lattice.addFixed(unit.word)
        if !sources.isForeign(unit), !unit.isProtected {
          let before = offset > 0 ? units.dropFirst(offset - 1).first : nil
          let next = units.dropFirst(offset + 1).first
          addMarks(lattice, offset, unit, sources, before: before, next: next)
          if source.isEngine, let previous, next?.gap != UnitGap.none || next?.kind != .word {
            addSign(lattice, offset - 1, previous.unit, unit, source, penalty)
          }
        }
        previous = nil
        continue
      }
      let trust = sources.trust(unit)
      var least = (unit.word == .unknownWord ? 0 : penalty) + trust
      let list: CandidateList
      if source.kind == .partly, let marks = sources.damage.list(units.startIndex + offset) {
        let damage = sources.damage
        list = store.mixed(
          text.scalars[unit.range], shape: unit.shape, identity: unit.word, profile: source, penalty: least,
          marks: marks, evidence: evidence(unit, source)
        ) { damage.probability($0, units.startIndex + offset) }
        least = 0
      } else {
        list = candidates(unit, source)
      }
      lattice.addUnit(list, penalty: least)
      addOffers(lattice, offset, units.startIndex + offset, penalty: least)
      if source.breaksWords, let previous, unit.gap == .blank {
        if source.isEngine, repeats(previous.unit, unit) {
          addStutter(lattice, offset - 1, list, penalty + trust)
        } else {
          merge(lattice, offset - 1, previous.unit, previous.list, unit, list, source, penalty + trust)
        }
      }
      if source.breaksWords, list.isPoor { split(lattice, offset, unit, source, penalty + trust) }
      if source.isEngine {
        addWhole(lattice, offset, units, source, penalty + trust)
        addWordSpeck(lattice, offset, unit, next: units.dropFirst(offset + 1).first, source, trust)
      }
      previous = (unit, list)
    }
  }

  /// The candidates for a known word of a line without engine confidences; nil where nothing else may be meant.
  func rivals(of unit: Unit, _ sources: LineSources) -> CandidateList? {
    let source = sources.base(unit)
    return mayChange(unit, source, sources) ? candidates(unit, source) : nil
  }

  private func mayChange(_ unit: Unit, _ source: SourceProfile, _ sources: LineSources) -> Bool {
    unit.kind == .word && !sources.isForeign(unit) && !isLetterName(unit, source)
      && (source.isEngine || !holds(unit))
  }

  private func candidates(_ unit: Unit, _ source: SourceProfile) -> CandidateList {
    store.candidates(
      text.scalars[unit.range], shape: unit.shape, identity: unit.word, profile: source,
      evidence: evidence(unit, source))
  }

  /// Adds what the lexicon offers for a unit: known words become cheaper, others arcs of their own.
  private func addOffers(_ lattice: Lattice, _ index: Int, _ number: Int, penalty: Float) {
    guard let offers else { return }
    for offer in offers[number] {
      let (word, cost) = (offers.lexicon.words[Int(offer.word)], offer.cost + penalty)
      if word.id != .unknownWord, lattice.cheapen(word.id, to: cost) { continue }
      lattice.addSpecial(
        Arc(
          from: Int32(index), to: Int32(index + 1), word: word.id, second: .max, cost: cost,
          kind: .replacement,
          own: offer.word + 1))
    }
  }

  /// Whether only an engine without Vietnamese can have broken the unit: it has digits, or is an abbreviation
  /// among small letters.
  private func holds(_ unit: Unit) -> Bool {
    let scalars = text.scalars[unit.range]
    if scalars.contains(where: ModelTokenizer.isDigit) { return true }
    return !unit.isUpperContext && scalars.count >= 2 && scalars.allSatisfy(VietLetter.isUppercase)
  }

  /// A single capital consonant or A is a name or an index (`nhóm A`), unless letters were dropped around it.
  private func isLetterName(_ unit: Unit, _ source: SourceProfile) -> Bool {
    guard unit.range.count == 1, source.kind != .dropped else { return false }
    let letter = text.scalars[unit.range.lowerBound]
    return VietLetter.isUppercase(letter)
      && (!VietLetter.isVowel(letter) || (letter == 0x41 && source.isEngine))
  }

  /// Engines misread capitals, so small letters count only where nothing but marks was lost.
  private func evidence(_ unit: Unit, _ source: SourceProfile) -> CaseEvidence {
    guard source.losesMarks, !unit.opensSentence else { return .none }
    switch unit.shape {
    case .capitalized: return .title
    case .lower: return source.isEngine || !usesCapitals ? .none : .lower
    case .upper: return .none
    }
  }

  private func merge(
    _ lattice: Lattice, _ index: Int, _ left: Unit, _ leftList: CandidateList, _ right: Unit,
    _ rightList: CandidateList, _ source: SourceProfile, _ penalty: Float
  ) {
    let length = left.range.count + right.range.count
    let suspicious = left.word == .unknownWord || right.word == .unknownWord
    guard suspicious, length <= 8, length >= 2 else { return }
    let joined = text.scalars[left.range] + text.scalars[right.range]
    let list = store.candidates(
      joined, shape: left.shape, identity: .unknownWord, profile: source, isPart: true)
    for (word, cost) in zip(list.words, list.costs)
    where word != .unknownWord && cost < list.bestOther + 2 && cost < 4 {
      addMerged(lattice, index, word, cost + penalty)
    }
  }

  /// Lets a sign right behind a word be what is left of its last letter: `tt’` for `tử`, `chi?` for `chữ`.
  private func addSign(
    _ lattice: Lattice, _ index: Int, _ word: Unit, _ sign: Unit, _ source: SourceProfile, _ penalty: Float
  ) {
    guard sign.gap == .none, sign.range.count == 1, word.range.count < Syllable.longest,
      Self.isLetterSign(text.scalars[sign.range.lowerBound], isUpper: word.shape == .upper)
    else { return }
    let list = store.candidates(
      text.scalars[word.range.lowerBound..<sign.range.upperBound], shape: word.shape, identity: .unknownWord,
      profile: source, isPart: true)
    for (word, cost) in zip(list.words, list.costs)
    where word != .unknownWord && cost < list.bestOther + 2 && cost < 4 {
      addMerged(lattice, index, word, cost + penalty - tornPenalty)
    }
  }

  /// Lets two words with a sign between them be one, of which the sign is a part: `tru’éc` for `trước`.
  private func addWhole(
    _ lattice: Lattice, _ index: Int, _ units: ArraySlice<Unit>, _ source: SourceProfile, _ penalty: Float
  ) {
    guard index > 1 else { return }
    let parts = units.dropFirst(index - 2).prefix(3)
    guard let first = parts.first, let last = parts.last, first.kind == .word,
      parts.dropFirst().allSatisfy({ $0.gap == .none && !$0.isProtected }),
      let sign = parts.dropFirst().first, sign.range.count == 1,
      !VietLetter.isLetter(text.scalars[sign.range.lowerBound]),
      last.range.upperBound - first.range.lowerBound <= Syllable.longest + 1
    else { return }
    let list = store.candidates(
      text.scalars[first.range.lowerBound..<last.range.upperBound], shape: first.shape,
      identity: .unknownWord,
      profile: source)
    for (word, cost) in zip(list.words, list.costs) where word != .unknownWord {
      lattice.addSpecial(
        Arc(
          from: Int32(index - 2), to: Int32(index + 1), word: word, second: .max, cost: cost + penalty,
          kind: .merge))
    }
  }

  /// Quotes, accents and question marks: what engines make of horns and tones.
  private static func isLetterSign(_ scalar: UInt32, isUpper: Bool) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0x3F, 0x2018, 0x2019: true
    // A capital I.
    case 0x21, 0x5D, 0x7C: isUpper
    default: false
    }
  }

  /// Lets `word` stand for the units at `index` and behind it.
  private func addMerged(_ lattice: Lattice, _ index: Int, _ word: WordID, _ cost: Float) {
    lattice.addSpecial(
      Arc(
        from: Int32(index), to: Int32(index + 2), word: word, second: .max, cost: cost + tornPenalty,
        kind: .merge))
  }

  /// Whether `left` is nothing but the vowel with which `right` begins: `ù ùy`.
  private func repeats(_ left: Unit, _ right: Unit) -> Bool {
    guard left.range.count == 1, right.range.count > 1 else { return false }
    let (letter, first) = (text.scalars[left.range.lowerBound], text.scalars[right.range.lowerBound])
    func plain(_ scalar: UInt32) -> UInt32 { VietLetter.lowercased(VietLetter.bare(scalar)) }
    return VietLetter.isVowel(letter) && plain(letter) == plain(first)
  }

  /// Lets the unit at `index` be the first letter of the next one, read twice.
  private func addStutter(_ lattice: Lattice, _ index: Int, _ list: CandidateList, _ penalty: Float) {
    for (word, cost) in zip(list.words, list.costs) where word != .unknownWord {
      addMerged(lattice, index, word, cost + penalty)
    }
  }

  /// How many letters two words that were run together have.
  private static let runTogether = 4...14
  /// How many pairs of words, and how many words for each part of them, are weighed further.
  private static let (mostPairs, mostForPart) = (10, 5)
  /// What a part of two words may cost the channel, log10.
  private static let mostCostOfPart: Float = 3

  /// Lets the unit at `index` be two words that were run together: the pairs that are likeliest for themselves.
  private func split(
    _ lattice: Lattice, _ index: Int, _ unit: Unit, _ source: SourceProfile, _ penalty: Float
  ) {
    let scalars = text.scalars[unit.range]
    guard Self.runTogether.contains(scalars.count) else { return }
    let rest: CaseShape = unit.shape == .upper ? .upper : .lower
    var arcs: [(arc: Arc, rank: Float)] = []
    for cut in scalars.startIndex + 2...scalars.endIndex - 2 {
      let left = best(scalars[..<cut], unit.shape, source)
      guard !left.isEmpty else { continue }
      let right = best(scalars[cut...], rest, source)
      for first in left {
        var (behind, end) = (NgramState.empty, NgramState.empty)
        let chance = language.score(.empty, first.word, &behind)
        for second in right {
          let arc = Arc(
            from: Int32(index), to: Int32(index + 1), word: first.word, second: second.word,
            cost: first.cost + second.cost + gluedPenalty + penalty, kind: .split)
          arcs.append((arc, arc.cost - chance - language.score(behind, second.word, &end)))
        }
      }
    }
    for (arc, _) in arcs.sorted(by: { $0.rank < $1.rank }).prefix(Self.mostPairs) { lattice.addSpecial(arc) }
  }

  /// The few likeliest words for a part of a unit.
  private func best(_ part: ArraySlice<UInt32>, _ shape: CaseShape, _ source: SourceProfile)
    -> [ChannelCandidate]
  {
    func rank(_ candidate: ChannelCandidate) -> Float { candidate.cost - language.unigram(candidate.word) }
    let list = store.candidates(part, shape: shape, identity: words.id(part), profile: source, isPart: true)
    return zip(list.words, list.costs).filter { $0.0 != .unknownWord && $0.1 < Self.mostCostOfPart }
      .map { ChannelCandidate(word: $0.0, cost: $0.1) }.sorted { rank($0) < rank($1) }.prefix(
        Self.mostForPart
      ).map { $0 }
  }
}
