import ChannelModel
import ContextModel
import Lexicon
import ModelFile
import NgramModel
import VietText

/// A word that the decoder may propose.
public struct CandidateWord: Sendable {
  /// Lower case, NFC, older tone placement.
  public var text: String
  /// How often it stands with a capital where no sentence begins, 0 to 1.
  public var capitalShare: Float
  /// Whether it is no Vietnamese syllable.
  public var isForeign: Bool

  /// Makes a candidate from its parts.
  public init(text: String, capitalShare: Float, isForeign: Bool = false) {
    self.text = text
    self.capitalShare = capitalShare
    self.isForeign = isForeign
  }
}

/// Everything the decoder needs that does not change from text to text.
public final class DecoderModels: Sendable {
  let language: NgramModel
  let context: ContextModel?
  let words: WordIndex
  let trie: LetterTrie
  let profiles: [SourceProfile]
  let detector: SourceDetector
  let codes: CodeGrammar
  let unigram: [Float]
  /// How often a word stands with a capital where no sentence begins, by id; 1 where it was not counted.
  let capitalShare: [Float]
  /// Whether a word is no Vietnamese syllable, by id.
  let isForeign: [Bool]

  /// Compares the language and context models with their checksums; throws `ModelFileError`. O(size of the file).
  public func verify() throws(ModelFileError) {
    try language.verify()
    try context?.verify()
  }

  /// How many words the language model knows.
  public var vocabularyCount: Int { language.vocabulary.count }
  /// Names of the profiles, by place.
  public let profileNames: [String]

  /// Puts the models together. `candidates` are the words that the decoder may propose; without `context` words
  /// are told apart by the language model alone.
  public init(
    language: NgramModel, context: ContextModel? = nil, channel: ChannelModel, candidates: [CandidateWord],
    abbreviations: AbbreviationTable,
    symbols: SymbolTable
  ) {
    self.language = language
    self.context = context
    let bareSyllables = Set(
      candidates.lazy.filter { !$0.isForeign }.map {
        $0.text.unicodeScalars.map { VietLetter.bare($0.value) }
      })
    words = WordIndex(
      vocabulary: language.vocabulary, abbreviations: abbreviations, bareSyllables: bareSyllables)
    unigram = (0..<language.vocabulary.count).map { language.unigram(WordID($0)) }
    var entries: [(letters: [UInt8], id: WordID)] = []
    var capitalShare = [Float](repeating: 1, count: language.vocabulary.count)
    var isForeign = [Bool](repeating: false, count: language.vocabulary.count)
    for word in candidates {
      let id = language.vocabulary.id(of: word.text)
      guard id != .unknownWord else { continue }
      capitalShare[Int(id)] = word.capitalShare
      isForeign[Int(id)] = word.isForeign
      var scalars = word.text.unicodeScalars.map(\.value)
      let older = scalars
      entries.append((older.map(MeantLetter.code), id))
      TonePlacement.newer.apply(to: &scalars)
      if scalars != older { entries.append((scalars.map(MeantLetter.code), id)) }
    }
    // Words that are no syllables but carry marks (`ôxy`, `kilômét`) come back from bare letters only so.
    let listed = Set(candidates.map(\.text))
    for id in WordID(6)..<WordID(language.vocabulary.count) {
      let word = language.vocabulary.word(of: id)
      guard word.utf8.contains(where: { $0 >= 0x80 }), !listed.contains(word) else { continue }
      isForeign[Int(id)] = true
      entries.append((word.unicodeScalars.map { MeantLetter.code($0.value) }, id))
    }
    self.capitalShare = capitalShare
    self.isForeign = isForeign
    trie = LetterTrie(words: entries.filter { !$0.letters.contains(0) })
    profiles = channel.profiles.enumerated().map { index, profile in
      SourceProfile(index: UInt8(index), profile: profile)
    }
    detector = SourceDetector(profiles: channel.profiles)
    codes = CodeGrammar(groups: symbols)
    profileNames = channel.profiles.map(\.name)
  }
}

