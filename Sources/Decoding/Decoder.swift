import ChannelModel
import NgramModel
import VietText

/// Decodes texts with one set of models; owns the buffers of the search and is reused, one a task.
public final class Decoder {
  private let models: DecoderModels
  private let store: CandidateStore
  private let marks: MarkStore
  private let beam: BeamSearch
  private let second = GraphSearch()
  private let lattice = Lattice()
  /// What the text at hand repeats.
  private var phrases = DocumentPhrases()
  /// How the text at hand writes its words.
  private var cases = CaseMemory()
  /// What the lexicon of the text at hand offers.
  private var offers: OwnOffers?
  /// The last single word that was remembered of a stretch, with its posterior.
  private var lastRemembered: (word: WordID, certainty: Float)?
  private let scan: IdentityScan
  /// Where the last specks at the head of a line end, with the blank behind them.
  private var headEnd = -1
  /// Longest stretch that is decoded in one go, in units.
  private let longestStretch = 400
  /// Shorter texts, in units, repeat too little to be remembered.
  private let memoryThreshold = 150

  /// A decoder over `models`.
  public convenience init(models: DecoderModels) {
    self.init(models: models, rememberingRivals: SeenRivals.standardCapacity)
  }

  /// The same that remembers no more than so many rivals of right words.
  init(models: DecoderModels, rememberingRivals rivals: Int) {
    self.models = models
    store = CandidateStore(
      words: models.words, trie: models.trie, unigram: models.unigram,
      isForeign: models.isForeign)
    marks = MarkStore(words: models.words, trie: models.trie, unigram: models.unigram)
    beam = BeamSearch(model: models.language)
    scan = IdentityScan(models, store, beam.scorer, remembering: rivals)
  }

