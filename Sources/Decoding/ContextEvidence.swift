import ContextModel
import Foundation
import NgramModel

/// What both sides of a place say about the words that differ in marks alone, added to a thinned lattice.
///
/// The neighbours are those that the first search decided on.
struct ContextEvidence {
  /// The context model counts as much as the language model; its natural logarithms become log10.
  private static let weight: Float = 1 / 2.302585
  /// The most that the neighbours can weigh against a word, log10.
  private static let limit: Float = 3

  private let model: ContextModel
  private var keys = [UInt64](repeating: 0, count: ContextFeatures.capacity)
  private var scores: [Float] = []

  init(_ model: ContextModel) { self.model = model }

  /// Makes the arcs of one unit, whose word stands at `place` of `words`, dearer by how much better the best
  /// word of the same class fits.
  mutating func weigh(_ arcs: inout ArraySlice<Arc>, at place: Int, of words: [WordID]) {
    guard Self.hasRivals(arcs, model) else { return }
    scores.removeAll(keepingCapacity: true)
    let count = words.withUnsafeBufferPointer { words in
      keys.withUnsafeMutableBufferPointer { keys in
        keys.baseAddress.map { ContextFeatures.gather(words, at: place, into: $0) } ?? 0
      }
    }
    keys.withUnsafeBufferPointer { all in
      let keys = UnsafeBufferPointer(rebasing: all[..<count])
      for arc in arcs { scores.append(model.score(arc.word, keys)) }
    }
    let classes = arcs.map { model.classNumber($0.word) }
    for (offset, index) in arcs.indices.enumerated() {
      var best = scores[offset]
      for other in classes.indices where classes[other] == classes[offset] { best = max(best, scores[other]) }
      arcs[index].cost += min(Self.limit, Self.weight * (best - scores[offset]))
    }
  }

  /// Whether two of `arcs` differ in marks alone.
  private static func hasRivals(_ arcs: ArraySlice<Arc>, _ model: ContextModel) -> Bool {
    for (offset, arc) in arcs.enumerated() {
      let number = model.classNumber(arc.word)
      for other in arcs.dropFirst(offset + 1) where model.classNumber(other.word) == number { return true }
    }
    return false
  }
}
