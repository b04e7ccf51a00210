import CMachine
import ModelFile

/// An ascending sequence of numbers in about two bits an element more than the logarithm of the mean step
/// (Elias 1974, Fano 1971): low bits packed, high parts as a bitmap of steps.
///
/// Reading an element costs one look-up of a sample and a short scan. Numbers read from the file are clamped
/// to `limit` by the caller; no place outside of the sections is ever read.
@usableFromInline
struct MonotoneSequence: @unchecked Sendable {
  /// Every so many elements the place of the element's bit is kept.
  static let sampling = 32

  /// Number of elements.
  @usableFromInline let count: Int
  @usableFromInline let lowBits: Int
  @usableFromInline let low: PackedBits
  @usableFromInline let high: UnsafePointer<UInt64>
  @usableFromInline let highCount: Int
  @usableFromInline let samples: UnsafePointer<UInt32>

  init(file: MappedModelFile, name: String, count: Int) throws(ModelFileError) {
    let names = NgramModelLayout.sequence(name)
    let high = try file.section(names.high, of: UInt64.self)
    let header = try file.section(names.shape, of: UInt64.self, count: 1)
    guard header[0] < 24 else {
      throw ModelFileError(
        .malformed, path: file.path, found: "\(header[0]) low bits in `\(name)`", expected: "at most 23")
    }
    lowBits = Int(header[0])
    low = try PackedBits(file: file, name: names.low, bits: lowBits * count)
    samples = try file.section(
      names.samples, of: UInt32.self, count: (count + Self.sampling - 1) / Self.sampling
    ).start
    self.count = count
    self.high = high.start
    highCount = high.count
  }

  /// Elements `index` and `index + 1`; `index + 1` must be below `count`.
  @inlinable
  func pair(at index: Int) -> (Int, Int) {
    let first = place(of: index)
    let second = nextPlace(after: first)
    return (value(index, first), value(index + 1, second))
  }

  /// Element `index`, which must be below `count`.
  @inlinable
  func value(at index: Int) -> Int { value(index, place(of: index)) }

  @inlinable
  func value(_ index: Int, _ place: Int) -> Int {
    (place &- index) << lowBits | low.value(at: index &* lowBits, width: lowBits)
  }

  /// Fetches what tells where to look for element `index`, which must be below `count`.
  @inline(__always)
  func fetchSample(_ index: Int) {
    cmachine_fetch(samples + index >> 5)
    low.fetch(index &* lowBits)
  }

  /// Fetches element `index`; its sample is best at hand.
  @inline(__always)
  func fetch(_ index: Int) { cmachine_fetch(high + Int(samples[index >> 5]) >> 6) }

  /// Where the bit of element `index` stands in the bitmap.
  @inlinable
  func place(of index: Int) -> Int {
    let sample = Int(samples[index >> 5])
    var block = sample >> 6
    guard block < highCount else { return 0 }
    var rest = index & 31
    var word = high[block] & (UInt64.max << UInt64(sample & 63))
    while rest >= word.nonzeroBitCount {
      rest -= word.nonzeroBitCount
      block += 1
      guard block < highCount else { return 0 }
      word = high[block]
    }
    return block << 6 + Self.select(word, rest)
  }

  /// The place of the next bit after `place`.
  @inlinable
  func nextPlace(after place: Int) -> Int {
    var block = (place + 1) >> 6
    guard block < highCount else { return 0 }
    var word = high[block] & (UInt64.max << UInt64((place + 1) & 63))
    while word == 0 {
      block += 1
      guard block < highCount else { return 0 }
      word = high[block]
    }
    return block << 6 + word.trailingZeroBitCount
  }

  /// The place of the set bit of `word` that has `rank` set bits below it.
  @inlinable
  static func select(_ word: UInt64, _ rank: Int) -> Int {
    var (word, rank, place, width) = (word, rank, 0, 32)
    while width > 0 {
      let below = (word & (1 << UInt64(width) &- 1)).nonzeroBitCount
      let isAbove = rank >= below
      rank = isAbove ? rank - below : rank
      word = isAbove ? word >> UInt64(width) : word
      place = isAbove ? place + width : place
      width >>= 1
    }
    return place
  }
}