  /// The decisions for every unit of `text`, in order.
  ///
  /// A first search thins the lattice and shows the words around each place; a second one adds what these
  /// neighbours say, and the phrases that the document repeats. Nothing in `ranges` (of scalars) is changed, and
  /// the words of `lexicon` may be meant as well. `checkpoint` is called before every few hundred units; what it
  /// throws ends the work.
  ///
  /// `extent` tells which decisions are wanted; `isProof`, whether the text is what a search made of a bad reading, whose
  /// words are worth a closer look.
  public func decode<Failure: Error>(
    _ text: SourceText, lexicon: OwnLexicon? = nil, protecting ranges: [Range<Int>] = [],
    telling extent: DecisionExtent = .all, isProof: Bool = false, checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> DecodedUnits {
    try checkpoint()
    let splitter = UnitSplitter(
      words: lexicon?.index ?? models.words, codes: lexicon?.codes ?? models.codes)
    var cut = splitter.split(text)
    cut.protect(ranges)
    let hasAsides = cut.putRunningLinesAside()
    var sources = LineSources.cutting(&cut, of: text, splitter, models, marks)
    StandingTokens(cut, text, models.words, store).fix(&cut, sources)
    let units = cut
    offers = lexicon.map { OwnOffers($0, text, units, sources) }
    defer { offers = nil }
    var builder = LatticeBuilder(
      text: text, store: store, words: models.words, language: models.language,
      usesCapitals: sources.usesCapitals)
    builder.offers = offers
    if lexicon == nil, text.confidences.isEmpty {
      builder.closed = scan.closed(units, sources, builder, weighsRivals: !isProof)
    }
    let closed = builder.closed
    var memory = DocumentMemory()
    phrases = DocumentPhrases()
    let engine = sources.engine(of: units)
    var sample = engine.map { _ in ChannelSample() }
    var stretches = try survey(text, units, sources, builder, &memory, &sample, checkpoint)
    if let engine, let known = sample, known.asksForFit {
      // None of the engines that the channels were learned from: it is learned from its own first reading.
      sources.fit(engine, to: known.pairs)
      defer { store.forgetFitted() }
      (memory, phrases, sample) = (DocumentMemory(), DocumentPhrases(), nil)
      stretches = try survey(text, units, sources, builder, &memory, &sample, checkpoint)
    }
    let settled = sources
    memory.settle()
    phrases.settle()
    cases = caseMemory(stretches, units, settled)
    let extent = extent.settled(settled, hasAsides: hasAsides)
    headEnd = -1
    var result = DecodedUnits(extent, capacity: extent == .all ? units.count : 0)
    var searched = SearchedDecisions()
    let kept = { (number: Int) in closed[number].map { Decision(units[number], text, settled, $0) } }
    var done = 0
    func keep(to limit: Int) {
      for number in done..<max(done, limit) {
        result.count(units[number], settled)
        if extent == .all, let decision = kept(number) { result.decisions.append(decision) }
      }
    }
    try settle(stretches, memory, checkpoint) { path, start, before in
      keep(to: start)
      done = path.last.map { start + Int(lattice.arcs[Int($0)].to) } ?? start
      var previous = before
      for (place, number) in path.enumerated() {
        let arc = lattice.arcs[Int(number)]
        let first = start + Int(arc.from)
        result.count(units[first], settled)
        let isChange = changes(arc, units, start)
        if isChange || extent != .changes {
          var decision = decision(number, units, start, text, settled, after: previous, extent)
          decision.cost = arc.cost
          decision.gain = second.gains[place]
          if case .changesAmong = extent {
            searched.add(decision, at: first, isChange: isChange)
          } else {
            result.decisions.append(decision)
          }
        }
        if arc.word != .max { previous = arc.second == .max ? arc.word : arc.second }
      }
    }
    keep(to: units.count)
    if case .changesAmong(let tokens) = extent {
      result.decisions = searched.around(units, reach: tokens, kept: kept)
    }
    if hasAsides { result.decisions.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return result
  }

  /// The decisions for every unit of `text`, in order.
  public func decode(_ text: SourceText) -> [Decision] { decode(text, checkpoint: {}).decisions }

  /// Whether the text may be another where `arc` is chosen.
  private func changes(_ arc: Arc, _ units: [Unit], _ start: Int) -> Bool {
    let (first, last) = (units[start + Int(arc.from)], units[start + Int(arc.to) - 1])
    return arc.kind != .identity || first.rewrite != nil || last.lostBlank != .none
  }

  /// The first search, stretch by stretch; `sample` gets words that it is sure of.
  private func survey<Failure: Error>(
    _ text: SourceText, _ units: [Unit], _ sources: LineSources, _ builder: LatticeBuilder,
    _ memory: inout DocumentMemory, _ sample: inout ChannelSample?, _ checkpoint: () throws(Failure) -> Void
  ) throws(Failure) -> [SearchedStretch] {
    let repeats = units.count >= memoryThreshold
    var stretches: [SearchedStretch] = []
    var state = NgramState.lineStart
    var start = 0
    while start < units.count {
      try checkpoint()
      var end = start + 1
      while end < units.count, units[end].gap != .paragraph, end - start < longestStretch { end += 1 }
      if units[start].gap == .paragraph { state = .lineStart }
      let endsLine = end == units.count || units[end].gap == .paragraph
      let profile = sources.base(units[start])
      var stretch = SearchedStretch(units: start..<end, profile: profile)
      beam.margin = profile.margin
      if repeats { startRemembering() }
      for window in builder.closed.windows(start..<end) {
        let isFirst = window.lowerBound == start
        stretch.keep(units, to: window.lowerBound)
        if repeats { remember(stretch.kept, &memory) }
        let opening = isFirst ? state : self.state(behind: units[start..<window.lowerBound], from: state)
        builder.fill(lattice, units[window], sources: sources)
        let endsHere = endsLine && window.upperBound == end
        let (path, last) = beam.search(
          lattice, from: opening, weight: profile.languageWeight, endsLine: endsHere)
        if repeats { remember(path, &memory) }
        addWords(path, units, window.lowerBound, text, to: &sample)
        stretch.add(
          ThinLattice(
            lattice, beam, path: path, start: window.lowerBound, leastPosterior: profile.leastPosterior,
            words: &stretch.words))
        if window.upperBound == end { state = last }
      }
      if stretch.end < end {
        stretch.keep(units, to: end)
        if repeats { remember(stretch.kept, &memory) }
        if !endsLine { state = self.state(behind: units[start..<end], from: state) }
      }
      stretches.append(stretch)
      start = end
    }
    return stretches
  }

  /// The state of the language model behind `units`, which stay as they are; `state` is that before them.
  private func state(behind units: ArraySlice<Unit>, from state: NgramState) -> NgramState {
    let last = units.suffix(ClosedUnits.reach)
    var state = last.count == units.count ? state : .empty
    for unit in last { state = beam.scorer.score(state, unit.word).next }
    return state
  }

  /// The second search; `visit` gets each best path with the number of its first unit and the word before it.
  private func settle<Failure: Error>(
    _ stretches: [SearchedStretch], _ memory: DocumentMemory, _ checkpoint: () throws(Failure) -> Void,
    visit: (_ path: [Int32], _ start: Int, _ before: WordID) -> Void
  ) throws(Failure) {
    var evidence = models.context.map { ContextEvidence($0) }
    for stretch in stretches {
      try checkpoint()
      for thin in stretch.thins {
        thin.fill(lattice) { unit, arcs in
          evidence?.weigh(arcs, at: Int(thin.places[unit]), of: stretch.words)
          phrases.weigh(
            arcs, at: Int(thin.places[unit]), of: stretch.words, models.words,
            isMarked: !stretch.profile.losesMarks)
        }
        visit(second.search(thin, lattice, memory), thin.start, stretch.word(before: thin))
      }
    }
  }

  /// How the document writes its words after the words before them; nothing where no engine is to be doubted.
  private func caseMemory(_ stretches: [SearchedStretch], _ units: [Unit], _ sources: LineSources)
    -> CaseMemory
  {
    var cases = CaseMemory()
    guard sources.hasEngine else { return cases }
    for stretch in stretches {
      var previous: Int32 = -1
      stretch.forEachPlace { number, place in
        // The second half of a torn word says nothing about its case.
        defer { previous = place }
        guard place > 0, Int(place) < stretch.words.count, place != previous else { return }
        let word = stretch.words[Int(place)]
        let unit = units[number]
        guard word != .unknownWord, unit.kind == .word, !unit.opensSentence, unit.shape != .upper else {
          return
        }
        cases.add(stretch.words[Int(place) - 1], word, isCapital: unit.shape == .capitalized)
      }
    }
    return cases
  }

  /// Adds the words of a path that the search is sure of to what the channel may be fitted to.
  private func addWords(
    _ path: [Int32], _ units: [Unit], _ start: Int, _ text: SourceText, to sample: inout ChannelSample?
  ) {
    guard sample?.isFull == false else { return }
    for number in path {
      let arc = lattice.arcs[Int(number)]
      guard arc.kind == .identity || arc.kind == .replacement, arc.own == 0, arc.word != .unknownWord else {
        continue
      }
      let unit = units[start + Int(arc.from)]
      guard unit.kind == .word, beam.posterior(number) >= ChannelSample.leastPosterior else { continue }
      let meant = unit.shape.apply(to: models.words.spelling(arc.word))
      sample?.add(meant, text.scalars[unit.range], cost: arc.cost)
    }
  }

  private func startRemembering() {
    phrases.begin()
    lastRemembered = nil
  }

  /// Remembers words that are certain.
  private func remember(_ words: ArraySlice<WordID>, _ memory: inout DocumentMemory) {
    for word in words {
      if let (last, _) = lastRemembered { memory.add(last, word, certainty: 1) }
      phrases.add(word, certainty: 1)
      lastRemembered = (word, 1)
    }
  }

  private func remember(_ path: [Int32], _ memory: inout DocumentMemory) {
    for number in path {
      let arc = lattice.arcs[Int(number)]
      let certainty = beam.posterior(number)
      let word: WordID? = arc.word == .max || arc.second != .max ? nil : arc.word
      if arc.word != .max, let (last, sure) = lastRemembered {
        memory.add(last, arc.word, certainty: min(sure, certainty))
      }
      phrases.add(word, certainty: certainty)
      lastRemembered = word.map { ($0, certainty) }
    }
  }

  private func decision(
    _ number: Int32, _ units: [Unit], _ start: Int, _ text: SourceText, _ sources: LineSources,
    after previous: WordID, _ extent: DecisionExtent
  ) -> Decision {
    let arc = lattice.arcs[Int(number)]
    let (first, last) = (units[start + Int(arc.from)], units[start + Int(arc.to) - 1])
    let profile = sources.profile(first).0
    var range = first.range.lowerBound..<last.range.upperBound
    var chosen: String
    switch arc.kind {
    case .identity:
      // Text of another language writes `29/2025/ND-CP`.
      let mends =
        (first.isSureRewrite || profile.losesMarks) && !(first.kind == .code && sources.isForeign(first))
      chosen = (mends ? first.rewrite : nil) ?? string(text.scalars[range])
    case .noise:
      let end = start + Int(arc.to)
      let next = end < units.count ? units[end].gap : .paragraph
      // A lone speck goes with the blank before it, one that opens a line with that behind it; one between two words
      // leaves a blank.
      let opensLine = first.gap >= .line || range.lowerBound == headEnd
      if !opensLine, first.gap == .blank, next > .none {
        range = range.lowerBound - 1..<range.upperBound
      } else if opensLine, next == .blank {
        range = range.lowerBound..<range.upperBound + 1
        headEnd = range.upperBound
      }
      chosen = first.gap == .none && next == .none ? " " : ""
    default: chosen = spelling(arc, shape(of: first, arc, text, sources, after: previous))
    }
    if arc.kind != .noise, last.lostBlank == .sure || last.lostBlank == .ifRead && profile.isEngine {
      chosen += " "
    }
    var decision = Decision(
      range: range, line: first.line, text: chosen, kind: arc.kind, unitKind: first.kind,
      probability: second.posterior(number), doubt: 0, seenProbability: 0,
      seenIsWord: first.word != .unknownWord, source: profile.kind, dirt: sources.dirt(first),
      alternatives: [])
    if first.kind == .word {
      weigh(&decision, number, first, text, extent)
    } else {
      decision.seenProbability = decision.probability
    }
    return decision
  }

  /// Tells how probable the arc `number`, which `decision` is about, and its rivals are.
  private func weigh(
    _ decision: inout Decision, _ number: Int32, _ unit: Unit, _ text: SourceText, _ extent: DecisionExtent
  ) {
    let (chosen, all) = shares(number)
    (decision.probability, decision.doubt) = (chosen / all, (all - chosen) / all)
    guard extent != .changes else { return }
    let place = Int(lattice.arcs[Int(number)].from)
    var others: [Alternative] = []
    for other in Int(lattice.singles[place])..<Int(lattice.singles[place + 1]) {
      let probability = second.posterior(Int32(other)) / all
      let candidate = lattice.arcs[other]
      if candidate.kind == .identity { decision.seenProbability = probability }
      guard extent == .all, other != Int(number), probability > 0.001 else { continue }
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
      others += second.posterior(arc)
    }
    for arc in lattice.specialNumbers[unit] where arc != number { others += second.posterior(arc) }
    let chosen = max(second.posterior(number), 1e-6)
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
    if shape == .lower, arc.second == .max { return models.words.vocabulary.word(of: arc.word) }
    var scalars = shape.apply(to: models.words.spelling(arc.word))
    if arc.second != .max {
      let rest: CaseShape = shape == .upper ? .upper : .lower
      scalars += [0x20] + rest.apply(to: models.words.spelling(arc.second))
    }
    return string(scalars)
  }
}
