import NgramModel

/// How an arc relates to the units that it spans.
public enum ArcKind: UInt8, Sendable {
  /// The unit as it stands.
  case identity
  /// Another word for one unit.
  case replacement
  /// One word for two units, or for two with a sign between them.
  case merge
  /// Two words for one unit.
  case split
  /// A mark that nobody wrote.
  case noise
}

/// An arc of the lattice: the word or words that may stand for one unit or a few.
struct Arc {
  /// First unit, counted from the start of the stretch.
  var from: Int32
  /// One past the last unit.
  var to: Int32
  /// The word, `WordID.max` where the unit is noise.
  var word: WordID
  /// The second word of a split, `WordID.max` otherwise.
  var second: WordID
  /// Channel cost, -log10.
  var cost: Float
  var kind: ArcKind
  /// Number of the word in the user's lexicon, from 1; 0 for a word of the vocabulary.
  var own: UInt16 = 0
}

/// The arcs of a stretch of units: for each unit a run of single words sorted by id, and the special arcs.
final class Lattice {
  /// How many units an arc may span.
  static let longestArc = 3

  let arcs = GrowingBuffer<Arc>(capacity: 4096)
  /// Ids and costs of the arcs, in parallel, as the language model wants them.
  let words = GrowingBuffer<WordID>(capacity: 4096)
  /// Where the singles of each unit begin in `arcs`; one more entry ends the last.
  let singles = GrowingBuffer<Int32>()
  /// Merges and splits by first unit.
  var specials: [[Arc]] = []
  /// Numbers of the special arcs by first unit, once sealed.
  private(set) var specialNumbers: [[Int32]] = []
  private(set) var unitCount = 0

  func removeAll() {
    arcs.removeAll()
    words.removeAll()
    singles.removeAll()
    specials.removeAll(keepingCapacity: true)
    unitCount = 0
  }

  /// Adds the next unit with its candidates; `penalty` is what any other word than the seen one costs more.
  func addUnit(_ list: CandidateList, penalty: Float) {
    singles.append(Int32(arcs.count))
    for index in list.words.indices {
      if index == list.identity {
        append(word: list.words[index], cost: list.costs[index], kind: .identity)
      } else {
        append(word: list.words[index], cost: list.costs[index] + penalty, kind: .replacement)
      }
    }
    endUnit()
  }

  /// Makes `word`, if it is among the singles of the last unit, as cheap as `cost`; tells whether it is.
  func cheapen(_ word: WordID, to cost: Float) -> Bool {
    for index in Int(singles[unitCount - 1])..<arcs.count where arcs[index].word == word {
      arcs[index].cost = min(arcs[index].cost, cost)
      return true
    }
    return false
  }

  /// Adds the next unit with the arcs that an earlier search left of it.
  func addUnit(_ run: ArraySlice<Arc>) {
    singles.append(Int32(arcs.count))
    for arc in run {
      arcs.append(arc)
      words.append(arc.word)
    }
    endUnit()
  }

  /// Adds a merge or a split.
  func addSpecial(_ arc: Arc) { specials[Int(arc.from)].append(arc) }

  /// Adds the next unit, which stays as it is.
  func addFixed(_ word: WordID) {
    singles.append(Int32(arcs.count))
    append(word: word, cost: 0, kind: .identity)
    endUnit()
  }

  private func append(word: WordID, cost: Float, kind: ArcKind) {
    arcs.append(
      Arc(from: Int32(unitCount), to: Int32(unitCount + 1), word: word, second: .max, cost: cost, kind: kind))
    words.append(word)
  }

  private func endUnit() {
    unitCount += 1
    specials.append([])
  }

  /// Closes the lattice: special arcs get their numbers behind the singles.
  func seal() {
    singles.append(Int32(arcs.count))
    specialNumbers = specials.map { arcs in
      arcs.map { arc in
        self.arcs.append(arc)
        self.words.append(arc.word)
        return Int32(self.arcs.count - 1)
      }
    }
  }
}
