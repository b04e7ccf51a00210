import ChannelModel
import NgramModel
import VietText

/// Decodes texts with one set of models; owns the buffers of the search and is reused, one a task.
public final class Decoder {
  private let models: DecoderModels
  private let store: CandidateStore
  private let marks: MarkStore
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
    marks = MarkStore(words: models.words, trie: models.trie, unigram: models.unigram)
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
    let sources = LineSources(text: text, units: units, models: models, marks: marks)
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
    let profile = sources.profile(first).0
    var range = first.range.lowerBound..<last.range.upperBound
    var chosen: String
    switch arc.kind {
    case .identity:
      let rewrite = first.isSureRewrite || profile.losesMarks ? first.rewrite : nil
      chosen = rewrite ?? string(text.scalars[range])
    case .noise:
      let next = units[start + Int(arc.to)]
      // A lone speck goes with the blank before it; one between two words leaves a blank.
      if first.gap == .blank, next.gap == .blank { range = range.lowerBound - 1..<range.upperBound }
      chosen = first.gap == .none && next.gap == .none ? " " : ""
    default: chosen = spelling(arc, shape(of: first, arc, text, sources, after: previous))
    }
    if arc.kind != .noise, last.lostBlank == .sure || last.lostBlank == .ifRead && profile.isEngine {
      chosen += " "
    }
    var decision = Decision(
      range: range, line: first.line, text: chosen, kind: arc.kind, unitKind: first.kind,
      probability: beam.posterior(number), doubt: 0, seenProbability: 0,
      seenIsWord: first.word != .unknownWord, source: profile.kind, dirt: sources.dirt(first),
      alternatives: [])
    if first.kind == .word {
      weigh(&decision, number, first, text)
    } else {
      decision.seenProbability = decision.probability
    }
    return decision
  }

  /// Tells how probable the arc `number`, which `decision` is about, and its rivals are.
  private func weigh(_ decision: inout Decision, _ number: Int32, _ unit: Unit, _ text: SourceText) {
    let (chosen, all) = shares(number)
    (decision.probability, decision.doubt) = (chosen / all, (all - chosen) / all)
    let place = Int(lattice.arcs[Int(number)].from)
    var others: [Alternative] = []
    for other in Int(lattice.singles[place])..<Int(lattice.singles[place + 1]) {
      let probability = beam.posterior(Int32(other)) / all
      let candidate = lattice.arcs[other]
      if candidate.kind == .identity { decision.seenProbability = probability }
      guard other != Int(number), probability > 0.001 else { continue }
      let spelt =
        candidate.kind == .identity ? string(text.scalars[unit.range]) : spelling(candidate, unit.shape)
      others.append(Alternative(text: spelt, probability: probability))
    }
    decision.alternatives = others.sorted { $0.probability > $1.probability }.prefix(4).map { $0 }
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
