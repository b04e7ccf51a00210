import NgramModel

/// The hypotheses of a search and the arcs between them, with what each adds to the score: enough to search once more
/// when arcs have become dearer or cheaper, without asking the language model again.
struct SearchGraph {
  struct Edge {
    var from: Int32
    var to: Int32
    /// Number of the arc.
    var arc: Int32
    /// What it adds to the score, log10.
    var weight: Float
  }

  /// The word before each hypothesis; the first hypothesis is the start.
  private(set) var words: [WordID] = []
  /// In topological order.
  var edges: [Edge] = []
  /// The hypotheses at the end, and what the end of the line weighs after each.
  var ends: [(node: Int32, closing: Float)] = []

  /// Adds a hypothesis behind `word`.
  mutating func add(_ word: WordID) -> Int32 {
    words.append(word)
    return Int32(words.count - 1)
  }
}

/// Searches what a first search has left with what its arcs cost now: best path and posteriors.
///
/// Owns its buffers and is reused; not `Sendable`. Time O(edges).
final class GraphSearch {
  /// What each arc of the best path of the last search added to its score, log10.
  private(set) var gains: [Float] = []

  private struct Node {
    var score = -Float.infinity
    var forward = -Float.infinity
    var backward = -Float.infinity
    /// The edge by which the best path comes.
    var edge: Int32 = -1
  }

  private let nodes = GrowingBuffer<Node>()
  private let weights = GrowingBuffer<Float>()
  private let posteriors = GrowingBuffer<Float>()

  /// Posterior probability of arc `number` in the last search.
  func posterior(_ number: Int32) -> Float { min(1, posteriors[Int(number)]) }

  /// The best path through what `thin` has left, as numbers of the arcs of `lattice`, which `thin` has filled; `memory` is
  /// what the document itself has taught.
  func search(_ thin: ThinLattice, _ lattice: Lattice, _ memory: DocumentMemory) -> [Int32] {
    lattice.seal()
    let graph = thin.graph
    nodes.fill(graph.words.count, Node())
    weights.fill(graph.edges.count, 0)
    posteriors.fill(lattice.arcs.count, 0)
    gains.removeAll(keepingCapacity: true)
    guard nodes.count > 0 else { return [] }
    (nodes.base.pointee.score, nodes.base.pointee.forward) = (0, 0)
    for (index, edge) in graph.edges.enumerated() {
      let from = nodes[Int(edge.from)]
      guard from.score > -.infinity else { continue }
      let weight = weight(edge, graph.words[Int(edge.from)], thin, lattice, memory)
      weights[index] = weight
      let to = nodes.base + Int(edge.to)
      to.pointee.forward = LogSum.add(to.pointee.forward, from.forward + weight)
      if from.score + weight > to.pointee.score {
        (to.pointee.score, to.pointee.edge) = (from.score + weight, Int32(truncatingIfNeeded: index))
      }
    }
    sumBackward(graph)
    let best = graph.ends.max { score($0) < score($1) }
    return best.map { trace($0.node, graph) } ?? []
  }

  private func score(_ end: (node: Int32, closing: Float)) -> Float {
    nodes[Int(end.node)].score + end.closing
  }

  /// What an edge adds to the score now.
  private func weight(
    _ edge: SearchGraph.Edge, _ before: WordID, _ thin: ThinLattice, _ lattice: Lattice,
    _ memory: DocumentMemory
  ) -> Float {
    let number = Int(edge.arc)
    guard number < thin.arcs.count else { return edge.weight }
    let arc = lattice.arcs[number]
    let weight = edge.weight + thin.arcs[number].cost - arc.cost
    let unit = Int(arc.from)
    guard !memory.isEmpty, thin.singles[unit + 1] - thin.singles[unit] > 1 else { return weight }
    return weight + memory.bonus(before, arc.word)
  }

  private func sumBackward(_ graph: SearchGraph) {
    var total = -Float.infinity
    for (end, closing) in graph.ends {
      nodes.base[Int(end)].backward = closing
      total = LogSum.add(total, nodes[Int(end)].forward + closing)
    }
    for index in stride(from: graph.edges.count - 1, through: 0, by: -1) {
      let edge = graph.edges[index]
      let after = nodes[Int(edge.to)].backward
      guard after > -.infinity else { continue }
      let from = nodes.base + Int(edge.from)
      let through = weights[index] + after
      from.pointee.backward = LogSum.add(from.pointee.backward, through)
      let share = from.pointee.forward + through - total
      if share > -7 { posteriors[Int(edge.arc)] += LogSum.power(share) }
    }
  }

  private func trace(_ end: Int32, _ graph: SearchGraph) -> [Int32] {
    var path: [Int32] = []
    var edge = nodes[Int(end)].edge
    while edge >= 0 {
      path.append(graph.edges[Int(edge)].arc)
      gains.append(weights[Int(edge)])
      edge = nodes[Int(graph.edges[Int(edge)].from)].edge
    }
    gains.reverse()
    return path.reversed()
  }
}
