import NgramModel
import Platform

/// Left-to-right beam search over a lattice with a language model; hypotheses in the same model state are
/// recombined, and all arcs between survivors are kept, so that forward-backward gives every arc its
/// posterior.
///
/// One search owns its buffers and is reused; it is not `Sendable`. Time O(units × beam × candidates).
final class BeamSearch {
  /// How many hypotheses go on from each place.
  var beam = 10
  /// How far below the best of its place, in log10, a hypothesis may be.
  var margin: Float = 5

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var forward: Float
    var edge: Int32
  }

  /// Remembers what was looked up, whatever for.
  let scorer: NgramScorer
  private let hypotheses = GrowingBuffer<Hypothesis>(capacity: 4096)
  private let edges = GrowingBuffer<SearchGraph.Edge>(capacity: 16384)
  /// What is left of them.
  private let kept = GrowingBuffer<SearchGraph.Edge>(capacity: 16384)
  /// The states of the hypotheses that go on from a place.
  private let states = GrowingBuffer<NgramState>()
  private let backward = GrowingBuffer<Float>()
  private let posteriors = GrowingBuffer<Float>()
  /// The hypotheses at the end of the last search, with what the end of the line weighs after each.
  private var ends: [(hypothesis: Int32, closing: Float)] = []
  /// Log10 of what all paths weigh together.
  private var total = -Float.infinity
  /// The places that the next arcs lead to.
  private let places: [BeamPlace]

  init(model: NgramModel) {
    scorer = NgramScorer(model)
    places = (0...Lattice.longestArc).map { _ in BeamPlace() }
  }

  /// The best path through the lattice, as arc numbers in order, with the model's state at its end.
  ///
  /// `weight` multiplies the language model's log10 probabilities; `endsLine`: a paragraph ends with the lattice.
  func search(
    _ lattice: Lattice, from start: NgramState, weight: Float, endsLine: Bool
  ) -> (path: [Int32], state: NgramState) {
    lattice.seal()
    let count = lattice.unitCount
    hypotheses.removeAll()
    edges.removeAll()
    for place in places { place.clear() }
    hypotheses.append(Hypothesis(state: start, score: 0, forward: 0, edge: -1))
    places[0].open(0, score: 0)
    for unit in 0..<count {
      let place = places[unit % places.count]
      prune(place)
      expand(place, unit, lattice, weight)
      place.clear()
    }
    let last = places[count % places.count]
    prune(last)
    let finals = last.pending.array
    ends = Array(zip(finals, closings(finals, weight, endsLine: endsLine)))
    sumBackward(lattice)
    guard let end = best else { return ([], start) }
    return (trace(end).map { edges[Int($0)].arc }, hypotheses[Int(end)].state)
  }

  /// The hypothesis at which the best path ends.
  private var best: Int32? {
    ends.max { hypotheses[Int($0.hypothesis)].score < hypotheses[Int($1.hypothesis)].score }?.hypothesis
  }

  /// What the end of the line weighs after each final hypothesis, log10; it counts into their scores.
  private func closings(_ finals: [Int32], _ weight: Float, endsLine: Bool) -> [Float] {
    guard endsLine else { return finals.map { _ in 0 } }
    return finals.map { end in
      let hypothesis = hypotheses.base + Int(end)
      let gain = weight * scorer.score(hypothesis.pointee.state, .lineEnd).score
      hypothesis.pointee.score += gain
      return gain
    }
  }

  /// Posterior probability of arc `number` in the last search.
  func posterior(_ number: Int32) -> Float { min(1, posteriors[Int(number)]) }

  /// Goes on from every hypothesis of `place` along the arcs of `unit`.
  private func expand(_ place: BeamPlace, _ unit: Int, _ lattice: Lattice, _ weight: Float) {
    let first = Int(lattice.singles[unit])
    let count = Int(lattice.singles[unit + 1]) - first
    let specials = lattice.specialNumbers[unit]
    scorer.begin(lattice.words.base + first, count: count)
    let target = places[(unit + 1) % places.count]
    let arcs = lattice.arcs.base + first
    if place.pending.count > 1 {
      states.removeAll()
      for index in 0..<place.pending.count { states.append(hypotheses[Int(place.pending[index])].state) }
      scorer.prepare(UnsafeBufferPointer(start: states.base, count: states.count))
    }
    for index in 0..<place.pending.count {
      let from = Int(place.pending[index])
      let state = hypotheses[from].state
      let (scores, nextStates) = scorer.score(state)
      reserve(count)
      for offset in 0..<count {
        let gain = weight * scores[offset] - arcs[offset].cost
        add(from: from, target, arc: Int32(first + offset), gain, nextStates[offset])
      }
      if !specials.isEmpty { expand(from, specials, lattice, weight) }
    }
  }

  /// Goes on from one hypothesis along merges, splits and specks.
  private func expand(_ from: Int, _ specials: [Int32], _ lattice: Lattice, _ weight: Float) {
    reserve(specials.count)
    let state = hypotheses[from].state
    for number in specials {
      let arc = lattice.arcs[Int(number)]
      let target = places[Int(arc.to) % places.count]
      if arc.word == .max {
        add(from: from, target, arc: number, -arc.cost, state)
        continue
      }
      var (gain, next) = scorer.score(state, arc.word)
      if arc.second != .max {
        let second = scorer.score(next, arc.second)
        (gain, next) = (gain + second.score, second.next)
      }
      add(from: from, target, arc: number, weight * gain - arc.cost, next)
    }
  }

  /// Makes room for `count` more arcs.
  private func reserve(_ count: Int) {
    hypotheses.reserve(count)
    edges.reserve(count)
  }

  /// Follows an arc; there is room for it.
  @inline(__always)
  private func add(from: Int, _ place: BeamPlace, arc: Int32, _ gain: Float, _ state: NgramState) {
    let score = hypotheses[from].score + gain
    guard score > place.best - margin else { return }
    if score > place.best { place.best = score }
    let forward = hypotheses[from].forward + gain
    let edge = Int32(truncatingIfNeeded: edges.count)
    var slot = state.fastHash & BeamPlace.mask
    while true {
      let found = place.table[slot]
      if found < 0 {
        guard place.pending.count < BeamPlace.limit else { return }
        let fresh = Int32(truncatingIfNeeded: hypotheses.count)
        hypotheses.push(Hypothesis(state: state, score: score, forward: forward, edge: edge))
        scorer.fetch(state)
        place.take(slot, fresh)
        edges.push(SearchGraph.Edge(from: Int32(truncatingIfNeeded: from), to: fresh, arc: arc, weight: gain))
        return
      }
      let known = hypotheses.base + Int(found)
      if known.pointee.state == state {
        known.pointee.forward = LogSum.add(known.pointee.forward, forward)
        if score > known.pointee.score {
          known.pointee.score = score
          known.pointee.edge = edge
        }
        edges.push(SearchGraph.Edge(from: Int32(truncatingIfNeeded: from), to: found, arc: arc, weight: gain))
        return
      }
      slot = (slot + 1) & BeamPlace.mask
    }
  }

  /// Keeps the best hypotheses of a place, in falling order where some had to go.
  private func prune(_ place: BeamPlace) {
    let floor = place.best - margin
    let pending = place.pending
    var kept = 0
    for index in 0..<pending.count where hypotheses[Int(pending[index])].score > floor {
      pending[kept] = pending[index]
      kept += 1
    }
    pending.cut(to: kept)
    guard kept > beam else { return }
    // The best few go to the front by insertion; of equals the earlier comes first.
    var sorted = 0
    for index in 0..<kept {
      let number = pending[index]
      let score = hypotheses[Int(number)].score
      if sorted == beam, score <= hypotheses[Int(pending[sorted - 1])].score { continue }
      var slot = min(sorted, beam - 1)
      while slot > 0, hypotheses[Int(pending[slot - 1])].score < score {
        pending[slot] = pending[slot - 1]
        slot -= 1
      }
      pending[slot] = number
      sorted = min(sorted + 1, beam)
    }
    pending.cut(to: beam)
  }

  /// The edges of the best path to `end`.
  private func trace(_ end: Int32) -> [Int32] {
    var path: [Int32] = []
    var edge = hypotheses[Int(end)].edge
    while edge >= 0 {
      path.append(edge)
      edge = hypotheses[Int(edges[Int(edge)].from)].edge
    }
    return path.reversed()
  }

  /// The backward pass (Rabiner 1989); edges lie in topological order, so reading them backwards suffices.
  private func sumBackward(_ lattice: Lattice) {
    backward.fill(hypotheses.count, -.infinity)
    posteriors.fill(lattice.arcs.count, 0)
    total = -Float.infinity
    for (end, closing) in ends {
      backward[Int(end)] = closing
      total = LogSum.add(total, hypotheses[Int(end)].forward + closing)
    }
    let (backward, hypotheses, posteriors) = (backward.base, hypotheses.base, posteriors.base)
    for index in stride(from: edges.count - 1, through: 0, by: -1) {
      let edge = edges[index]
      let after = backward[Int(edge.to)]
      guard after > -.infinity else { continue }
      let through = edge.weight + after
      backward[Int(edge.from)] = LogSum.add(backward[Int(edge.from)], through)
      let share = hypotheses[Int(edge.from)].forward + through - total
      if share > -7 { posteriors[Int(edge.arc)] += LogSum.power(share) }
    }
  }

  /// What the last search left: the hypotheses that paths of at least the posterior `least` use, and the best path.
  /// `numbers` has the new number of each arc, -1 of one that is dropped; the best path's must be kept. O(edges).
  func remains(_ numbers: [Int32], least: Float) -> SearchGraph {
    var graph = SearchGraph()
    guard let end = best else { return graph }
    let floor = Platform.log10(least)
    let path = trace(end)
    var onPath = path.startIndex
    var nodes = [Int32](repeating: -1, count: hypotheses.count)
    func node(_ hypothesis: Int32) -> Int32 {
      let place = Int(hypothesis)
      if nodes[place] < 0 { nodes[place] = graph.add(hypotheses[place].state.lastWord) }
      return nodes[place]
    }
    _ = node(0)
    kept.removeAll()
    for index in 0..<edges.count {
      let edge = edges[index]
      let isBest = onPath < path.endIndex && Int(path[onPath]) == index
      if isBest { onPath += 1 }
      guard numbers[Int(edge.arc)] >= 0 else { continue }
      let share = hypotheses[Int(edge.from)].forward + edge.weight + backward[Int(edge.to)] - total
      guard isBest || share > floor else { continue }
      kept.append(
        SearchGraph.Edge(
          from: node(edge.from), to: node(edge.to), arc: numbers[Int(edge.arc)], weight: edge.weight))
    }
    graph.edges = kept.array
    for (end, closing) in ends where nodes[Int(end)] >= 0 { graph.ends.append((nodes[Int(end)], closing)) }
    return graph
  }
}

/// The hypotheses that have reached one place of a lattice, found by their states.
final class BeamPlace {
  /// Slots of the table, less one.
  static let mask = 2047
  /// No more hypotheses are opened at one place.
  static let limit = (mask + 1) * 3 / 4

  /// The hypotheses, by number.
  let pending = GrowingBuffer<Int32>()
  /// The best score.
  @exclusivity(unchecked) var best = -Float.infinity
  /// Numbers of hypotheses by hash of their states, -1 where none is.
  let table = GrowingBuffer<Int32>(capacity: mask + 1)
  private let taken = GrowingBuffer<Int32>()

  init() { table.fill(Self.mask + 1, -1) }

  /// Starts over.
  func clear() {
    for index in 0..<taken.count { table[Int(taken[index])] = -1 }
    taken.removeAll()
    pending.removeAll()
    best = -.infinity
  }

  /// Puts the first hypothesis of all here; nothing finds it by its state.
  func open(_ number: Int32, score: Float) {
    pending.append(number)
    best = score
  }

  /// Puts a hypothesis into a free slot.
  @inline(__always)
  func take(_ slot: Int, _ number: Int32) {
    table[slot] = number
    taken.append(Int32(truncatingIfNeeded: slot))
    pending.append(number)
  }
}
