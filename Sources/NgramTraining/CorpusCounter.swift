import NgramModel

/// Counts the n-grams of the highest order in bounded memory.
///
/// Windows are gathered in a buffer; each full buffer is sorted, its equal keys are summed, and it goes to disk
/// as a run; in the end the runs are merged. A line is padded at its start, so that the windows that begin
/// with more than one `<s>` count the shorter n-grams at the start of a line.
struct CorpusCounter {
  private let order: Int
  private let capacity: Int
  private let scratch: String
  private var buffer: [UInt64] = []
  private var weight: UInt32 = 1
  private var runs: [SortedRun] = []

  /// Counts n-grams of `order` words, at most `capacity` windows in memory, runs below the path `scratch`.
  init(order: Int, capacity: Int, scratch: String) {
    self.order = order
    self.capacity = max(1, capacity)
    self.scratch = scratch
  }

  /// The sorted n-grams of `corpora` with their weighted counts.
  static func count(
    _ corpora: [TrainingCorpus], vocabulary: TrainingVocabulary, options: TrainingOptions,
    progress: (TrainingProgress) -> Void
  ) throws -> CountedKeys {
    var counter = CorpusCounter(
      order: options.order, capacity: options.windowsInMemory, scratch: options.scratchPath)
    defer { counter.removeRuns() }
    for corpus in corpora {
      progress(.counting(path: corpus.path))
      try counter.add(corpus, vocabulary: vocabulary, reader: options.reader)
    }
    return try counter.merged()
  }

  private mutating func add(
    _ corpus: TrainingCorpus, vocabulary: TrainingVocabulary, reader: CorpusReader
  ) throws {
    weight = UInt32(clamping: corpus.weight)
    let mask = order == 4 ? UInt64.max : UInt64(1) << UInt64(16 * order) - 1
    let start = (0..<order).reduce(UInt64(0)) { key, _ in key << 16 | UInt64(WordID.lineStart) }
    var (window, repeats) = (start, 0)
    try reader.read(corpus) { count in
      if count == 0 {
        window = (window << 16 | UInt64(WordID.lineEnd)) & mask
        append(window, repeats)
        if buffer.count >= capacity { try flush() }
      }
      (window, repeats) = (start, count)
    } unit: { unit, bytes, _ in
      window = (window << 16 | UInt64(vocabulary.id(unit, bytes))) & mask
      append(window, repeats)
    }
    try flush()
  }

  private mutating func append(_ window: UInt64, _ repeats: Int) {
    for _ in 0..<repeats { buffer.append(window) }
  }

  private mutating func flush() throws(TrainingError) {
    guard !buffer.isEmpty else { return }
    RadixSort.sort(&buffer, bits: 16 * order)
    var run = CountedKeys()
    for key in buffer { run.add(key, weight) }
    runs.append(try SortedRun(run, path: "\(scratch).run\(runs.count)"))
    buffer.removeAll(keepingCapacity: true)
  }

  /// All runs as one; the cost is O(n r) for r runs.
  private mutating func merged() throws(TrainingError) -> CountedKeys {
    buffer = []
    var readers: [SortedRunReader] = []
    defer { for reader in readers { reader.finish() } }
    for run in runs { readers.append(try SortedRunReader(run)) }
    var result = CountedKeys()
    while true {
      var least = -1
      var key = UInt64.max
      for index in readers.indices {
        if let head = readers[index].head, least < 0 || head.key < key { (least, key) = (index, head.key) }
      }
      guard least >= 0, let head = readers[least].head else { return result }
      result.add(head.key, head.count)
      try readers[least].advance()
    }
  }

  private mutating func removeRuns() {
    for run in runs { run.remove() }
    runs = []
  }
}
