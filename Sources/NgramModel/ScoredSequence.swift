/// The words of a text as a model scores them, each after those before it. Keeps its memory for the next text.
public struct ScoredSequence {
  /// Log10 probability of each word.
  public var scores: [Float] = []
  /// Log10 probability of each word after the one before alone.
  public internal(set) var pairs: [Float] = []
  /// The state before each word, and behind the last.
  public internal(set) var states: [NgramState] = []
  /// The bigram of each word, later its trigram.
  var entries: [ScoreRow.Entry] = []
  var siblings: [Siblings] = []

  /// The trigrams that continue the two words before one.
  struct Siblings {
    var count: UInt32
    var first: UInt32
    /// Whether the trigram that ends with the word is among them.
    var isKnown = false
  }

  /// Nothing yet.
  public init() {}

  /// Makes room for `count` words.
  mutating func begin(_ count: Int) {
    scores.removeAll(keepingCapacity: true)
    scores.append(contentsOf: repeatElement(0, count: count))
    guard pairs.count < count || states.isEmpty else { return }
    let room = max(256, 2 * count)
    pairs = Array(repeating: 0, count: room)
    states = Array(repeating: .empty, count: room + 1)
    entries = Array(
      repeating: ScoreRow.Entry(score: 0, node: NgramState.none, context: NgramState.none), count: room)
    siblings = Array(repeating: Siblings(count: 0, first: 0), count: room)
  }
}
