import Decoding
import VietText

extension AlignedText {
  /// Where `ranges` of the source (UTF-8, sorted, not overlapping) lie in its text, which is `result`, in scalars. The
  /// end of a range that lies within a replacement goes to the start of it. O(n).
  func scalarRanges(of ranges: [Range<Int>], in result: SourceText) -> [Range<Int>] {
    var (next, shift, scalar) = (0, 0, 0)
    /// The scalar at or behind which `offset` of the source has gone; asked for in ascending order.
    func place(_ offset: Int) -> Int {
      while next < replacements.count, replacements[next].range.upperBound <= offset {
        shift += replacements[next].text.utf8.count - replacements[next].range.count
        next += 1
      }
      let start = next < replacements.count ? replacements[next].range.lowerBound : offset
      let target = min(offset, start) + shift
      while scalar < result.scalars.count, Int(result.offsets[scalar]) < target { scalar += 1 }
      return scalar
    }
    return ranges.map { range in
      let lower = place(range.lowerBound)
      return lower..<max(lower, place(range.upperBound))
    }
  }
}
