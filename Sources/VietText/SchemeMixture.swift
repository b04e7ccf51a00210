/// Tells the words of a legacy scheme from those of Unicode in a line that holds both.
struct SchemeMixture {
  /// Whether the line is in the scheme but for a few words, so that words which are syllables both ways are as well.
  private var isMostlyLegacy = false

  /// A line that is all Unicode.
  init() {}

  /// Looks at the words of `line`. O(length).
  init(_ line: UnsafeBufferPointer<UInt32>, _ scheme: LegacyScheme) {
    var (legacy, unicode) = (0, 0)
    var converted: [ConvertedScalar] = []
    forEachWord(line) { word in
      converted.removeAll(keepingCapacity: true)
      scheme.convert(UnsafeBufferPointer(rebasing: word), into: &converted)
      Self.forEachRun(converted, line, word.startIndex) { run, seen in
        let (isRead, isSeen) = Self.judge(converted[run], seen)
        legacy += isRead && !isSeen ? 1 : 0
        unicode += isSeen && !isRead ? 1 : 0
      }
    }
    isMostlyLegacy = legacy > 3 * unicode
  }

  /// Takes back the conversion of the runs of letters in a word that are Unicode: no syllables by it, or syllables
  /// before in a line that mostly is so. The word starts at `start` of `line`.
  func keepUnicode(
    _ converted: inout [ConvertedScalar], _ line: UnsafeBufferPointer<UInt32>, _ start: Int
  ) {
    Self.forEachRun(converted, line, start) { run, seen in
      let (isRead, isSeen) = Self.judge(converted[run], seen)
      if isRead, !isSeen || isMostlyLegacy { return }
      for (place, scalar) in zip(run, seen) { converted[place].scalar = scalar }
    }
  }

  /// Whether a run is a syllable as converted, and as it was.
  private static func judge(_ run: ArraySlice<ConvertedScalar>, _ seen: [UInt32]) -> (Bool, Bool) {
    let small = run.map { VietLetter.lowercased($0.scalar) }
    return (
      Syllable.parse(small) != nil || LostHorns.hides(small),
      Syllable.parse(seen.map(VietLetter.lowercased)) != nil
    )
  }

  /// Calls `body` with each run of letters and what stood there before.
  private static func forEachRun(
    _ converted: [ConvertedScalar], _ line: UnsafeBufferPointer<UInt32>, _ start: Int,
    _ body: (Range<Int>, [UInt32]) -> Void
  ) {
    var index = 0
    while index < converted.count {
      var end = index
      while end < converted.count, VietLetter.isLetter(converted[end].scalar) { end += 1 }
      end = max(end, index + 1)
      body(index..<end, converted[index..<end].map { line[start + $0.from] })
      index = end
    }
  }
}
