import Platform
import VietText

/// P(seen | meant) of one kind of source over short letter groups, laid out for look-up by what was seen.
///
/// Costs are -log10 of probabilities; `infinity` marks what cannot happen. The layout is dense over meant
/// letters because the search asks, at each place of a seen word, for every letter the lexicon offers there
/// (after Brill and Moore 2000, "An improved error model for noisy channel spelling correction").
public final class ChannelTable: @unchecked Sendable {
  // Sendable although it holds pointers: they are written in `init` only and freed in `deinit`.

  /// The cost of what cannot happen.
  public static let infinity: Float = 64

  /// `[seen][meant]`, one seen letter for one meant.
  @usableFromInline let single: UnsafeMutablePointer<Float>
  /// Cost of a meant letter that left no trace.
  @usableFromInline let dropped: UnsafeMutablePointer<Float>
  /// Cost of a seen letter that nothing meant.
  @usableFromInline let added: UnsafeMutablePointer<Float>
  /// `[seen first][seen second]` gives a row number of `wide` plus one, 0 for none.
  @usableFromInline let pairRow: UnsafeMutablePointer<UInt16>
  /// Rows over meant letters for groups of two seen letters.
  @usableFromInline let wide: UnsafeMutablePointer<Float>
  /// Rows for groups of three seen letters, by packed group.
  let tripleRow: [UInt32: Int]
  /// Rows over meant letters for groups of three seen letters.
  @usableFromInline let triple: UnsafeMutablePointer<Float>
  /// `[first meant][second meant]` gives the number of a meant pair plus one, 0 for none.
  @usableFromInline let meantPair: UnsafeMutablePointer<UInt16>
  /// Open-addressed table of (meant pair, seen group) to cost.
  @usableFromInline let narrowKeys: UnsafeMutablePointer<UInt64>
  @usableFromInline let narrowCosts: UnsafeMutablePointer<Float>
  @usableFromInline let narrowMask: UInt64
  /// The least cost of each packed group of seen letters, whatever small letters were meant.
  private let leastLower: [UInt32: Float]
  /// The same with capitals.
  private let leastUpper: [UInt32: Float]
  /// The meant pairs that are seen as each packed group.
  private let pairs: [UInt32: [MeantPair]]

  /// Two letters that were meant, and what it costs that they were seen so.
  struct MeantPair {
    var first: UInt8
    var second: UInt8
    var cost: Float
  }

  /// Lays out `confusions` (cost = -log10 P) over `floor`.
  public init(confusions: [Confusion: Float], floor: ChannelFloor) {
    let (meantCount, seenCount) = (MeantLetter.count, SeenLetter.count)
    func filled(_ count: Int, _ value: Float) -> UnsafeMutablePointer<Float> {
      let pointer = UnsafeMutablePointer<Float>.allocate(capacity: max(1, count))
      pointer.initialize(repeating: value, count: max(1, count))
      return pointer
    }
    single = filled(seenCount * meantCount, Self.infinity)
    dropped = filled(meantCount, floor.dropped)
    added = filled(seenCount, floor.added)
    pairRow = Self.zeros(seenCount * seenCount)
    meantPair = Self.zeros(meantCount * meantCount)
    Self.fillFloor(single, floor)

    let groups = Self.numbered(confusions, pairRow: pairRow, meantPair: meantPair)
    wide = filled(groups.pairs * meantCount, Self.infinity)
    triple = filled(groups.triples.count * meantCount, Self.infinity)
    tripleRow = groups.triples
    var capacity = 64
    while capacity < groups.narrow.count * 2 { capacity *= 2 }
    narrowMask = UInt64(capacity - 1)
    narrowKeys = Self.zeros(capacity)
    narrowCosts = filled(capacity, 0)
    leastLower = Self.leastCosts(confusions, single, capitals: false)
    leastUpper = Self.leastCosts(confusions, single, capitals: true)
    pairs = Self.pairs(confusions)
    for (key, cost) in groups.narrow { insertNarrow(key, cost) }
    for (confusion, cost) in confusions { place(confusion, cost) }
  }

