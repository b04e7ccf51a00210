/// Finds the members of one sorted list in another.
@usableFromInline
enum SortedIntersection {
  /// Calls `found(i, position)` for every `candidates[i]` that stands in `list[range]`, in order.
  ///
  /// Both lists are sorted; candidates may repeat. Long lists are searched by doubling steps from the last
  /// hit, so the cost is O(k log(n / k)); lists about as short as the candidates are scanned.
  @inlinable @inline(__always)
  static func forEach(
    _ candidates: UnsafePointer<WordID>, _ count: Int, in list: UnsafePointer<WordID>, _ range: Range<Int>,
    found: (Int, Int) -> Void
  ) {
    var position = range.lowerBound
    let end = range.upperBound
    let scans = end - position <= count * 6
    for index in 0..<count {
      let word = candidates[index]
      if scans {
        while position < end, list[position] < word { position += 1 }
      } else {
        position = firstNotBelow(word, in: list, from: position, to: end)
      }
      if position == end { return }
      if list[position] == word { found(index, position) }
    }
  }

  /// The first position in `from..<to` whose word is not below `word`, or `to`.
  @inlinable @inline(__always)
  static func firstNotBelow(_ word: WordID, in list: UnsafePointer<WordID>, from: Int, to: Int) -> Int {
    var low = from
    var step = 8
    while low + step < to, list[low + step] < word {
      low += step
      step <<= 1
    }
    var length = min(step + 1, to - low)
    while length > 0 {
      let half = length >> 1
      let isBelow = list[low + half] < word
      low = isBelow ? low + half + 1 : low
      length = isBelow ? length - half - 1 : half
    }
    return low
  }
}
