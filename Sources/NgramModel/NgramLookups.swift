#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What follows two words: their backoff weight and the trigrams that continue them.
struct PairContext {
  /// The bigram, plus one; 0 in an empty slot.
  var key: UInt32 = 0
  var backoff: Float = 0
  var count: UInt32 = 0
  var firstTrigram: UInt32 = 0
  var firstBit: UInt32 = 0
  /// Bits of a rank.
  var width: UInt32 = 0
}

/// What follows three words.
struct TripleContext {
  /// The trigram, plus one; 0 in an empty slot.
  var key: UInt32 = 0
  var backoff: Float = 0
  var firstBit: UInt32 = 0
  var count: UInt16 = 0
  /// Bits of a rank.
  var width: UInt16 = 0
}

/// Look-ups in a model with tables that remember the last of them, each in the one slot that its key has.
final class NgramLookups {
  let model: NgramModel
  let successors: SuccessorMaps
  let pairs: DirectTable<PairContext>
  let triples: DirectTable<TripleContext>
  /// The greatest log10 probability of any word after each, 1 where it was not sought yet.
  var most: [Float]

  init(_ model: NgramModel) {
    self.model = model
    successors = SuccessorMaps(model)
    pairs = DirectTable(bits: 17)
    triples = DirectTable(bits: 17)
    most = [Float](repeating: 1, count: model.unigrams.count)
  }

  /// Fills `row` with the bigrams of `word` and each of `words`.
  func fill(_ row: inout ScoreRow, after word: WordID, _ words: UnsafeBufferPointer<WordID>) {
    let unigrams = model.unigrams
    guard word < unigrams.count else {
      (row.backoff, row.firstChild, row.childCount) = (0, 0, 0)
      for index in 0..<words.count {
        row.entries[index] = ScoreRow.Entry(
          score: unigrams.probability(words[index]), node: NgramState.none, context: NgramState.none)
      }
      return
    }
    row.backoff = unigrams.backoffs[Int(word)]
    let children = unigrams.children(word, limit: model.bigrams.count)
    (row.firstChild, row.childCount) = (children.lowerBound, children.count)
    if let map = successors.row(of: word).map {
      return fill(row, map, children, words)
    }
    var place = children.lowerBound
    for index in 0..<words.count {
      // Words come in order within a row.
      place = model.bigrams.firstNotBelow(words[index], from: place, to: children.upperBound)
      let isKnown = place < children.upperBound && model.bigrams.words[place] == words[index]
      row.entries[index] = isKnown ? entry(place) : missing(words[index])
    }
  }

  /// The same along a map, in two steps: first where each bigram is, then what the few say that are.
  private func fill(
    _ row: ScoreRow, _ map: UnsafePointer<UInt64>, _ children: Range<Int>,
    _ words: UnsafeBufferPointer<WordID>
  ) {
    let last = model.unigrams.count - 1
    for index in 0..<words.count {
      let word = WordID(truncatingIfNeeded: min(Int(words[index]), last))
      let (rank, isKnown) = SuccessorMaps.place(word, in: map)
      let place = children.lowerBound &+ rank
      row.entries[index].node = isKnown ? UInt32(truncatingIfNeeded: place) : NgramState.none
      if isKnown { fetchEntry(bigram: place) }
    }
    for index in 0..<words.count {
      let node = row.entries[index].node
      let isKnown = node != NgramState.none && words[index] <= last
      row.entries[index] = isKnown ? entry(Int(node)) : missing(words[index])
    }
  }

  /// What the bigram at `place` says.
  @inline(__always)
  func entry(_ place: Int) -> ScoreRow.Entry {
    ScoreRow.Entry(
      score: model.bigrams.probabilities.value(place), node: UInt32(truncatingIfNeeded: place),
      context: model.bigrams.inner?.context(place) ?? NgramState.none)
  }

  /// What is said of `word` where no bigram is known.
  @inline(__always)
  func missing(_ word: WordID) -> ScoreRow.Entry {
    ScoreRow.Entry(score: model.unigrams.probability(word), node: NgramState.none, context: NgramState.none)
  }

  /// What follows the bigram `node`, whose last word has `limit` successors; nil where nothing does.
  func pairContext(_ node: UInt32, limit: Int) -> PairContext? {
    guard node != NgramState.none else { return nil }
    let slot = pairs.slot(node)
    if slot.pointee.key != node &+ 1 {
      guard let found = findPair(node, limit: limit) else { return nil }
      slot.pointee = found
    }
    return slot.pointee
  }

  private func findPair(_ node: UInt32, limit: Int) -> PairContext? {
    guard let trigrams = model.trigrams, let inner = model.bigrams.inner, let index = inner.index(of: node)
    else { return nil }
    var context = PairContext(key: node &+ 1, backoff: inner.backoffs.value(index))
    guard let children = model.bigrams.children?.pair(at: index) else { return context }
    let end = min(children.1, trigrams.count)
    let first = min(max(0, children.0), end)
    let width = NgramModelLayout.rankWidth(limit)
    let list = RankList(
      trigrams.ranks, firstBit: inner.childBits.value(at: index), count: end - first, width: width,
      stride: width)
    context.firstTrigram = UInt32(truncatingIfNeeded: first)
    context.count = UInt32(truncatingIfNeeded: list.count)
    context.width = UInt32(truncatingIfNeeded: width)
    context.firstBit = UInt32(truncatingIfNeeded: list.firstBit)
    return context
  }

