/// The words of a text as a model scores them, each after those before it. Keeps its memory for the next text.
public struct ScoredSequence {
  /// Log10 probability of each word.
  public var scores: [Float] = []
  /// Log10 probability of each word after the one before alone.
  public internal(set) var pairs: [Float] = []
  /// The state before each word, and behind the last.
  public internal(set) var states: [NgramState] = []
  /// What was found for each word on the way.
  var steps: [SequencePass.Step] = []

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
    steps = Array(repeating: SequencePass.Step(), count: room)
  }
}