  /// The groups of several letters, as they are numbered.
  private struct Groups {
    /// How many groups of two seen letters have a row.
    var pairs = 0
    /// Rows of the groups of three seen letters.
    var triples: [UInt32: Int] = [:]
    /// Keys and costs of the groups of two meant letters.
    var narrow: [(key: UInt64, cost: Float)] = []
  }

  /// Numbers all groups and writes the numbers into `pairRow` and `meantPair`.
  private static func numbered(
    _ confusions: [Confusion: Float], pairRow: UnsafeMutablePointer<UInt16>,
    meantPair: UnsafeMutablePointer<UInt16>
  ) -> Groups {
    var groups = Groups()
    var meantPairs: UInt16 = 0
    for (confusion, cost) in confusions {
      let seenCount = confusion.seenCount
      if confusion.meantCount == 2 {
        let slot = confusion.meant(0) * MeantLetter.count + confusion.meant(1)
        if meantPair[slot] == 0 {
          meantPairs += 1
          meantPair[slot] = meantPairs
        }
        groups.narrow.append((narrowKey(meantPair[slot], confusion.seen), cost))
      } else if seenCount == 2 {
        let slot = Int(confusion.seen(0)) * SeenLetter.count + Int(confusion.seen(1))
        if pairRow[slot] == 0, groups.pairs < Int(UInt16.max) {
          groups.pairs += 1
          pairRow[slot] = UInt16(groups.pairs)
        }
      } else if seenCount == 3, groups.triples[confusion.seen] == nil {
        groups.triples[confusion.seen] = groups.triples.count
      }
    }
    return groups
  }

  deinit {
    for pointer in [single, dropped, added, wide, triple, narrowCosts] { pointer.deallocate() }
    free(pairRow)
    free(meantPair)
    free(narrowKeys)
  }

  /// Memory that counts only as far as it is used; to be freed by `free`.
  private static func zeros<Number: FixedWidthInteger & BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutablePointer<Number> {
    calloc(count, MemoryLayout<Number>.stride).unsafelyUnwrapped.bindMemory(to: Number.self, capacity: count)
  }

  /// The row over meant letters for two seen letters, or nil.
  func pairRow(_ first: UInt16, _ second: UInt16) -> UnsafeMutablePointer<Float>? {
    let row = Int(pairRow[Int(first) * SeenLetter.count + Int(second)])
    return row > 0 ? wide + (row - 1) * MeantLetter.count : nil
  }

  /// The row over meant letters for the packed group of three seen letters, or nil.
  func tripleRow(_ packed: UInt32) -> UnsafeMutablePointer<Float>? {
    tripleRow[packed].map { triple + $0 * MeantLetter.count }
  }

  /// The cost of the meant pair number `pair` (from `meantPair`) seen as the packed group `seen`.
  @inlinable
  func narrowCost(_ pair: UInt16, _ seen: UInt32) -> Float {
    let key = Self.narrowKey(pair, seen)
    var slot = (key &* 0x9E37_79B9_7F4A_7C15) >> 20 & narrowMask
    while true {
      let found = narrowKeys[Int(slot)]
      if found == key { return narrowCosts[Int(slot)] }
      if found == 0 { return Self.infinity }
      slot = (slot + 1) & narrowMask
    }
  }

  /// -log10 P(the letter `seen` | the letter `meant`), both scalars; `infinity` where one of them has no code.
  public func cost(_ meant: UInt32, _ seen: UInt32) -> Float {
    let (row, column) = (SeenLetter.code(seen), MeantLetter.code(meant))
    return row == 0 || column == 0 ? Self.infinity : single[Int(row) * MeantLetter.count + Int(column)]
  }

  /// The least that any meant letters cost that were seen as the packed group `seen`: small ones, or capitals.
  func leastCost(_ seen: UInt32, capitals: Bool) -> Float {
    (capitals ? leastUpper : leastLower)[seen] ?? Self.infinity
  }