  /// Fills `row` with the trigrams of `context` and the words of `first`, the row of its last word.
  func fill(_ row: ScoreRow, after context: PairContext, _ first: ScoreRow, _ count: Int) {
    let nothing = ScoreRow.Entry(score: 0, node: NgramState.none, context: NgramState.none)
    guard context.count > 0, let trigrams = model.trigrams else {
      for index in 0..<count { row.entries[index] = nothing }
      return
    }
    let list = list(context)
    let inner = trigrams.inner
    // Most words are followed by fewer behind two words than behind one: many of them lie before the next of the list.
    var place = 0
    var next = list.count > 0 ? list.rank(0) : .max
    for index in 0..<count {
      row.entries[index] = nothing
      let bigram = first.entries[index]
      let rank = Int(bigram.node) - first.firstChild
      guard bigram.isKnown, rank >= next else { continue }
      if rank > next {
        place = list.firstNotBelow(rank, from: place + 1)
        next = place < list.count ? list.rank(place) : .max
        guard next == rank else { continue }
      }
      let node = Int(context.firstTrigram) + place
      row.entries[index].node = UInt32(truncatingIfNeeded: node)
      fetchEntry(trigram: node)
    }
    for index in 0..<count where row.entries[index].isKnown {
      let node = Int(row.entries[index].node)
      row.entries[index].score = trigrams.probabilities.value(node)
      row.entries[index].context = inner?.context(node) ?? NgramState.none
    }
  }

  /// What follows the trigram `node`, whose last two words are continued by `siblings` trigrams; nil where nothing
  /// does.
  func tripleContext(_ node: UInt32, siblings: UInt32) -> TripleContext? {
    guard node != NgramState.none else { return nil }
    let slot = triples.slot(node)
    if slot.pointee.key != node &+ 1 {
      guard let found = findTriple(node, siblings: siblings) else { return nil }
      slot.pointee = found
    }
    return slot.pointee
  }

  private func findTriple(_ node: UInt32, siblings: UInt32) -> TripleContext? {
    guard let fourgrams = model.fourgrams, let inner = model.trigrams?.inner,
      let index = inner.index(of: node)
    else { return nil }
    let bits = inner.childBits.pair(at: index)
    let width = NgramModelLayout.rankWidth(Int(siblings))
    let stride = width + fourgrams.book.bits
    let list = RankList(
      fourgrams.records, firstBit: bits.0, count: max(0, bits.1 - bits.0) / max(1, stride), width: width,
      stride: stride)
    return TripleContext(
      key: node &+ 1, backoff: inner.backoffs.value(index),
      firstBit: UInt32(truncatingIfNeeded: list.firstBit),
      count: UInt16(clamping: list.count), width: UInt16(truncatingIfNeeded: width))
  }

  /// The trigrams of `context`.
  @inline(__always)
  func list(_ context: PairContext) -> RankList {
    guard let trigrams = model.trigrams, context.count > 0 else { return RankList() }
    let width = Int(context.width)
    return RankList(
      trigrams.ranks, firstBit: Int(context.firstBit), count: Int(context.count), width: width, stride: width)
  }

  /// The fourgrams of `context`.
  @inline(__always)
  func list(_ context: TripleContext) -> RankList {
    guard let fourgrams = model.fourgrams, context.count > 0 else { return RankList() }
    let width = Int(context.width)
    return RankList(
      fourgrams.records, firstBit: Int(context.firstBit), count: Int(context.count), width: width,
      stride: width + fourgrams.book.bits)
  }

  /// Log10 probability of the fourgram at `place` of `list`.
  @inline(__always)
  func fourgram(_ list: RankList, _ place: Int) -> Float {
    guard let fourgrams = model.fourgrams else { return 0 }
    return fourgrams.book.values[list.code(place, width: fourgrams.book.bits)]
  }
}

/// Values in slots that their keys choose; a new one takes the place of what was there.
///
/// `Value` must be trivial; zero bytes make an empty slot. Memory counts only as far as it was used.
final class DirectTable<Value: BitwiseCopyable> {
  private let values: UnsafeMutablePointer<Value>
  private let shift: UInt32

  init(bits: Int) {
    shift = UInt32(32 - bits)
    let memory = calloc(1 << bits, MemoryLayout<Value>.stride)
    values = memory.unsafelyUnwrapped.bindMemory(to: Value.self, capacity: 1 << bits)
  }

  deinit { free(values) }

  /// The slot of a key.
  @inline(__always)
  func slot(_ key: UInt32) -> UnsafeMutablePointer<Value> {
    values + Int((key &* 0x9E37_79B1) &>> shift)
  }
}
