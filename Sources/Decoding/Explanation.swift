import NgramModel

/// What the first search over a line sees: its tokens, their candidates with both costs, the best whole readings.
///
/// The second search, which adds what both neighbours and the document say, may decide otherwise.
/// Costs are -log10 probabilities: lower is better.
public struct Explanation: Sendable {
  /// A reading of one token.
  public struct Candidate: Sendable {
    /// The word or words; empty where the token is taken for dirt.
    public var text: String
    /// How it relates to what stands there.
    public var kind: ArcKind
    /// Cost of seeing what stands there when this was meant, with what any change costs.
    public var channelCost: Float
    /// Cost of this word after the words that the best reading has before it.
    public var languageCost: Float
    /// Both together, weighted as the search weighs them.
    public var cost: Float
    /// Whether the best reading goes through it.
    public var isBest: Bool
  }

  /// A piece of the line that the search decides about.
  public struct Token: Sendable {
    /// What stands there.
    public var text: String
    /// UTF-8 range in the text.
    public var range: Range<Int>
    /// What may be done with it.
    public var kind: UnitKind
    /// Name of the channel's profile.
    public var profile: String
    /// Readings that begin here, the cheapest first.
    public var candidates: [Candidate]
  }

  /// A reading of the whole text.
  public struct Path: Sendable {
    /// The words, small letters, blanks between them.
    public var text: String
    /// Cost of the whole reading.
    public var cost: Float
  }

  /// The tokens, in order.
  public var tokens: [Token]
  /// The best readings, the cheapest first.
  public var paths: [Path]
}

/// Explains how a line is decoded; for people who look into one line, not for speed.
public struct Explainer {
  private let models: DecoderModels
  private let lattice = Lattice()
  /// How many readings go on from each place; they are not recombined, so that the best few can be told apart.
  private let width = 200

  /// An explainer over `models`.
  public init(models: DecoderModels) { self.models = models }

  /// Explains `text`, which is taken as one stretch of at most 400 tokens; what lies beyond is left out.
  ///
  /// - Parameters:
  ///   - candidateCount: how many candidates each token lists at most.
  ///   - pathCount: how many whole readings are listed at most.
  public func explain(_ text: String, candidateCount: Int = 6, pathCount: Int = 5) -> Explanation {
    let text = SourceText(text)
    let splitter = UnitSplitter(words: models.words, codes: models.codes)
    var units = Array(splitter.split(text).prefix(400))
    guard let first = units.first else { return Explanation(tokens: [], paths: []) }
    let marks = MarkStore(words: models.words, trie: models.trie, unigram: models.unigram)
    let sources = LineSources.cutting(&units, of: text, splitter, models, marks)
    let store = CandidateStore(
      words: models.words, trie: models.trie, unigram: models.unigram, isForeign: models.isForeign)
    LatticeBuilder(
      text: text, store: store, words: models.words, language: models.language,
      usesCapitals: sources.usesCapitals
    ).fill(
      lattice, units[...], sources: sources)
    lattice.seal()
    let specials = lattice.specialNumbers
    let weight = sources.base(first).languageWeight
    let places = search(specials, weight)
    let finals = (places.last ?? []).sorted { $0.score > $1.score }
    guard let best = finals.first else { return Explanation(tokens: [], paths: []) }
    let onBestPath = trace(best, places)
    let tokens = units.indices.map { unit in
      Explanation.Token(
        text: string(text.scalars[units[unit].range]), range: text.bytes(units[unit].range),
        kind: units[unit].kind,
        profile: sources.base(units[unit]).name,
        candidates: Array(candidates(unit, units, text, specials, weight, onBestPath).prefix(candidateCount)))
    }
    let paths = finals.prefix(pathCount).map {
      Explanation.Path(text: reading($0, places, units, text), cost: -$0.score)
    }
    return Explanation(tokens: tokens, paths: paths)
  }

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var arc: Int32
    /// Place and number of the hypothesis before it.
    var from: (place: Int, number: Int)
  }

  private func numbers(_ unit: Int, _ specials: [[Int32]]) -> [Int32] {
    Array(lattice.singles[unit]..<lattice.singles[unit + 1]) + specials[unit]
  }

  /// The best hypotheses at every place between units.
  private func search(_ specials: [[Int32]], _ weight: Float) -> [[Hypothesis]] {
    var places = [[Hypothesis]](repeating: [], count: lattice.unitCount + 1)
    places[0] = [Hypothesis(state: .lineStart, score: 0, arc: -1, from: (0, 0))]
    for unit in 0..<lattice.unitCount {
      places[unit] = Array(places[unit].sorted { $0.score > $1.score }.prefix(width))
      for number in numbers(unit, specials) {
        let arc = lattice.arcs[Int(number)]
        for (index, hypothesis) in places[unit].enumerated() {
          let (language, state) = advance(hypothesis.state, arc)
          places[Int(arc.to)].append(
            Hypothesis(
              state: state, score: hypothesis.score + weight * language - arc.cost, arc: number,
              from: (unit, index)))
        }
      }
    }
    return places
  }

  /// The language model's log10 probability of the words of `arc` after `state`, and the state behind them.
  private func advance(_ state: NgramState, _ arc: Arc) -> (Float, NgramState) {
    guard arc.kind != .noise else { return (0, state) }
    var next = NgramState.empty
    var probability = models.language.score(state, arc.word, &next)
    if arc.second != .max {
      let middle = next
      probability += models.language.score(middle, arc.second, &next)
    }
    return (probability, next)
  }

  /// The arcs of a hypothesis by the unit at which they begin, with the state before each.
  private func trace(_ end: Hypothesis, _ places: [[Hypothesis]]) -> [Int: (arc: Int32, state: NgramState)] {
    var arcs: [Int: (arc: Int32, state: NgramState)] = [:]
    var hypothesis = end
    while hypothesis.arc >= 0 {
      let before = places[hypothesis.from.place][hypothesis.from.number]
      arcs[hypothesis.from.place] = (hypothesis.arc, before.state)
      hypothesis = before
    }
    return arcs
  }

  private func candidates(
    _ unit: Int, _ units: [Unit], _ text: SourceText, _ specials: [[Int32]], _ weight: Float,
    _ best: [Int: (arc: Int32, state: NgramState)]
  ) -> [Explanation.Candidate] {
    let state = best[unit]?.state ?? .empty
    return numbers(unit, specials).map { number in
      let arc = lattice.arcs[Int(number)]
      let language = -advance(state, arc).0
      return Explanation.Candidate(
        text: spelling(arc, units, text), kind: arc.kind, channelCost: arc.cost, languageCost: language,
        cost: arc.cost + weight * language, isBest: best[unit]?.arc == number)
    }.sorted { $0.cost < $1.cost }
  }

  private func reading(
    _ end: Hypothesis, _ places: [[Hypothesis]], _ units: [Unit], _ text: SourceText
  ) -> String {
    trace(end, places).sorted { $0.key < $1.key }.map {
      spelling(lattice.arcs[Int($0.value.arc)], units, text)
    }
    .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func spelling(_ arc: Arc, _ units: [Unit], _ text: SourceText) -> String {
    let unit = units[Int(arc.from)]
    switch arc.kind {
    case .noise: return ""
    case .identity: return unit.rewrite ?? string(text.scalars[unit.range])
    default:
      let first = string(models.words.spelling(arc.word))
      return arc.second == .max ? first : first + " " + string(models.words.spelling(arc.second))
    }
  }
}