/// Decodes texts with one set of models; owns the buffers of the search and is reused, one a task.
public final class Decoder {
  private let models: DecoderModels
  private let store: CandidateStore
  private let beam: BeamSearch
  private let lattice = Lattice()
  /// What the text at hand repeats.
  private var phrases = DocumentPhrases()
  /// How the text at hand writes its words.
  private var cases = CaseMemory()
  /// What the lexicon of the text at hand offers.
  private var offers: OwnOffers?
  /// Longest stretch that is decoded in one go, in units.
  private let stretch = 400
  /// Shorter texts, in units, repeat too little to be remembered.
  private let memoryThreshold = 150

  /// A decoder over `models`.
  public init(models: DecoderModels) {
    self.models = models
    store = CandidateStore(
      words: models.words, trie: models.trie, unigram: models.unigram,
      isForeign: models.isForeign)
    beam = BeamSearch(model: models.language)
  }

  /// The decisions for every unit of `text`, in order.
  ///
  /// A first search thins the lattice and shows the words around each place; a second one adds what these
  /// neighbours say, and the phrases that the document repeats. Nothing in `ranges` (of scalars) is changed, and
  /// the words of `lexicon` may be meant as well. `checkpoint` is called before every few hundred units; what it
  /// throws ends the work.
  public func decode<Failure: Error>(
    _ text: SourceText, lexicon: OwnLexicon? = nil, protecting ranges: [Range<Int>] = [],
    checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [Decision] {
    try checkpoint()
    let splitter = UnitSplitter(
      words: lexicon?.index ?? models.words, codes: lexicon?.codes ?? models.codes)
    var units = splitter.split(text)
    units.protect(ranges)
    let sources = LineSources(text: text, units: units, models: models)
    offers = lexicon.map { OwnOffers($0, text, units, sources) }
    defer { offers = nil }
    var memory = DocumentMemory()
    phrases = DocumentPhrases()
    let repeats = units.count >= memoryThreshold
    let stretches = try survey(text, units, sources, checkpoint) { path in
      if repeats { remember(path, &memory) }
    }
    beam.memory = memory
    phrases.settle()
    cases = caseMemory(stretches, units)
    var decisions: [Decision] = []
    decisions.reserveCapacity(units.count)
    try settle(stretches, checkpoint) { path, start in
      var previous = WordID.lineStart
      for (place, number) in path.enumerated() {
        var decision = decision(number, units, start, text, sources, after: previous)
        decision.cost = lattice.arcs[Int(number)].cost
        decision.gain = beam.gains[place]
        decisions.append(decision)
        let arc = lattice.arcs[Int(number)]
        if arc.word != .max { previous = arc.second == .max ? arc.word : arc.second }
      }
    }
    return decisions
  }

  /// The decisions for every unit of `text`, in order.
  public func decode(_ text: SourceText) -> [Decision] { decode(text, checkpoint: {}) }

  /// The first search, stretch by stretch; `visit` gets each best path.
  private func survey<Failure: Error>(
    _ text: SourceText, _ units: [Unit], _ sources: LineSources, _ checkpoint: () throws(Failure) -> Void,
    visit: (_ path: [Int32]) -> Void
  ) throws(Failure) -> [ThinLattice] {
    var builder = LatticeBuilder(
      text: text, store: store, words: models.words, usesCapitals: sources.usesCapitals)
    builder.offers = offers
    beam.memory = DocumentMemory()
    var stretches: [ThinLattice] = []
    var state = NgramState.lineStart
    var start = 0
    while start < units.count {
      try checkpoint()
      var end = start + 1
      while end < units.count, units[end].gap != .paragraph, end - start < stretch { end += 1 }
      let opensLine = units[start].gap == .paragraph
      let endsLine = end == units.count || units[end].gap == .paragraph
      let profile = models.profiles[sources.profileIndex(units[start])]
      beam.margin = profile.margin
      builder.fill(lattice, units[start..<end], sources: sources)
      let (path, last) = beam.search(
        lattice, from: opensLine ? .lineStart : state, weight: profile.languageWeight, endsLine: endsLine)
      state = last
      visit(path)
      stretches.append(
        ThinLattice(
          lattice, beam, path: path, start: start, opensLine: opensLine, endsLine: endsLine,
          profile: profile))
      start = end
    }
    return stretches
  }

  /// The second search; `visit` gets each best path with the number of its first unit.
  private func settle<Failure: Error>(
    _ stretches: [ThinLattice], _ checkpoint: () throws(Failure) -> Void,
    visit: (_ path: [Int32], _ start: Int) -> Void
  ) throws(Failure) {
    var evidence = models.context.map { ContextEvidence($0) }
    var state = NgramState.lineStart
    for thin in stretches {
      try checkpoint()
      beam.margin = thin.profile.margin
      thin.fill(lattice) { unit, arcs in
        evidence?.weigh(arcs, at: Int(thin.places[unit]), of: thin.words)
        phrases.weigh(
          arcs, at: Int(thin.places[unit]), of: thin.words, models.words, isMarked: !thin.profile.losesMarks)
      }
      let (path, last) = beam.search(
        lattice, from: thin.opensLine ? .lineStart : state, weight: thin.profile.languageWeight,
        endsLine: thin.endsLine)
      state = last
      visit(path, thin.start)
    }
  }

  /// How the document writes its words after the words before them.
  private func caseMemory(_ stretches: [ThinLattice], _ units: [Unit]) -> CaseMemory {
    var cases = CaseMemory()
    for thin in stretches {
      for (offset, place) in thin.places.enumerated() where place > 0 && Int(place) < thin.words.count {
        // The second half of a torn word says nothing about its case.
        guard offset == 0 || thin.places[offset - 1] != place, thin.words[Int(place)] != .unknownWord else {
          continue
        }
        let unit = units[thin.start + offset]
        guard unit.kind == .word, !unit.opensSentence, unit.shape != .upper else { continue }
        cases.add(
          thin.words[Int(place) - 1], thin.words[Int(place)], isCapital: unit.shape == .capitalized)
      }
    }
    return cases
  }

  private func remember(_ path: [Int32], _ memory: inout DocumentMemory) {
    for (first, second) in zip(path, path.dropFirst()) {
      let (left, right) = (lattice.arcs[Int(first)], lattice.arcs[Int(second)])
      guard left.second == .max, left.word != .max, right.word != .max else { continue }
      memory.add(left.word, right.word, certainty: min(beam.posterior(first), beam.posterior(second)))
    }
    phrases.add(
      path.lazy.map { [lattice, beam] number in
        let arc = lattice.arcs[Int(number)]
        return (arc.word == .max || arc.second != .max ? nil : arc.word, beam.posterior(number))
      })
  }

  private func decision(
    _ number: Int32, _ units: [Unit], _ start: Int, _ text: SourceText, _ sources: LineSources,
    after previous: WordID
  ) -> Decision {
    let arc = lattice.arcs[Int(number)]
    let (first, last) = (units[start + Int(arc.from)], units[start + Int(arc.to) - 1])
    var range = first.range.lowerBound..<last.range.upperBound
    var chosen: String
    switch arc.kind {
    case .identity:
      let rewrite = first.isSureRewrite || sources.profile(first).0.losesMarks ? first.rewrite : nil
      chosen = rewrite ?? string(text.scalars[range])
    case .noise:
      let next = units[start + Int(arc.to)]
      // A lone speck goes with the blank before it; one between two words leaves a blank.
      if first.gap == .blank, next.gap == .blank { range = range.lowerBound - 1..<range.upperBound }
      chosen = first.gap == .none && next.gap == .none ? " " : ""
    default: chosen = spelling(arc, shape(of: first, arc, text, sources, after: previous))
    }
    let isEngine = sources.profile(first).0.isEngine
    if arc.kind != .noise, last.lostBlank == .sure || last.lostBlank == .ifRead && isEngine { chosen += " " }
    var decision = Decision(
      range: range, line: first.line, text: chosen, kind: arc.kind, unitKind: first.kind,
      probability: beam.posterior(number), doubt: 0, seenProbability: 0,
      seenIsWord: first.word != .unknownWord,
      source: sources.profile(first).0.kind, dirt: sources.dirt(first), alternatives: [])
    guard first.kind == .word else {
      decision.seenProbability = decision.probability
      return decision
    }
    let share = shares(number)
    (decision.probability, decision.doubt) = (
      share.chosen / share.all, (share.all - share.chosen) / share.all
    )
    var others: [Alternative] = []
    for other in Int(lattice.singles[Int(arc.from)])..<Int(lattice.singles[Int(arc.from) + 1]) {
      let probability = beam.posterior(Int32(other)) / share.all
      let candidate = lattice.arcs[other]
      if candidate.kind == .identity { decision.seenProbability = probability }
      guard other != Int(number), probability > 0.001 else { continue }
      let spelt =
        candidate.kind == .identity ? string(text.scalars[first.range]) : spelling(candidate, first.shape)
      others.append(Alternative(text: spelt, probability: probability))
    }
    decision.alternatives = others.sorted { $0.probability > $1.probability }.prefix(4).map { $0 }
    return decision
  }

  /// The posterior of an arc and that of all arcs that begin at its unit, summed without rounding to one.
  private func shares(_ number: Int32) -> (chosen: Float, all: Float) {
    let unit = Int(lattice.arcs[Int(number)].from)
    var others: Float = 0
    for arc in lattice.singles[unit]..<lattice.singles[unit + 1] where arc != number {
      others += beam.posterior(arc)
    }
    for arc in lattice.specialNumbers[unit] where arc != number { others += beam.posterior(arc) }
    let chosen = max(beam.posterior(number), 1e-6)
    return (chosen, chosen + others)
  }

  /// The shape in which `arc` is written: a capital that a small letter looks like is no capital where the word
  /// hardly ever has one, or the document mostly writes it small, and a lost Đ takes the capital of its sentence
  /// with it.
  private func shape(
    of unit: Unit, _ arc: Arc, _ text: SourceText, _ sources: LineSources, after previous: WordID
  ) -> CaseShape {
    guard sources.profile(unit).0.isEngine else { return unit.shape }
    let first = VietLetter.bare(text.scalars[unit.range.lowerBound])
    if unit.shape == .lower, arc.kind == .replacement, first != 0x64, opensWithCapital(unit, text) {
      // Engines lose Đ altogether; at the head of a sentence it was no đ.
      return models.words.spelling(arc.word).first == 0x111 ? .capitalized : .lower
    }
    guard unit.shape == .capitalized, !unit.opensSentence, unit.gap < .line else { return unit.shape }
    let share = models.capitalShare[Int(arc.word)]
    if first == 0x49 || first == 0x4A {
      return models.words.spelling(arc.word).first == 0x6C ? .lower : .capitalized
    }
    let isMisread = VietLetter.lowercased(first) != models.words.spelling(arc.word).first.map(VietLetter.bare)
    if isMisread || VietLetter.isReadForSmall(first), cases.prefersLower(previous, arc.word) { return .lower }
    return VietLetter.hasSmallTwin(first) && share < 0.015 ? .lower : .capitalized
  }

  /// Whether a sentence begins at `unit`, and not only what stands behind a semicolon.
  private func opensWithCapital(_ unit: Unit, _ text: SourceText) -> Bool {
    let before = text.scalars[..<unit.range.lowerBound].last { !ModelTokenizer.isBlank($0) && $0 != 0x0A }
    return unit.opensSentence && before != 0x3B
  }

  private func spelling(_ arc: Arc, _ shape: CaseShape) -> String {
    if arc.own > 0, let own = offers?.lexicon.words[Int(arc.own) - 1] {
      return string(shape == .lower ? own.text : shape.apply(to: own.text))
    }
    var scalars = shape.apply(to: models.words.spelling(arc.word))
    if arc.second != .max {
      let rest: CaseShape = shape == .upper ? .upper : .lower
      scalars += [0x20] + rest.apply(to: models.words.spelling(arc.second))
    }
    return string(scalars)
  }
}
