import ContextModel
import NgramModel
import Platform

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
  private var weights = [Int](repeating: 0, count: ContextFeatures.capacity)
  private var scores: [Float] = []
  private var classes: [UInt16] = []

  init(_ model: ContextModel) { self.model = model }

  /// Makes the arcs of one unit, whose word stands at `place` of `words`, dearer by how much better the best
  /// word of the same class fits.
  mutating func weigh(_ arcs: UnsafeMutableBufferPointer<Arc>, at place: Int, of words: [WordID]) {
    classes.removeAll(keepingCapacity: true)
    for arc in arcs { classes.append(model.classNumber(arc.word)) }
    guard hasRivals() else { return }
    let count = words.withUnsafeBufferPointer { words in
      keys.withUnsafeMutableBufferPointer { keys in
        keys.baseAddress.map { ContextFeatures.gather(words, at: place, into: $0) } ?? 0
      }
    }
    scores.removeAll(keepingCapacity: true)
    keys.withUnsafeBufferPointer { keys in
      weights.withUnsafeMutableBufferPointer { weights in
        guard let base = weights.baseAddress else { return }
        let keys = UnsafeBufferPointer(rebasing: keys[..<count])
        var found: UInt16?
        for (index, arc) in arcs.enumerated() {
          // Words come in classes, whose weights lie together.
          if classes[index] != found { model.find(classes[index], keys, into: base) }
          found = classes[index]
          scores.append(model.score(arc.word, UnsafeBufferPointer(start: base, count: count)))
        }
      }
    }
    for index in arcs.indices {
      var best = scores[index]
      for other in classes.indices where classes[other] == classes[index] { best = max(best, scores[other]) }
      arcs[index].cost += min(Self.limit, Self.weight * (best - scores[index]))
    }
  }

  /// How much better than `word` each of `others` fits the place `place` of `words`, log10; nothing where they differ in
  /// more than marks.
  mutating func advantages(_ others: [WordID], over word: WordID, at place: Int, of words: [WordID])
    -> [Float]
  {
    let number = model.classNumber(word)
    guard others.contains(where: { model.classNumber($0) == number }) else { return others.map { _ in 0 } }
    let count = words.withUnsafeBufferPointer { words in
      keys.withUnsafeMutableBufferPointer { keys in
        keys.baseAddress.map { ContextFeatures.gather(words, at: place, into: $0) } ?? 0
      }
    }
    return keys.withUnsafeBufferPointer { keys in
      weights.withUnsafeMutableBufferPointer { weights in
        guard let base = weights.baseAddress else { return others.map { _ in 0 } }
        model.find(number, UnsafeBufferPointer(rebasing: keys[..<count]), into: base)
        let places = UnsafeBufferPointer(start: base, count: count)
        let own = model.score(word, places)
        return others.map { other in
          guard model.classNumber(other) == number else { return 0 }
          return max(-Self.limit, min(Self.limit, Self.weight * (model.score(other, places) - own)))
        }
      }
    }
  }

  /// Whether two of the arcs differ in marks alone.
  private func hasRivals() -> Bool {
    for (index, number) in classes.enumerated() {
      for other in index + 1..<classes.count where classes[other] == number { return true }
    }
    return false
  }
}