  @inlinable
  static func narrowKey(_ pair: UInt16, _ seen: UInt32) -> UInt64 { UInt64(pair) << 32 | UInt64(seen) }

  private func insertNarrow(_ key: UInt64, _ cost: Float) {
    var slot = (key &* 0x9E37_79B9_7F4A_7C15) >> 20 & narrowMask
    while narrowKeys[Int(slot)] != 0 { slot = (slot + 1) & narrowMask }
    narrowKeys[Int(slot)] = key
    narrowCosts[Int(slot)] = cost
  }

  private func place(_ confusion: Confusion, _ cost: Float) {
    let (meant, seen) = (confusion.meant(0), confusion.seen(0))
    switch (confusion.meantCount, confusion.seenCount) {
    case (1, 0): dropped[meant] = cost
    case (0, 1): added[Int(seen)] = cost
    case (1, 1): single[Int(seen) * MeantLetter.count + meant] = cost
    case (1, 2): pairRow(seen, confusion.seen(1))?[meant] = cost
    case (1, 3): tripleRow(confusion.seen)?[meant] = cost
    default: break
    }
  }

  /// The meant pairs that can be seen as the packed group `seen`.
  func pairs(seenAs seen: UInt32) -> [MeantPair] { pairs[seen] ?? [] }

  private static func pairs(_ confusions: [Confusion: Float]) -> [UInt32: [MeantPair]] {
    var pairs: [UInt32: [MeantPair]] = [:]
    for (confusion, cost) in confusions where confusion.meantCount == 2 {
      let (first, second) = (UInt8(confusion.meant(0)), UInt8(confusion.meant(1)))
      pairs[confusion.seen, default: []].append(MeantPair(first: first, second: second, cost: cost))
    }
    return pairs
  }

  private static func leastCosts(
    _ confusions: [Confusion: Float], _ single: UnsafeMutablePointer<Float>, capitals: Bool
  ) -> [UInt32: Float] {
    var least: [UInt32: Float] = [:]
    least.reserveCapacity(SeenLetter.count + confusions.count)
    func note(_ seen: UInt32, _ cost: Float) { least[seen] = min(least[seen] ?? infinity, cost) }
    let codes = capitals ? MeantLetter.upperOffset..<MeantLetter.count : 0..<MeantLetter.upperOffset
    for seen in 0..<SeenLetter.count {
      let row = UnsafeBufferPointer(start: single + seen * MeantLetter.count, count: MeantLetter.count)
      note(UInt32(seen), codes.reduce(infinity) { min($0, row[$1]) })
    }
    for (confusion, cost) in confusions where confusion.meant != 0 {
      let (first, second) = (Int(confusion.meant & 0xFF), Int(confusion.meant >> 8))
      if codes.contains(first), second == 0 || codes.contains(second) { note(confusion.seen, cost) }
    }
    return least
  }

  /// The cost of a letter with marks where a letter is known to be missing: nearly all of them are.
  private static let gapCost: Float = 0.05

  private static func fillFloor(_ single: UnsafeMutablePointer<Float>, _ floor: ChannelFloor) {
    let meant = (0..<UInt8(MeantLetter.count)).map { MeantLetter.scalar($0) }
    let bareMeant = meant.map { VietLetter.bare(VietLetter.lowercased($0)) }
    for seen in UInt32(0x21)..<0x1F00 where SeenLetter.code(seen) != 0 {
      let row = single + Int(SeenLetter.code(seen)) * MeantLetter.count
      let bare = VietLetter.bare(VietLetter.lowercased(seen))
      for code in 1..<MeantLetter.count where meant[code] != 0 {
        row[code] = bareMeant[code] == bare ? floor.mark : floor.letter
      }
    }
    // What is missing is what the converter or the font did not have: a letter with marks.
    let gap = single + Int(SeenLetter.gap) * MeantLetter.count
    for code in 1..<UInt8(MeantLetter.count) where MeantLetter.scalar(code) != 0 {
      gap[Int(code)] = MeantLetter.scalar(code) < 0x80 ? floor.letter : Self.gapCost
    }
  }
}
