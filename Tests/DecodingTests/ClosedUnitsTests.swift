import Testing

@testable import Decoding

/// What is searched of a stretch where some words stay as they are.
@Suite struct ClosedUnitsTests {
  /// Windows of a text in which `x` is open.
  private func windows(_ text: String, _ stretch: Range<Int>? = nil) -> [Range<Int>] {
    ClosedUnits(text.map { $0 != "x" ? ClosedUnits.Standing(gain: 0, rival: -6) : nil }).windows(
      stretch ?? 0..<text.count)
  }

  @Test func withoutFlagsAllIsSearched() {
    #expect(ClosedUnits().windows(3..<9) == [3..<9])
  }

  @Test func nothingOpenIsNotSearched() {
    #expect(windows("......").isEmpty)
  }

  @Test func aWindowReachesAsFarAsAWordBearsOnOthers() {
    #expect(windows("..x.......") == [2..<6])
    #expect(windows("..x.") == [2..<4])
  }

  @Test func windowsThatNeedEachOtherAreOne() {
    #expect(windows("x..x......") == [0..<7])
    #expect(windows("x.....x...") == [0..<10])
    #expect(windows("x......x....") == [0..<4, 7..<11])
  }

  @Test func aStretchSeesNothingBeyondItself() {
    #expect(windows("x...x...x", 1..<6) == [4..<6])
  }
}
