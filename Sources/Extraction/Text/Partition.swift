extension RandomAccessCollection {
  /// The first index from which on `belongs` holds, the end if nowhere, in a collection that is parted by it. O(log n).
  func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongs(self[middle]) { count = half } else { low = index(after: middle); count -= half + 1 }
    }
    return low
  }
}
