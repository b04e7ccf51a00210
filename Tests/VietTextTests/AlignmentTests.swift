import Testing

@testable import VietText

@Suite struct AlignmentTests {
  /// Every change can be undone, and every place of the result leads back into its piece of the source.
  @Test(arguments: [
    "Uû ban nh©n d©n x· V¹n Th¹nh", "Cuả Ðảng\u{A0}ta, e\u{323}\u{302}", "Co65ng ho2a xa4 ho65i chu3 nghi4a",
  ])
  func changesCanBeUndone(text: String) {
    let result = Normalizer().normalize(text)
    let old = Array(text.utf8)
    var restored: [UInt8] = []
    let new = Array(result.text.utf8)
    var (cursor, place) = (0, 0)
    for change in result.changes {
      let range = change.replacement.range
      let kept = range.lowerBound - cursor
      restored += new[place..<place + kept]
      restored += old[range]
      place += kept + change.replacement.text.utf8.count
      cursor = range.upperBound
    }
    restored += new[place...]
    #expect(restored == old)
    #expect(result.aligned.sourceRange(of: 0..<new.count) == 0..<old.count)
  }

  @Test func tonePlacementGoesThereAndBack() {
    var (older, newer) = (Normalizer.Options(), Normalizer.Options())
    older.tonePlacement = .older
    newer.tonePlacement = .newer
    let text = "Hòa, khỏe, thủy, ỦY BAN, quý, của, hoàn, ngoài, tòa"
    let there = Normalizer(newer).normalize(text).text
    #expect(there == "Hoà, khoẻ, thuỷ, UỶ BAN, quý, của, hoàn, ngoài, toà")
    #expect(Normalizer(older).normalize(there).text == text)
    #expect(Normalizer().normalize(there).changes.isEmpty)
  }

  @Test func longLinesAreCutInside() {
    let line = String(repeating: "cầu gỗ ", count: 30_000) + "cuả"
    let result = Normalizer().normalize(line)
    #expect(result.changes.map(\.replacement.text) == ["của"])
    #expect(result.text.hasSuffix("gỗ của"))
  }
}
