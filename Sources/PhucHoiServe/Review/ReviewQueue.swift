import PhucHoiArchive

/// What is to be checked in an archive, worst first. A value: every change of mind makes a new one.
struct ReviewQueue: Sendable {
  /// The inputs.
  private(set) var inputs: [ReviewInput]
  /// All doubtful places, the least sure first; missing fields behind them.
  private(set) var places: [OpenPlace]
  /// Which of them nobody has decided about.
  private(set) var isOpen: [Bool]
  private let inputIndex: [Int: Int]
  private let pathIndex: [String: [Int]]
  private let paths: Set<String>

  /// Places that were read alike and stand alike now, so that one decision can be made about all.
  struct Word: Sendable, Equatable {
    /// What was read.
    var read: String
    /// What stands there now.
    var now: String
    /// The open places, by their index.
    var places: [Int]
  }

  /// How much there is to do.
  struct Count: Sendable, Equatable {
    /// Doubtful places and fields.
    var doubtful = 0
    /// Missing fields.
    var missing = 0
  }

  /// A queue of `places` of `inputs`, without those that `decided` names. O(n log n).
  init(inputs: [ReviewInput], places: [OpenPlace], decided: [String: [ReviewPlace]]) {
    self.inputs = inputs
    inputIndex = Dictionary(uniqueKeysWithValues: inputs.enumerated().map { ($1.id, $0) })
    paths = Set(inputs.map(\.path))
    let sorted = places.sorted {
      ($0.isMissing ? 1 : 0, $0.confidence, $0.input, $0.place.range.lowerBound) < (
        $1.isMissing ? 1 : 0, $1.confidence, $1.input, $1.place.range.lowerBound
      )
    }
    self.places = sorted
    pathIndex = Dictionary(grouping: sorted.indices) { sorted[$0].place.path }
    isOpen = Array(repeating: true, count: sorted.count)
    for (path, places) in decided { self.decided(places, in: path) }
  }

  /// Says which places of the input `path` persons have decided about; all others of it are open. O(places in it).
  mutating func decided(_ decided: [ReviewPlace], in path: String) {
    for index in pathIndex[path] ?? [] {
      isOpen[index] = !decided.contains { $0.isSame(as: places[index].place) }
    }
  }

  /// The input with the id `id`.
  func input(_ id: Int) -> ReviewInput? { inputIndex[id].map { inputs[$0] } }

  /// Whether an input with this path may be shown.
  func has(path: String) -> Bool { paths.contains(path) }

  /// How much there is to do in all. O(n).
  var count: Count {
    var count = Count()
    for index in places.indices where isOpen[index] {
      if places[index].isMissing { count.missing += 1 } else { count.doubtful += 1 }
    }
    return count
  }

  /// Open places, the least sure first; missing fields are not among them. O(n).
  func worst(offset: Int, limit: Int) -> [OpenPlace] {
    Array(
      places.indices.lazy.filter { isOpen[$0] && !places[$0].isMissing }.dropFirst(max(0, offset)).prefix(
        limit)
    ).map { places[$0] }
  }

  /// How much there is to do in each input, those that need it most first; those where all is done last. O(n).
  func documents() -> [(input: ReviewInput, count: Count)] {
    var counts = [Count](repeating: Count(), count: inputs.count)
    for index in places.indices where isOpen[index] {
      guard let input = inputIndex[places[index].input] else { continue }
      if places[index].isMissing { counts[input].missing += 1 } else { counts[input].doubtful += 1 }
    }
    let order = inputs.indices.sorted { a, b in
      let (left, right) = (counts[a] == Count() ? 1 : 0, counts[b] == Count() ? 1 : 0)
      return (left, -inputs[a].attention, a) < (right, -inputs[b].attention, b)
    }
    return order.map { (inputs[$0], counts[$0]) }
  }

  /// The open places of an input in the order of its text, then its fields. O(places in it).
  func places(of input: ReviewInput) -> [OpenPlace] {
    (pathIndex[input.path] ?? []).filter { isOpen[$0] }.map { places[$0] }.sorted {
      ($0.place.field.isEmpty ? 0 : 1, $0.isMissing ? 1 : 0, $0.place.range.lowerBound) < (
        $1.place.field.isEmpty ? 0 : 1, $1.isMissing ? 1 : 0, $1.place.range.lowerBound
      )
    }
  }

  /// How much there is to do for each field, by its key. O(n).
  func fields() -> [String: Count] {
    var counts: [String: Count] = [:]
    for index in places.indices where isOpen[index] && !places[index].place.field.isEmpty {
      let field = places[index].place.field
      if places[index].isMissing {
        counts[field, default: Count()].missing += 1
      } else {
        counts[field, default: Count()].doubtful += 1
      }
    }
    return counts
  }

  /// The open places of a field, the least sure first. O(n).
  func places(ofField field: String, offset: Int, limit: Int) -> [OpenPlace] {
    Array(
      places.indices.lazy.filter { isOpen[$0] && places[$0].place.field == field }.dropFirst(max(0, offset))
        .prefix(limit)
    ).map { places[$0] }
  }

  /// Words that are open at two places or more, the most frequent first. O(n).
  func words(limit: Int) -> [Word] {
    var groups: [String: [Int]] = [:]
    for index in places.indices where isOpen[index] && places[index].place.field.isEmpty {
      groups[Self.key(places[index]), default: []].append(index)
    }
    return groups.values.filter { $0.count > 1 }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(
      limit
    )
    .map { Word(read: places[$0[0]].read, now: places[$0[0]].now, places: $0) }
  }

  /// The open places of a repeated word. O(n).
  func places(ofWord key: String) -> [OpenPlace] {
    places.indices.filter { isOpen[$0] && places[$0].place.field.isEmpty && Self.key(places[$0]) == key }
      .map { places[$0] }
  }

  /// What names a repeated word.
  static func key(read: String, now: String) -> String { read + "\u{1F}" + now }

  private static func key(_ place: OpenPlace) -> String { key(read: place.read, now: place.now) }
}
