/// The children of a context as ascending ranks among the children of its suffix, each in a record of bits.
@usableFromInline
struct RankList {
  @usableFromInline var bits: PackedBits?
  @usableFromInline var firstBit = 0
  @usableFromInline var count = 0
  /// Bits of a rank.
  @usableFromInline var width = 0
  /// Bits from one rank to the next.
  @usableFromInline var stride = 0

  /// A list of nothing.
  @inlinable
  init() {}

  /// The list of `count` records from bit `firstBit` on; nothing where it would leave the section.
  @inlinable
  init(_ bits: PackedBits, firstBit: Int, count: Int, width: Int, stride: Int) {
    guard count > 0, firstBit >= 0, firstBit + count * stride <= bits.bitCount else { return }
    (self.bits, self.firstBit, self.count) = (bits, firstBit, count)
    (self.width, self.stride) = (width, stride)
  }

  /// The rank of record `index`.
  @inlinable @inline(__always)
  func rank(_ index: Int) -> Int {
    bits.unsafelyUnwrapped.value(at: firstBit &+ index &* stride, width: width)
  }

  /// The `width` bits behind the rank of record `index`.
  @inlinable @inline(__always)
  func code(_ index: Int, width codeWidth: Int) -> Int {
    bits.unsafelyUnwrapped.value(at: firstBit &+ index &* stride &+ width, width: codeWidth)
  }

  /// The record of this rank, nil where there is none. O(log count).
  @inlinable
  func record(of rank: Int) -> Int? {
    let place = SortedSearch.firstNotBelow(count: count) { self.rank($0) < rank }
    return place < count && self.rank(place) == rank ? place : nil
  }

  /// Fetches what a search for a record reads first: all of a short list, and where the first steps of the search in a
  /// long one lead.
  @inline(__always)
  func fetch() {
    guard let bits else { return }
    let step = max(64 * 8, count &* stride >> 2)
    var place = firstBit
    let end = firstBit &+ count &* stride
    while place < end {
      bits.fetch(place)
      place &+= step
    }
    bits.fetch(end &- 1)
  }

  /// The first record from `from` on whose rank is not below `rank`, or `count`.
  @inlinable
  func firstNotBelow(_ rank: Int, from: Int) -> Int {
    SortedSearch.firstNotBelow(from: from, to: count) { self.rank($0) < rank }
  }
}

/// Search in sorted lists by doubling steps.
@usableFromInline
enum SortedSearch {
  /// The first place in `from..<to` that is not below what is sought, or `to`. O(log of the distance).
  @inlinable @inline(__always)
  static func firstNotBelow(from: Int, to: Int, isBelow: (Int) -> Bool) -> Int {
    var (low, step) = (from, 1)
    while low &+ step < to, isBelow(low &+ step) {
      low &+= step
      step <<= 1
    }
    let first = low
    return first &+ firstNotBelow(count: min(step &+ 1, to &- low)) { isBelow(first &+ $0) }
  }

  /// The first of `count` places that is not below what is sought, or `count`. O(log count).
  @inlinable @inline(__always)
  static func firstNotBelow(count: Int, isBelow: (Int) -> Bool) -> Int {
    // Halving without an early end: the compiler can select instead of branching.
    var (low, length) = (0, count)
    while length > 1 {
      let half = length >> 1
      low = isBelow(low &+ half &- 1) ? low &+ half : low
      length &-= half
    }
    if length == 1, isBelow(low) { low &+= 1 }
    return low
  }
}
