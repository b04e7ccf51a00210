extension AlignedText {
  /// A stretch of this text that later replacements touch, widened so that it cuts none of this text's own.
  public struct Group: Sendable {
    /// UTF-8 range in the source.
    public var sourceRange: Range<Int>
    /// What stands there after both steps.
    public var text: String
    /// Which of the later replacements fall into it.
    public var members: Range<Int>
  }

  /// Follows these replacements by `later` ones, which refer to `text` (sorted, not overlapping).
  ///
  /// Returns one group for each run of replacements of either step that touch one another, in order, so that
  /// the groups replace pieces of the source and give the final text. O(n) in replacements and text.
  public func followed(by later: [Replacement]) -> [Group] {
    let bytes = Array(text.utf8)
    var groups: [Group] = []
    var (own, next) = (0, 0)
    while own < replacements.count || next < later.count {
      let ownRange = own < replacements.count ? range(ofReplacement: own) : nil
      let takesOwn =
        ownRange.map { next >= later.count || $0.lowerBound <= later[next].range.lowerBound } ?? false
      var range = takesOwn ? ownRange ?? 0..<0 : later[next].range
      // What was taken away leaves an empty range, which alone does not tell where it stood.
      var source = takesOwn ? replacements[own].range : sourceRange(of: range)
      let first = next
      var grew = true
      while grew {
        grew = false
        while own < replacements.count, self.range(ofReplacement: own).touches(range) {
          range = range.union(self.range(ofReplacement: own))
          source = source.union(replacements[own].range)
          own += 1
          grew = true
        }
        while next < later.count, later[next].range.touches(range) {
          range = range.union(later[next].range)
          source = source.union(sourceRange(of: later[next].range))
          next += 1
          grew = true
        }
      }
      var out: [UInt8] = []
      var cursor = range.lowerBound
      for replacement in later[first..<next] {
        out += bytes[cursor..<replacement.range.lowerBound]
        out += Array(replacement.text.utf8)
        cursor = replacement.range.upperBound
      }
      out += bytes[cursor..<range.upperBound]
      groups.append(
        Group(
          sourceRange: source, text: String(decoding: out, as: UTF8.self),
          members: first..<next))
    }
    return groups
  }
}

extension Range<Int> {
  /// Whether two ranges share a place; an empty one touches what it lies strictly inside of or equals.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    self == other || (lowerBound < other.upperBound && other.lowerBound < upperBound)
  }

  fileprivate func union(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
