import NgramModel

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

  /// What the document itself has taught.
  var memory = DocumentMemory()

  /// What each arc of the best path of the last search added to its score, log10.
  private(set) var gains: [Float] = []

  private struct Hypothesis {
    var state: NgramState
    var score: Float
    var forward: Float
    var edge: Int32
  }

  private struct Edge {
    var from: Int32
    var to: Int32
    var arc: Int32
    var weight: Float
  }

  private let model: NgramModel
  private let hypotheses = GrowingBuffer<Hypothesis>(capacity: 4096)
  private let edges = GrowingBuffer<Edge>(capacity: 16384)
  private let backward = GrowingBuffer<Float>()
  private let scores = GrowingBuffer<Float>()
  private let states = GrowingBuffer<NgramState>()
  private let posteriors = GrowingBuffer<Float>()
  @exclusivity(unchecked) private var pending: [[Int32]] = [[], [], []]
  @exclusivity(unchecked) private var best: [Float] = [0, 0, 0]
  private let tableSize = 2048
  private let tables: [GrowingBuffer<Int32>]

  init(model: NgramModel) {
    self.model = model
    tables = (0..<3).map { _ in GrowingBuffer<Int32>(capacity: 2048) }
  }

  /// The best path through the lattice, as arc numbers in order, with the model's state at its end.
  ///
  /// `weight` multiplies the language model's log10 probabilities; `endsLine`: a paragraph ends with the lattice.
  func search(
    _ lattice: Lattice, from start: NgramState, weight: Float, endsLine: Bool
  ) -> (path: [Int32], state: NgramState) {
    lattice.seal()
    let specials = lattice.specialNumbers
    let count = lattice.unitCount
    hypotheses.removeAll()
    edges.removeAll()
    for slot in 0..<3 { clear(slot) }
    hypotheses.append(Hypothesis(state: start, score: 0, forward: 0, edge: -1))
    pending[0] = [0]
    best[0] = 0
    for unit in 0..<count {
      let slot = unit % 3
      prune(slot)
      for index in pending[slot] { expand(Int(index), unit, lattice, specials[unit], weight) }
      clear(slot)
    }
    let last = count % 3
    prune(last)
    let finals = pending[last]
    sumBackward(finals, closings(finals, weight, endsLine: endsLine), lattice)
    guard let end = finals.max(by: { hypotheses[Int($0)].score < hypotheses[Int($1)].score }) else {
      return ([], start)
    }
    return (trace(end), hypotheses[Int(end)].state)
  }

  /// What the end of the line weighs after each final hypothesis, log10; it counts into their scores.
  private func closings(_ finals: [Int32], _ weight: Float, endsLine: Bool) -> [Float] {
    guard endsLine else { return finals.map { _ in 0 } }
    return finals.map { end in
      let hypothesis = hypotheses.base + Int(end)
      var next = NgramState.empty
      let gain = weight * model.score(hypothesis.pointee.state, .lineEnd, &next)
      hypothesis.pointee.score += gain
      return gain
    }
  }

  /// Posterior probability of arc `number` in the last search.
  func posterior(_ number: Int32) -> Float { min(1, posteriors[Int(number)]) }

  private func clear(_ slot: Int) {
    pending[slot].removeAll(keepingCapacity: true)
    best[slot] = -.infinity
    tables[slot].fill(tableSize, -1)
  }

  private func expand(_ index: Int, _ unit: Int, _ lattice: Lattice, _ specials: [Int32], _ weight: Float) {
    let first = Int(lattice.singles[unit])
    let count = Int(lattice.singles[unit + 1]) - first
    let state = hypotheses[index].state
    if scores.count < count {
      scores.fill(count, 0)
      states.fill(count, .empty)
    }
    model.score(
      state, words: lattice.words.base + first, count: count, into: scores.base, nextStates: states.base)
    let target = (unit + 1) % 3
    let usesMemory = !memory.isEmpty && count > 1
    for offset in 0..<count {
      var gain = weight * scores[offset] - lattice.arcs[first + offset].cost
      if usesMemory { gain += memory.bonus(state.lastWord, lattice.words[first + offset]) }
      add(from: index, slot: target, arc: Int32(first + offset), gain, states[offset])
    }
    for number in specials {
      let arc = lattice.arcs[Int(number)]
      if arc.word == .max {
        add(from: index, slot: target, arc: number, -arc.cost, state)
        continue
      }
      var next = NgramState.empty
      var gain = model.score(state, arc.word, &next)
      if arc.second != .max {
        var afterSecond = NgramState.empty
        gain += model.score(next, arc.second, &afterSecond)
        next = afterSecond
      }
      add(from: index, slot: Int(arc.to) % 3, arc: number, weight * gain - arc.cost, next)
    }
  }

  @inline(__always)
  private func add(from: Int, slot: Int, arc: Int32, _ gain: Float, _ state: NgramState) {
    let score = hypotheses[from].score + gain
    guard score > best[slot] - margin else { return }
    if score > best[slot] { best[slot] = score }
    let forward = hypotheses[from].forward + gain
    let edge = Int32(edges.count)
    let table = tables[slot]
    var place = hash(state)
    while true {
      let found = table[place]
      if found < 0 {
        guard pending[slot].count < tableSize * 3 / 4 else { return }
        let fresh = Int32(hypotheses.count)
        hypotheses.append(Hypothesis(state: state, score: score, forward: forward, edge: edge))
        table[place] = fresh
        pending[slot].append(fresh)
        edges.append(Edge(from: Int32(from), to: fresh, arc: arc, weight: gain))
        return
      }
      let known = hypotheses.base + Int(found)
      if known.pointee.state == state {
        known.pointee.forward = LogSum.add(known.pointee.forward, forward)
        if score > known.pointee.score {
          known.pointee.score = score
          known.pointee.edge = edge
        }
        edges.append(Edge(from: Int32(from), to: found, arc: arc, weight: gain))
        return
      }
      place = (place + 1) & (tableSize - 1)
    }
  }

  @inline(__always)
  private func hash(_ state: NgramState) -> Int { state.fastHash & (tableSize - 1) }

  /// Keeps the best hypotheses of a place.
  private func prune(_ slot: Int) {
    let floor = best[slot] - margin
    pending[slot].removeAll { hypotheses[Int($0)].score <= floor }
    guard pending[slot].count > beam else { return }
    pending[slot].sort { hypotheses[Int($0)].score > hypotheses[Int($1)].score }
    pending[slot].removeLast(pending[slot].count - beam)
  }

  private func trace(_ end: Int32) -> [Int32] {
    var path: [Int32] = []
    gains.removeAll(keepingCapacity: true)
    var edge = hypotheses[Int(end)].edge
    while edge >= 0 {
      path.append(edges[Int(edge)].arc)
      gains.append(edges[Int(edge)].weight)
      edge = hypotheses[Int(edges[Int(edge)].from)].edge
    }
    gains.reverse()
    return path.reversed()
  }

  /// The backward pass (Rabiner 1989); edges lie in topological order, so reading them backwards suffices.
  private func sumBackward(_ finals: [Int32], _ closings: [Float], _ lattice: Lattice) {
    backward.fill(hypotheses.count, -.infinity)
    posteriors.fill(lattice.arcs.count, 0)
    var total = -Float.infinity
    for (end, closing) in zip(finals, closings) {
      backward[Int(end)] = closing
      total = LogSum.add(total, hypotheses[Int(end)].forward + closing)
    }
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
}
